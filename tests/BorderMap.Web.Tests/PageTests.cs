using System.Text.RegularExpressions;
using BorderMap.Web.Tests.Running;

namespace BorderMap.Web.Tests;

public sealed partial class PageTests(SharedSite shared)
{
    [Fact]
    public async Task Shows_an_incident_without_script_and_with_every_text_encoded()
    {
        var page = await PageAsync("/incidents/i-aaaaaaaaaa");

        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch(InlineCode(), page);
        Assert.Contains("<h1>Clash at the &lt;Torkham&gt; crossing</h1>", page, StringComparison.Ordinal);
        Assert.Contains("Clash &lt;b&gt;at&lt;/b&gt; Torkham &amp; beyond", page, StringComparison.Ordinal);
        Assert.Contains("گزارش تورخم", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sets_claims_side_by_side_by_claimant_and_says_what_is_not_recorded()
    {
        var page = await PageAsync("/incidents/i-aaaaaaaaaa");

        Assert.Contains("<h3>Pakistan military</h3>", page, StringComparison.Ordinal);
        Assert.Contains("<h3>Taliban government of Afghanistan</h3>", page, StringComparison.Ordinal);
        Assert.Contains("9 killed, 16 to 18 injured", page, StringComparison.Ordinal);
        Assert.Contains("at least 2 killed", page, StringComparison.Ordinal);
        Assert.Contains("near this spot, within 1.5 km", page, StringComparison.Ordinal);
        Assert.Contains("its surroundings lie on both sides", page, StringComparison.Ordinal);
        Assert.Contains("2025-10-11 to 2025-10-12", page, StringComparison.Ordinal);
        Assert.Contains("title not recorded", await PageAsync("/incidents/i-cccccccccc"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compares_the_claimants_in_a_table_a_row_a_question()
    {
        var page = await PageAsync("/incidents/i-aaaaaaaaaa");

        Assert.Contains("<th scope=\"col\"><bdi>Pakistan military</bdi></th><th scope=\"col\"><bdi>Taliban government of Afghanistan</bdi></th>", page, StringComparison.Ordinal);
        Assert.Matches(@"<th scope=""row"">Killed: [^<]+</th>\s*<td><p>9</p></td><td><p>at least 2</p></td>", page);
        Assert.DoesNotContain("class=\"compare\"", await PageAsync("/incidents/i-bbbbbbbbbb"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_the_episode_its_claims_and_its_other_incidents_and_how_to_cite_this_version()
    {
        var page = await PageAsync("/incidents/i-bbbbbbbbbb");

        Assert.Contains("Claims for the whole episode (1); they overlap and are never added", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/incidents/i-aaaaaaaaaa\"><bdi>Clash at the &lt;Torkham&gt; crossing</bdi></a>", page, StringComparison.Ordinal);
        Assert.Matches(@"<dd>BorderMap\. \(2026, [A-Z][a-z]+ \d+\)\. Airstrike in Khost district \(Incident i-bbbbbbbbbb, version 1\) \[Data set entry\]\. http://127\.0\.0\.1:\d+/incidents/i-bbbbbbbbbb\?asOf=\d+</dd>", page);
        Assert.Contains("@misc{bordermap-i-bbbbbbbbbb-v1,", page, StringComparison.Ordinal);
        Assert.Contains("title = {{Airstrike in Khost district}},", page, StringComparison.Ordinal);
        Assert.Contains("<svg viewBox=", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_that_a_district_is_no_spot()
    {
        Assert.Contains("known only to the district", await PageAsync("/incidents/i-bbbbbbbbbb"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_a_source_that_has_an_address_and_only_that()
    {
        var page = await PageAsync("/incidents/i-aaaaaaaaaa");

        Assert.Contains("href=\"https://post.example/torkham\"", page, StringComparison.Ordinal);
        Assert.Contains("Kabul Example: <bdi>گزارش تورخم</bdi>,", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Carries_open_graph_tags_and_a_link_to_the_map()
    {
        var page = await PageAsync("/incidents/i-aaaaaaaaaa");

        Assert.Contains("<meta property=\"og:title\" content=\"Clash at the &lt;Torkham&gt; crossing\">", page, StringComparison.Ordinal);
        Assert.Matches("<meta property=\"og:url\" content=\"http://127.0.0.1:[0-9]+/incidents/i-aaaaaaaaaa\">", page);
        Assert.Contains("href=\"/?ids=i-aaaaaaaaaa&amp;highlight=i-aaaaaaaaaa\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explains_the_method_with_every_kind_grade_and_precision()
    {
        var page = await PageAsync("/method");

        Assert.All(Incidents.Kinds.All, kind => Assert.Contains(kind.Label, page, StringComparison.Ordinal));
        Assert.All(Enum.GetNames<Incidents.Model.Grade>(), grade => Assert.Contains($"<dt>{grade.ToLowerInvariant()}</dt>", page, StringComparison.Ordinal));
        Assert.Contains("No record is not no event", page, StringComparison.Ordinal);
        Assert.Contains("CC BY 4.0", page, StringComparison.Ordinal);
        Assert.Contains("How to cite", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
    }

    private async Task<string> PageAsync(string path)
    {
        using var response = await shared.Site.GetAsync(path);
        Assert.True(response.IsSuccessStatusCode, await response.TextAsync());
        return await response.TextAsync();
    }

    [GeneratedRegex(@"<[^>]+\s(on[a-z]+|style)\s*=", RegexOptions.IgnoreCase)]
    private static partial Regex InlineCode();
}
