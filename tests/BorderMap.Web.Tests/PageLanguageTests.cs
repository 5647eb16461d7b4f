using System.Text.Json;
using System.Text.RegularExpressions;
using BorderMap.Web.Pages;
using BorderMap.Web.Tests.Running;

namespace BorderMap.Web.Tests;

/// <summary>The pages that the server makes, in the languages of their readers.</summary>
public sealed partial class PageLanguageTests(SharedSite shared)
{
    [Theory]
    [InlineData("prs", "چه کسی چه می‌گوید", "۱۱ اکتوبر ۲۰۲۵ تا ۱۲ اکتوبر ۲۰۲۵ (در این روزها) · ۱۹ میزان ۱۴۰۴ هجری شمسی")]
    [InlineData("ps", "څوک څه وايي", "اکتوبر ۲۰۲۵")]
    [InlineData("ur", "کون کیا کہتا ہے", "اکتوبر 2025")]
    public async Task An_incident_is_told_in_the_language_of_its_address(string language, string claims, string month)
    {
        var page = await PageAsync($"/incidents/i-aaaaaaaaaa?lang={language}", null);

        Assert.Contains($"<html lang=\"{language}\" dir=\"rtl\"", page, StringComparison.Ordinal);
        Assert.Contains(claims, page, StringComparison.Ordinal);
        Assert.Contains(month, page, StringComparison.Ordinal);
        Assert.Contains("<bdi lang=\"en\">Clash at the &lt;Torkham&gt; crossing</bdi>", page, StringComparison.Ordinal);
        Assert.Contains("not reviewed by a speaker", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/method?lang={language}\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_choice_the_browser_decides_and_no_link_carries_a_language()
    {
        var page = await PageAsync("/incidents/i-aaaaaaaaaa", "de, ur-PK;q=0.8, en;q=0.5");

        Assert.Contains("<html lang=\"ur\" dir=\"rtl\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/method\"", page, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\">", await PageAsync("/incidents/i-aaaaaaaaaa", "de"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_method_is_told_in_english_and_says_so()
    {
        var page = await PageAsync("/method?lang=ur", null);

        Assert.Contains("یہ متن صرف انگریزی میں دستیاب ہے", page, StringComparison.Ordinal);
        Assert.Contains("<div lang=\"en\" dir=\"ltr\">", page, StringComparison.Ordinal);
        Assert.Contains("فضائی حملہ", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_language_is_refused()
    {
        using var response = await shared.Site.GetAsync("/incidents/i-aaaaaaaaaa?lang=xx");
        Assert.Equal(400, (int)response.StatusCode);
        Assert.Contains("lang", await response.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_of_provinces_districts_and_crossings_come_in_another_language()
    {
        using var response = await shared.Site.GetAsync("/api/places/names?lang=ur");
        using var answer = JsonDocument.Parse(await response.TextAsync());
        var names = answer.RootElement.GetProperty("names");

        Assert.Equal("ur", answer.RootElement.GetProperty("lang").GetString());
        Assert.Equal("ہرات", names.GetProperty("province").GetProperty("Herat").GetString());
        Assert.All(names.EnumerateObject(), kind => Assert.True(kind.Value.EnumerateObject().Any() || kind.Name == "place", kind.Name));
        Assert.All(names.EnumerateObject().SelectMany(kind => kind.Value.EnumerateObject()), name => Assert.Matches(@"[\u0600-\u06FF]", name.Value.GetString()!));
    }

    [Fact]
    public void Every_language_says_all_that_english_says_with_the_same_values()
    {
        var files = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "data", "text"), "pages-*.json").ToDictionary(
            file => Path.GetFileNameWithoutExtension(file)["pages-".Length..], file => JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(file))!);
        var english = files["en"];

        Assert.Equal(PageText.All.Select(text => text.Tag).Order(), files.Keys.Order());
        Assert.All(files.Where(file => file.Key != "en"), file =>
        {
            Assert.Equal(english.Keys.Order(), file.Value.Keys.Order());
            Assert.All(english, entry => Assert.Equal((entry.Key, Names(entry.Value)), (entry.Key, Names(file.Value[entry.Key]))));
            Assert.All(file.Value.Where(entry => entry.Key is not ("review" or "list.comma") && english[entry.Key].Length > 0 && entry.Key != "solar"), entry => Assert.Matches(@"[\u0600-\u06FF]", entry.Value));
        });
    }

    private static string Names(string text) => string.Join(' ', Placeholder().Matches(text).Select(match => match.Value).Order());

    private async Task<string> PageAsync(string path, string? languages)
    {
        using var response = await (languages is null ? shared.Site.GetAsync(path) : shared.Site.GetAsync(path, ("Accept-Language", languages)));
        Assert.True(response.IsSuccessStatusCode, await response.TextAsync());
        return await response.TextAsync();
    }

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Placeholder();
}
