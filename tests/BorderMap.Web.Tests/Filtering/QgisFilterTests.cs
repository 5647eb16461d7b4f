using BorderMap.Web.Tests.Running;

namespace BorderMap.Web.Tests.Filtering;

/// <summary>
/// Filters as QGIS 3.44 sends them once it has found the conformance classes: QgsOapifCql2TextExpressionCompiler puts names that are more than letters and digits in double quotes,
/// brackets around every operator, DATE() around a day, and Qt encodes spaces, quotes and angle brackets but neither the equals sign nor the plus.
/// </summary>
public sealed class QgisFilterTests(SharedSite shared)
{
    [Theory]
    [InlineData("(kind%20=%20'airstrike')", "kind=airstrike")]
    [InlineData("(kind%20%3C%3E%20'airstrike')", "kind-not")]
    [InlineData("(%22date_start%22%20%3E=%20DATE('2025-10-13'))", "certain")]
    [InlineData("((%22killed_low%22%20%3E%200)%20AND%20(%22cross_border%22%20=%20TRUE))", "killed-min=1&cross-border=true")]
    [InlineData("(%22cross_border%22%20IS%20TRUE)", "cross-border=true")]
    [InlineData("(title%20LIKE%20'%25Torkham%25')", "torkham")]
    [InlineData("(CASEI(title)%20LIKE%20CASEI('%25TORKHAM%25'))", "torkham")]
    [InlineData("(NOT%20(%20(kind%20=%20'airstrike')%20))", "kind-not")]
    [InlineData("kind%20IN%20('airstrike','drone_strike')", "kind=airstrike,drone_strike")]
    [InlineData("kind%20NOT%20IN%20('airstrike')", "kind-not")]
    [InlineData("%22killed_low%22%20BETWEEN%201%20AND%201000", "killed-min=1")]
    [InlineData("(%22date_end%22%20IS%20NOT%20NULL)", "known-end")]
    [InlineData("((%22killed_low%22%20+%201)%20%3E=%202)", "killed-min=1")]
    [InlineData("(%22killed_low%22%20%3E%20(%20-%20(1)))", "killed-min=0")]
    [InlineData("(updated%20%3E%20TIMESTAMP('2020-01-01T00:00:00.000Z'))", "")]
    [InlineData("S_INTERSECTS(geometry,BBOX(69,33,72,35))", "bbox=69,33,72,35")]
    [InlineData("S_INTERSECTS(geometry,POINT(71.08221%2034.13106))", "bbox=71.0822,34.131,71.0823,34.1311")]
    [InlineData("((kind%20=%20'armed_clash'))%20AND%20((%22killed_low%22%20%3E%200))", "kind=armed_clash&killed-min=1")]
    public async Task Each_kind_of_expression_finds_what_it_says(string filter, string same)
    {
        var address = $"/ogc/collections/incidents/items?limit=1000&filter={filter}&filter-lang=cql2-text";
        using var answer = await shared.Site.GetAsync(address, ("Accept", "application/geo+json, application/json"));
        Assert.True((int)answer.StatusCode == 200, await answer.TextAsync());
        var found = Ids(await answer.JsonAsync());
        Assert.NotEmpty(found);
        Assert.Equal(Ids(await shared.Site.JsonAsync($"/api/incidents?limit=1000&{Query(same)}")).Where(id => Keeps(same, id)).Order(), found.Order());
    }

    [Fact]
    public async Task With_a_layer_in_another_reference_system_box_and_filter_come_in_its_order_of_axes()
    {
        const string Crs = "http://www.opengis.net/def/crs/EPSG/0/4326";
        var page = await shared.Site.JsonAsync($"/ogc/collections/incidents/items?limit=1000&filter=S_INTERSECTS(geometry,BBOX(33,69,35,72))&filter-lang=cql2-text&filter-crs={Crs}&bbox=22,59,40,80&bbox-crs={Crs}&crs={Crs}");
        Assert.Equal(Ids(await shared.Site.JsonAsync("/api/incidents?bbox=69,33,72,35")).Order(), Ids(page).Order());
    }

    [Fact]
    public async Task Requests_before_the_first_filter_are_answered()
    {
        using var queryables = await shared.Site.GetAsync("/ogc/collections/incidents/queryables", ("Accept", "application/schema+json"));
        var properties = (await queryables.JsonAsync()).GetProperty("properties");
        Assert.Equal(("string", "date"), (properties.GetProperty("date_start").GetProperty("type").GetString(), properties.GetProperty("date_start").GetProperty("format").GetString()));
        Assert.StartsWith("https://geojson.org/schema/", properties.GetProperty("geometry").GetProperty("$ref").GetString(), StringComparison.Ordinal);
        var counted = await shared.Site.JsonAsync("/ogc/collections/incidents/items?limit=1&filter=(kind%20=%20'airstrike')&filter-lang=cql2-text");
        Assert.True(counted.TryGetProperty("numberMatched", out _));
    }

    private static string Query(string same) => same switch { "kind-not" or "certain" or "torkham" or "known-end" => "", _ => same };

    // What the parameters of the API do not say is asked of the features themselves.
    private bool Keeps(string same, string id) => same switch
    {
        "kind-not" => Of(id, "kind") != "airstrike",
        "certain" => string.CompareOrdinal(Of(id, "date_start"), "2025-10-13") >= 0,
        "torkham" => Of(id, "title")!.Contains("Torkham", StringComparison.Ordinal),
        "known-end" => Of(id, "date_end") is not null,
        _ => true,
    };

    private string? Of(string id, string property) => shared.Site.JsonAsync($"/ogc/collections/incidents/items/{id}").GetAwaiter().GetResult().GetProperty("properties").GetProperty(property).GetString();

    private static List<string> Ids(System.Text.Json.JsonElement page) => [.. page.GetProperty("features").EnumerateArray().Select(feature => feature.GetProperty("id").GetString()!)];
}
