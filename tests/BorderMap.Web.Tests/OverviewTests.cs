using System.Text.Json;
using System.Text.RegularExpressions;
using BorderMap.Web.Tests.Running;

namespace BorderMap.Web.Tests;

/// <summary>The words for a report: golden texts, and the addresses behind the numbers.</summary>
public sealed partial class OverviewTests(SharedSite shared)
{
    private Site Site => shared.Site;

    [Fact]
    public async Task None_is_said_to_be_no_record_and_not_no_event()
    {
        var overview = await Site.JsonAsync("/api/overview?datetime=2020-01-01/2020-01-31");

        Assert.Equal(["From 1 to 31 January 2020, no incident is recorded along the Durand Line."], Paragraphs(overview));
        Assert.Empty(overview.GetProperty("table").GetProperty("rows").EnumerateArray());
        Assert.StartsWith("No record is not no event", Texts(overview.GetProperty("notes"))[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_with_contradicting_claims_says_who_says_what_and_adds_nothing()
    {
        var overview = await Site.JsonAsync("/api/overview?ids=i-aaaaaaaaaa&accessed=2026-05-02");

        Assert.Equal(
            [
                "1 incident is recorded along the Durand Line with the filter ids: i-aaaaaaaaaa. The dated ones happened from 11 to 12 October 2025. By kind: armed clash 1. By how sure it is that they happened: confirmed 1.",
                "For it figures of the killed are claimed: 2 or more. For it figures of the injured are claimed: 16 to 18.",
                "GOLDEN",
                "GOLDEN",
            ], Paragraphs(overview));
        Assert.Contains("accessed 2 May 2026", Texts(overview.GetProperty("notes"))[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_are_counted_once_and_the_total_of_the_episode_stands_apart()
    {
        var overview = await Site.JsonAsync("/api/overview?datetime=2025-10-01/2025-10-31");
        var paragraphs = Paragraphs(overview);

        Assert.Equal("GOLDEN", string.Join("\n", paragraphs));
        Assert.DoesNotContain("SENTINEL", overview.ToString(), StringComparison.Ordinal);
    }

    /// <summary>Whoever follows a number finds as many incidents as it says.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("?datetime=2025-10-01/2025-10-31")]
    [InlineData("?kind=air,combat&filter=claims%20%3C%209")]
    public async Task Every_number_leads_to_so_many_incidents(string query)
    {
        var overview = await Site.JsonAsync("/api/overview" + query);
        var followed = 0;
        foreach (var run in overview.GetProperty("paragraphs").EnumerateArray().SelectMany(runs => runs.EnumerateArray()).Where(run => run.TryGetProperty("href", out _)))
        {
            if (Figure().Match(run.GetProperty("text").GetString()!) is not { Success: true } number)
            {
                continue;
            }
            var address = new Uri(run.GetProperty("href").GetString()!);
            var path = address.AbsolutePath == "/" ? "/api/incidents" + address.Query : address.PathAndQuery.Replace("f=html", "f=json", StringComparison.Ordinal);
            Assert.Equal((path, int.Parse(number.Groups[1].Value)), (path, (await Site.JsonAsync(path)).GetProperty("numberMatched").GetInt32()));
            followed++;
        }
        Assert.True(followed >= 4, $"{followed} numbers");
    }

    [Fact]
    public async Task Markdown_and_html_say_the_same_and_take_no_title_for_markup()
    {
        var overview = await Site.JsonAsync("/api/overview?ids=i-aaaaaaaaaa,i-dddddddddd");
        var (markdown, html) = (overview.GetProperty("markdown").GetString()!, overview.GetProperty("html").GetString()!);

        Assert.Contains(@"[Clash at the \<Torkham\> crossing](", markdown, StringComparison.Ordinal);
        Assert.Contains("| Date | Place | What | Killed, as reported | Injured, as reported | Grade |\n|---|---|---|---|---|---|\n", markdown, StringComparison.Ordinal);
        Assert.Contains("Clash at the &lt;Torkham&gt; crossing</a>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<Torkham>", html, StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(html, "<tr><td>"));
    }

    private static List<string> Paragraphs(JsonElement overview) => Texts(overview.GetProperty("paragraphs"));

    private static List<string> Texts(JsonElement lists) => [.. lists.EnumerateArray().Select(runs => string.Concat(runs.EnumerateArray().Select(run => run.GetProperty("text").GetString())).TrimEnd())];

    [GeneratedRegex("^(?:For )?([0-9]+)")]
    private static partial Regex Figure();
}
