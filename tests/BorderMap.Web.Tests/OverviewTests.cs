using System.Text.Json;
using System.Text.RegularExpressions;
using BorderMap.Incidents;
using BorderMap.Incidents.Model;
using BorderMap.PostGis;
using BorderMap.Web.Overviews;
using BorderMap.Web.Tests.Running;

namespace BorderMap.Web.Tests;

/// <summary>The words for a report: golden texts, and the addresses behind the numbers.</summary>
public sealed partial class OverviewTests(SharedSite shared)
{
    private Site Site => shared.Site;

    [Fact]
    public async Task None_is_said_to_be_no_record_and_not_no_event()
    {
        var overview = await Site.JsonAsync("/api/overview?datetime=2020-01-01/2020-01-31&time-match=certain");

        Assert.Equal(["From 1 to 31 January 2020, no incident is recorded along the Durand Line with the filter time-match: certain."], Paragraphs(overview));
        Assert.Empty(overview.GetProperty("table").GetProperty("rows").EnumerateArray());
        Assert.StartsWith("No record is not no event", Texts(overview.GetProperty("notes"))[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_with_contradicting_claims_says_who_says_what_and_adds_nothing()
    {
        var overview = await Site.JsonAsync("/api/overview?ids=i-aaaaaaaaaa&accessed=2026-05-02");

        Assert.Equal(
            [
                "1 incident is recorded along the Durand Line with the filter ids: i-aaaaaaaaaa. It is dated from 11 to 12 October 2025. By kind: armed clash 1. By how sure it is that they happened: confirmed 1.",
                "For it figures of the killed are claimed: 2 or more. For it figures of the injured are claimed: 16 to 18.",
                "Who says what: Clash at the <Torkham> crossing (2025-10-11 to 2025-10-12 (within these days)): Pakistan military says 9 killed and 16 to 18 injured (combatants, Afghan side); Taliban government of Afghanistan (A Spokesman) says at least 2 killed (combatants, Afghan side).",
                "Totals claimed for whole episodes overlap with these incidents and with one another; they are listed and not added: Exchange of October 2025 (2025-10-11 to 2025-10-13): Taliban government of Afghanistan says 58 killed (soldiers, Pakistani side).",
            ], Paragraphs(overview));
        Assert.Contains("accessed 2 May 2026", Texts(overview.GetProperty("notes"))[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_are_counted_once_and_the_total_of_the_episode_stands_apart()
    {
        var overview = await Site.JsonAsync("/api/overview?datetime=2025-10-01/2025-10-31");
        var paragraphs = Paragraphs(overview);

        Assert.Equal(
            [
                "From 1 to 31 October 2025, 6 incidents are recorded along the Durand Line. The day of 1 is not known and may lie in this time or outside it. By kind: airstrike 1, armed clash 1, bombing 1, ceasefire 1, detention 1, shelling 1. By how sure it is that they happened: confirmed 1, weak 5.",
                "For 2 of them figures of the killed are claimed: 5 to 7 or more, the lowest claim of each incident added to the lowest and the highest to the highest; for 4 nobody gives one. For 1 of them figures of the injured are claimed: 16 to 18; for 5 nobody gives one.",
            ], paragraphs.Take(2));
        Assert.Equal(1, paragraphs.Count(paragraph => paragraph.Contains("58 killed", StringComparison.Ordinal)));
        Assert.StartsWith("Totals claimed for whole episodes overlap", paragraphs[^1], StringComparison.Ordinal);
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

    [Fact]
    public void Estimates_of_datasets_stand_apart_and_denials_are_no_figures()
    {
        static JsonElement Document(string id, string killed, string more) => JsonDocument.Parse($$"""
            {"id":"{{id}}","title":"Strike {{id[^1]}}","date":{"start":"2025-10-0{{id[^1] - 'a' + 1}}","end":"2025-10-0{{id[^1] - 'a' + 1}}","precision":"day"},"places":[],"derived":{"grade":"fair",{{killed}}},{{more}}}
            """).RootElement;
        var overview = OverviewText.Of(new OverviewInput
        {
            Filter = IncidentFilter.All,
            Pub = 9,
            Summary = new FilterSummary(2, new(9, 58, false, 0), new(0, 0, false, 2), new(2025, 9, 30), new(2025, 10, 2), 0),
            Tally = [new("airstrike", Grade.Fair, 2)],
            Documents =
            [
                Document("i-b", "\"killed_low\":9,\"killed_high\":58", """
                    "claims":[{"id":"c-1","about":"toll","claimant_name":"A","stance":"asserts","part":"total","killed":{"min":9,"max":9}},{"id":"c-2","about":"toll","claimant_name":"B","stance":"asserts","part":"total","killed":{"min":58,"max":58}},{"id":"c-3","about":"toll","claimant_name":"B","stance":"asserts","part":"breakdown","killed":{"min":4,"max":4}},{"id":"c-4","about":"occurrence","claimant_name":"C","stance":"denies","part":"total"}],
                    "estimates":[{"by":"UCDP","release":"25.1","low":10,"best":12,"high":20}]
                    """),
                Document("i-a", "\"killed_low\":null", """ "claims":[],"estimates":[{"by":"UCDP","release":"25.1","low":1,"best":3,"high":5}] """),
            ],
            Episodes = [],
            Site = "https://map.example",
        });

        Assert.Equal(
            [
                "2 incidents are recorded along the Durand Line. They are dated from 30 September to 2 October 2025. By kind: airstrike 2. By how sure it is that they happened: fair 2.",
                "For all of them figures of the killed are claimed: 9 to 58, the lowest claim of each incident added to the lowest and the highest to the highest. Nobody gives a figure of the injured.",
                "Who says what: Strike b (2025-10-02): A says 9 killed; B says 58 killed; C denies that it happened.",
                "Estimates of datasets, which are no claims and not in these ranges: UCDP 25.1 for 2 of them, added: best 15, low 11, high 25 killed.",
            ], overview.Paragraphs.Select(runs => string.Concat(runs.Select(run => run.Text)).TrimEnd()));
    }

    private static List<string> Paragraphs(JsonElement overview) => Texts(overview.GetProperty("paragraphs"));

    private static List<string> Texts(JsonElement lists) => [.. lists.EnumerateArray().Select(runs => string.Concat(runs.EnumerateArray().Select(run => run.GetProperty("text").GetString())).TrimEnd())];

    [GeneratedRegex("^(?:For )?([0-9]+)")]
    private static partial Regex Figure();
}
