using System.Text.RegularExpressions;
using BorderMap.EndToEnd.Running;
using static Microsoft.Playwright.Assertions;

namespace BorderMap.EndToEnd;

/// <summary>The public pages in the languages of their readers, and the table beside the map.</summary>
public sealed class LanguageTests(Product product)
{
    [Theory]
    [InlineData("prs", "رویدادها", "افغانستان", "۲۰۲۵")]
    [InlineData("ps", "پېښې", "افغانستان", "۲۰۲۵")]
    [InlineData("ur", "واقعات", "پاکستان", "2025")]
    public async Task The_map_speaks_the_language_of_its_address_from_right_to_left(string language, string incidents, string country, string year)
    {
        await using var page = await product.OpenAsync($"/?datetime=2025-10-01/2025-10-31&lang={language}");
        await page.ReadyAsync();

        await Expect(page.Page.Locator("html")).ToHaveAttributeAsync("lang", language);
        await Expect(page.Page.Locator("html")).ToHaveAttributeAsync("dir", "rtl");
        await Expect(page.Page.Locator("#tab-list")).ToHaveTextAsync(incidents);
        await Expect(page.Page.Locator("#list tbody")).ToContainTextAsync(country);
        await Expect(page.Page.Locator(".window-words")).ToContainTextAsync(year);
        await Expect(page.Page.Locator(".languages")).ToContainTextAsync("not reviewed by a speaker");
        await Expect(page.Page.Locator("#list tbody small").First).ToContainTextAsync(new Regex(@"[\u0600-\u06FF]"));
        Assert.True(await page.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth && document.getElementById('panel').getBoundingClientRect().right >= innerWidth - 1"), "the panel is not at the right, or the page is too wide");
        await page.PictureAsync($"map-{language}");
        Assert.Empty(page.Faults);
    }

    [Fact]
    public async Task A_reader_whose_browser_prefers_urdu_reads_urdu_and_the_address_stays_as_it_was()
    {
        await using var context = await product.Browser.NewContextAsync(new() { Locale = "ur-PK" });
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(product.Server.Address, "/").ToString());
        await page.Locator("#map[data-ready='true']").WaitForAsync();

        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "ur");
        Assert.DoesNotContain("lang=", page.Url);

        await page.Locator(".languages summary").ClickAsync();
        await page.Locator(".languages a[lang='en']").ClickAsync();
        await page.Locator("#map[data-ready='true']").WaitForAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        Assert.Contains("lang=en", page.Url);
        await Expect(page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Method", Exact = true })).ToHaveAttributeAsync("href", "method?lang=en");
    }

    [Fact]
    public async Task The_table_lists_what_the_map_shows_and_sorts_by_each_column()
    {
        const string filter = "kind=airstrike,drone_strike";
        await using var page = await product.OpenAsync($"/?{filter}");
        await page.ReadyAsync();
        await page.Page.ClickAsync("#views [data-layer='table']");
        Assert.Contains("layer=table", page.Page.Url);
        var count = await product.Server.CountAsync(filter);
        await Expect(page.Page.Locator("#table caption")).ToContainTextAsync($"{count} incidents");
        await Expect(page.Page.Locator("#table tbody tr")).ToHaveCountAsync(Math.Min(100, count));

        var killed = page.Page.Locator("#table thead th", new() { HasText = "Killed" });
        await killed.GetByRole(Microsoft.Playwright.AriaRole.Button).ClickAsync();
        await Expect(killed).ToHaveAttributeAsync("aria-sort", "descending");
        var most = (await product.Server.JsonAsync($"api/incidents?{filter}&limit=1000")).GetProperty("features").EnumerateArray()
            .Max(feature => feature.GetProperty("properties").GetProperty("killed_low") is { ValueKind: System.Text.Json.JsonValueKind.Number } low ? low.GetInt32() : -1);
        await Expect(page.Page.Locator("#table tbody tr").First).ToContainTextAsync($"{most}");

        await page.Page.Locator("#table tbody a").First.ClickAsync();
        await Expect(page.Page.Locator("#detail h2")).ToBeVisibleAsync();
        Assert.Contains("highlight=", page.Page.Url);
        Assert.Empty(page.Faults);
    }
}
