using System.Globalization;
using System.Xml.Linq;
using BorderMap.Web.Tests.Running;

namespace BorderMap.Web.Tests;

public sealed class FeedTests(SharedSite shared)
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace GeoRss = "http://www.georss.org/georss";

    [Fact]
    public async Task Every_entry_has_what_Atom_asks_for_and_leads_to_its_page()
    {
        var feed = await FeedAsync("");
        var entries = feed.Elements(Atom + "entry").ToList();

        Assert.Equal(6, entries.Count);
        Assert.EndsWith("/feed.atom", feed.Element(Atom + "id")!.Value, StringComparison.Ordinal);
        Assert.Equal(entries.Max(entry => Instant(entry, "updated")), Instant(feed, "updated"));
        Assert.NotNull(feed.Element(Atom + "title"));
        Assert.NotNull(feed.Element(Atom + "author"));
        Assert.Equal(6, entries.Select(entry => entry.Element(Atom + "id")!.Value).Distinct().Count());
        foreach (var entry in entries)
        {
            Assert.StartsWith("urn:bordermap:incident:i-", entry.Element(Atom + "id")!.Value, StringComparison.Ordinal);
            Assert.NotEmpty(entry.Element(Atom + "title")!.Value);
            Assert.NotEmpty(entry.Element(Atom + "summary")!.Value);
            Assert.True(Instant(entry, "published") <= Instant(entry, "updated"));
            using var page = await shared.Site.GetAsync(new Uri(Href(entry, "alternate")).PathAndQuery);
            Assert.Equal(200, (int)page.StatusCode);
        }
    }

    [Fact]
    public async Task A_point_is_given_with_latitude_first_and_with_how_far_it_is_to_be_believed()
    {
        var features = (await shared.Site.JsonAsync("/api/incidents")).GetProperty("features").EnumerateArray().ToDictionary(feature => feature.GetProperty("properties").GetProperty("id").GetString()!);
        foreach (var entry in (await FeedAsync("")).Elements(Atom + "entry"))
        {
            var feature = features[entry.Element(Atom + "id")!.Value["urn:bordermap:incident:".Length..]];
            var geometry = feature.GetProperty("geometry");
            if (geometry.ValueKind == System.Text.Json.JsonValueKind.Null)
            {
                Assert.Null(entry.Element(GeoRss + "point"));
                continue;
            }
            var point = entry.Element(GeoRss + "point")!.Value.Split(' ').Select(part => double.Parse(part, CultureInfo.InvariantCulture)).ToArray();
            Assert.Equal([geometry.GetProperty("coordinates")[1].GetDouble(), geometry.GetProperty("coordinates")[0].GetDouble()], point);
            Assert.Equal(feature.GetProperty("properties").GetProperty("radius_m").GetRawText(), entry.Element(GeoRss + "radius")!.Value);
        }
    }

    [Theory]
    [InlineData("?kind=airstrike", 1)]
    [InlineData("?limit=2", 2)]
    [InlineData("?kind=detention&precision=exact", 0)]
    public async Task Takes_every_filter_and_a_limit(string query, int count) =>
        Assert.Equal(count, (await FeedAsync(query)).Elements(Atom + "entry").Count());

    [Fact]
    public async Task Nothing_found_is_a_feed_without_entries_and_without_the_time_of_now() =>
        Assert.Equal(DateTimeOffset.UnixEpoch, Instant(await FeedAsync("?q=zzzzzzzz"), "updated"));

    [Theory]
    [InlineData("?limit=0", "limit")]
    [InlineData("?kind=ufo", "kind")]
    [InlineData("?nonsense=1", "nonsense")]
    public async Task Bad_parameters_are_named(string query, string field)
    {
        using var response = await shared.Site.GetAsync("/feed.atom" + query);
        Assert.Equal(400, (int)response.StatusCode);
        Assert.Contains($"\"field\":\"{field}\"", await response.TextAsync(), StringComparison.Ordinal);
    }

    private async Task<XElement> FeedAsync(string query)
    {
        using var response = await shared.Site.GetAsync("/feed.atom" + query);
        Assert.Equal("application/atom+xml", response.Content.Headers.ContentType!.MediaType);
        var feed = XDocument.Parse(await response.TextAsync()).Root!;
        Assert.Equal(Atom + "feed", feed.Name);
        return feed;
    }

    private static DateTimeOffset Instant(XElement of, string name) => DateTimeOffset.Parse(of.Element(Atom + name)!.Value, CultureInfo.InvariantCulture);

    private static string Href(XElement of, string relation) => of.Elements(Atom + "link").Single(link => link.Attribute("rel")!.Value == relation).Attribute("href")!.Value;
}
