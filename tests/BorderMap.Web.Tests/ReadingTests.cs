using System.Net;
using System.Text.Json;
using BorderMap.Web.Tests.Running;

namespace BorderMap.Web.Tests;

/// <summary>What helps a reader on: incidents nearby, counts of further choices, the publisher as a filter, sources by id.</summary>
public sealed class ReadingTests(SharedSite shared)
{
    [Fact]
    public async Task Nearby_are_incidents_within_fifty_kilometres_and_thirty_days_of_what_is_shown()
    {
        var nearby = await shared.Site.JsonAsync("/api/incidents/i-aaaaaaaaaa/nearby");
        var ids = Ids(nearby);

        // The one at a house is shown as its district: it is as far as that district, whose point anyone can look up.
        Assert.Equal(["i-rrrrrrrrrr"], ids);
        Assert.InRange(nearby.GetProperty("near")[0].GetProperty("km").GetDouble(), 1, 50);
        Assert.Equal(6, nearby.GetProperty("near")[0].GetProperty("days").GetInt32());
        Assert.Equal(["i-aaaaaaaaaa"], Ids(await shared.Site.JsonAsync("/api/incidents/i-rrrrrrrrrr/nearby")));
    }

    [Theory]
    [InlineData("i-dddddddddd")]
    [InlineData("i-eeeeeeeeee")]
    public async Task Without_a_place_or_a_date_nothing_is_nearby(string id) => Assert.Empty(Ids(await shared.Site.JsonAsync($"/api/incidents/{id}/nearby")));

    [Fact]
    public async Task What_is_gone_or_moved_has_no_neighbours_of_its_own()
    {
        using var gone = await shared.Site.GetAsync("/api/incidents/i-ffffffffff/nearby");
        using var moved = await shared.Site.GetAsync("/api/incidents/i-gggggggggg/nearby");

        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        Assert.Equal(HttpStatusCode.MovedPermanently, moved.StatusCode);
        Assert.EndsWith("/api/incidents/i-aaaaaaaaaa/nearby", moved.Header("Location"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("publisher", "publisher")]
    [InlineData("actor", "actor")]
    [InlineData("province", "place")]
    [InlineData("district", "place")]
    public async Task Every_count_is_what_choosing_the_value_gives(string by, string filter)
    {
        foreach (var others in new[] { "", "&kind=combat,air", "&datetime=2025-10-13/..", "&asOf=5" })
        {
            var counts = await shared.Site.JsonAsync($"/api/counts/{by}?{others.TrimStart('&')}");
            Assert.Equal(await MatchedAsync(others.TrimStart('&')), counts.GetProperty("incidents").GetInt64());
            foreach (var value in counts.GetProperty("values").EnumerateArray())
            {
                var chosen = $"{filter}={Uri.EscapeDataString(value.GetProperty("value").GetString()!)}{others}";
                Assert.Equal((chosen, await MatchedAsync(chosen)), (chosen, value.GetProperty("incidents").GetInt64()));
            }
        }
    }

    [Fact]
    public async Task Publishers_are_counted_with_the_newest_incident_and_the_last_change()
    {
        var counts = await shared.Site.JsonAsync("/api/counts/publisher");
        var border = counts.GetProperty("values").EnumerateArray().Single(value => value.GetProperty("value").GetString() == "Border Example");

        Assert.Equal("2025-10-19", border.GetProperty("latest").GetString());
        Assert.True(border.GetProperty("updated").GetDateTimeOffset() <= shared.Site.Time.GetUtcNow());
        Assert.Equal("2025-10-19", counts.GetProperty("latest").GetString());
        Assert.DoesNotContain(counts.GetProperty("values").EnumerateArray(), value => value.GetProperty("value").GetString() == "Plain Publisher");
    }

    [Fact]
    public async Task Publishers_stand_between_bars_since_their_names_may_hold_commas()
    {
        Assert.Equal(2, await MatchedAsync("publisher=Kabul%20Example"));
        Assert.Equal(await MatchedAsync("publisher=Kabul%20Example") + await MatchedAsync("publisher=Border%20Example") - await BothAsync(), await MatchedAsync("publisher=Kabul%20Example%7CBorder%20Example"));
        Assert.Equal(0, await MatchedAsync("publisher=Kabul%20Example,Border%20Example"));
    }

    [Fact]
    public async Task An_unknown_list_is_refused_with_those_that_there_are()
    {
        using var response = await shared.Site.GetAsync("/api/counts/colour");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("actor, publisher, province, district", (await response.JsonAsync()).GetProperty("fix").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sources_are_given_by_id_in_full()
    {
        var sources = (await shared.Site.JsonAsync("/api/sources?ids=s-bbbbbbbbbb,s-aaaaaaaaaa,s-zzzzzzzzzz")).GetProperty("sources").EnumerateArray().ToList();
        using var refused = await shared.Site.GetAsync("/api/sources?ids=dawn");

        Assert.Equal(["s-aaaaaaaaaa", "s-bbbbbbbbbb"], sources.Select(source => source.GetProperty("id").GetString()));
        Assert.True(sources[0].TryGetProperty("archive", out _) && sources[0].TryGetProperty("licence", out _));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    private static IEnumerable<string?> Ids(JsonElement collection) => collection.GetProperty("features").EnumerateArray().Select(feature => feature.GetProperty("id").GetString());

    private async Task<long> MatchedAsync(string filter) => (await shared.Site.JsonAsync($"/api/incidents?limit=1&{filter}".TrimEnd('&'))).GetProperty("numberMatched").GetInt64();

    // Incidents with a source of each.
    private async Task<int> BothAsync()
    {
        var one = Ids(await shared.Site.JsonAsync("/api/incidents?publisher=Kabul%20Example"));
        return one.Intersect(Ids(await shared.Site.JsonAsync("/api/incidents?publisher=Border%20Example"))).Count();
    }
}
