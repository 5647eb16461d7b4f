using BorderMap.Web.Tests.Running;

namespace BorderMap.Web.Tests;

public sealed class PagingTests(SharedSite shared)
{
    [Theory]
    [InlineData("limit=1", 6)]
    [InlineData("limit=2", 6)]
    [InlineData("limit=100", 6)]
    [InlineData("limit=1&kind=airstrike,shelling", 2)]
    [InlineData("limit=1&asOf=1", null)]
    public async Task Visits_every_incident_exactly_once(string query, int? expected)
    {
        var seen = new List<string>();
        for (var next = "/api/incidents?" + query; next is not null;)
        {
            using var response = await shared.Site.GetAsync(next);
            var page = await response.JsonAsync();
            var features = page.GetProperty("features").EnumerateArray().ToList();
            Assert.Equal(features.Count, page.GetProperty("numberReturned").GetInt32());
            seen.AddRange(features.Select(feature => feature.GetProperty("id").GetString()!));
            next = NextOf(page);
            Assert.Equal(next is not null, response.Header("Link")!.Contains("rel=\"next\"", StringComparison.Ordinal));
        }

        Assert.Equal(seen.Count, seen.Distinct().Count());
        if (expected is { } count)
        {
            Assert.Equal(count, seen.Count);
        }
    }

    [Fact]
    public async Task Counts_what_matches_exactly_and_carries_it_along()
    {
        var first = await shared.Site.JsonAsync("/api/incidents?limit=2");
        var second = await shared.Site.JsonAsync(NextOf(first)!);

        Assert.Equal(6, first.GetProperty("numberMatched").GetInt32());
        Assert.Equal(6, second.GetProperty("numberMatched").GetInt32());
    }

    [Fact]
    public async Task Gives_the_latest_first_and_unknown_dates_last()
    {
        var page = await shared.Site.JsonAsync("/api/incidents");
        var ids = page.GetProperty("features").EnumerateArray().Select(feature => feature.GetProperty("id").GetString()).ToList();

        Assert.Equal(["i-dddddddddd", "i-rrrrrrrrrr", "i-cccccccccc", "i-bbbbbbbbbb", "i-aaaaaaaaaa", "i-eeeeeeeeee"], ids);
    }

    [Fact]
    public async Task Lets_the_maps_own_state_through()
    {
        var page = await shared.Site.JsonAsync("/api/incidents?view=8/34/71&layer=heat&lang=ps&highlight=i-aaaaaaaaaa&worldview=neutral&mode=trail&kind=airstrike");

        Assert.Equal(1, page.GetProperty("numberMatched").GetInt32());
    }

    [Fact]
    public async Task Pages_through_sources()
    {
        var seen = new List<string>();
        for (var next = "/api/sources?limit=1"; next is not null;)
        {
            var page = await shared.Site.JsonAsync(next);
            seen.AddRange(page.GetProperty("sources").EnumerateArray().Select(source => source.GetProperty("id").GetString()!));
            next = page.GetProperty("next").GetString();
        }

        Assert.Equal(["s-aaaaaaaaaa", "s-bbbbbbbbbb", "s-cccccccccc"], seen);
    }

    [Fact]
    public async Task Shows_nothing_as_of_before_the_first_public_change()
    {
        foreach (var (path, list) in new[] { ("/api/incidents", "features"), ("/api/episodes", "episodes"), ("/api/actors", "actors"), ("/api/sources", "sources") })
        {
            Assert.Empty((await shared.Site.JsonAsync(path + "?asOf=0")).GetProperty(list).EnumerateArray());
            Assert.NotEmpty((await shared.Site.JsonAsync(path)).GetProperty(list).EnumerateArray());
        }
    }

    [Fact]
    public async Task Follows_changes_without_missing_one()
    {
        var all = await shared.Site.JsonAsync("/api/changes?since=0");
        var pubs = new List<long>();
        var since = 0L;
        bool more;
        do
        {
            var page = await shared.Site.JsonAsync($"/api/changes?since={since}&limit=2");
            pubs.AddRange(page.GetProperty("changes").EnumerateArray().Select(change => change.GetProperty("pub").GetInt64()));
            since = page.GetProperty("pub").GetInt64();
            more = page.GetProperty("more").GetBoolean();
        }
        while (more);

        Assert.Equal(all.GetProperty("changes").EnumerateArray().Select(change => change.GetProperty("pub").GetInt64()), pubs);
        Assert.Equal(all.GetProperty("pub").GetInt64(), since);
    }

    private static string? NextOf(System.Text.Json.JsonElement page) =>
        page.GetProperty("links").EnumerateArray().FirstOrDefault(link => link.GetProperty("rel").GetString() == "next") is { ValueKind: System.Text.Json.JsonValueKind.Object } link
            ? link.GetProperty("href").GetString()
            : null;
}
