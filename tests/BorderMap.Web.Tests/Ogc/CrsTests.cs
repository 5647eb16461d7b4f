using System.Globalization;
using System.Net;
using System.Text.Json;
using BorderMap.Web.Tests.Running;

namespace BorderMap.Web.Tests.Ogc;

/// <summary>The abstract tests of OGC API - Features - Part 2: Coordinate Reference Systems by Reference 1.0.1 (18-058r1, annex A), by their numbers; PostGIS, and so PROJ, is what they hold it against.</summary>
public sealed class CrsTests(SharedSite shared)
{
    private static readonly string[] Systems = [OgcSite.Crs84, .. ((int[])[4326, 3857, 32641, 32642, 32643]).Select(code => $"{OgcSite.Epsg}{code}")];

    private Site Site => shared.Site;

    public static TheoryData<string, string> Each { get; } = [.. Systems.SelectMany(crs => ((string[])["incidents", "incident-places", "episodes", "crossings", "provinces", "durand-line"]).Select(collection => (crs, collection)))];

    [Fact]
    public async Task A_01_02_and_03_Every_collection_lists_the_same_systems_the_default_and_the_stored_one_among_them()
    {
        var collections = await Site.OkAsync("/ogc/collections");

        Assert.Equal(Systems, collections.GetProperty("crs").EnumerateArray().Select(crs => crs.GetString()));
        Assert.All(collections.GetProperty("collections").EnumerateArray(), collection =>
        {
            Assert.Equal(Systems, collection.GetProperty("crs").EnumerateArray().Select(crs => crs.GetString()));
            Assert.Equal(OgcSite.Crs84, collection.GetProperty("storageCrs").GetString());
        });
        Assert.Contains("http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs", (await Site.OkAsync("/ogc/conformance")).GetProperty("conformsTo").EnumerateArray().Select(one => one.GetString()));
    }

    [Theory]
    [MemberData(nameof(Each))]
    public async Task A_04_and_07_Coordinates_come_in_the_system_asked_for_as_the_header_says(string crs, string collection)
    {
        var stored = await Site.OkAsync(OgcSite.Items(collection, "limit=3"));
        using var response = await Site.GetAsync(OgcSite.Items(collection, $"limit=3&crs={crs}"));
        var page = await response.JsonAsync();

        Assert.Equal((HttpStatusCode.OK, $"<{crs}>"), (response.StatusCode, response.Header("Content-Crs")));
        Assert.Equal(stored.Ids(), page.Ids());
        foreach (var (before, after) in stored.Features().Zip(page.Features()))
        {
            Assert.Equal(before.GetProperty("properties").GetRawText(), after.GetProperty("properties").GetRawText());
            await AssertProjectedAsync(before.GetProperty("geometry"), after.GetProperty("geometry"), crs);
        }
        using var one = await Site.GetAsync($"{OgcSite.Items(collection)}/{page.Ids()[0]}?crs={crs}");
        Assert.Equal($"<{crs}>", one.Header("Content-Crs"));
        Assert.Equal(page.Features()[0].GetProperty("geometry").GetRawText(), (await one.JsonAsync()).GetProperty("geometry").GetRawText());
    }

    [Theory]
    [InlineData("crs", "")]
    [InlineData("bbox-crs", "bbox=71,34,72,35&")]
    public async Task A_05_and_09_A_system_that_is_not_listed_is_refused(string parameter, string others)
    {
        foreach (var uri in new[] { "http://www.opengis.net/def/crs/EPSG/0/32640", "EPSG:4326", "nonsense" })
        {
            using var response = await Site.GetAsync(OgcSite.Items("incidents", $"{others}{parameter}={Uri.EscapeDataString(uri)}"));
            Assert.Equal((HttpStatusCode.BadRequest, parameter), (response.StatusCode, (await response.JsonAsync()).GetProperty("field").GetString()));
        }
    }

    [Theory]
    [InlineData(OgcSite.Crs84, "71,34,71.2,34.2")]
    [InlineData(OgcSite.Epsg + "4326", "34,71,34.2,71.2")]
    [InlineData(OgcSite.Epsg + "3857", "7903683,4028802,7925947,4055707")]
    [InlineData(OgcSite.Epsg + "32642", "684700,3763900,702700,3786400")]
    public async Task A_08_A_box_is_read_in_its_own_system_and_order_of_axes(string crs, string box)
    {
        var found = await Site.IdsAsync("crossings", $"bbox={box}&bbox-crs={crs}");

        Assert.Equal(["x-torkham-crossing"], found);
        Assert.Equal(await Site.IdsAsync("incidents", "bbox=71,34,71.2,34.2"), await Site.IdsAsync("incidents", $"bbox={box}&bbox-crs={crs}"));
        // Six numbers, and another system in the answer.
        var parts = box.Split(',');
        Assert.Equal(found, await Site.IdsAsync("crossings", $"bbox={parts[0]},{parts[1]},0,{parts[2]},{parts[3]},5000&bbox-crs={crs}&crs={OgcSite.Epsg}32641"));
    }

    [Fact]
    public async Task A_06_and_10_Without_the_parameters_everything_is_in_degrees_longitude_first()
    {
        Assert.Equal(await Site.IdsAsync("crossings", $"bbox=71,34,71.2,34.2&bbox-crs={OgcSite.Crs84}"), await Site.IdsAsync("crossings", "bbox=71,34,71.2,34.2"));
        Assert.Equal((await Site.OkAsync(OgcSite.Items("crossings", $"crs={OgcSite.Crs84}"))).GetProperty("features").GetRawText(), (await Site.OkAsync(OgcSite.Items("crossings"))).GetProperty("features").GetRawText());
    }

    [Fact]
    public async Task A_box_beyond_what_its_system_can_hold_is_refused()
    {
        using var response = await Site.GetAsync(OgcSite.Items("crossings", $"bbox=0,0,1e30,1e30&bbox-crs={OgcSite.Epsg}32642"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    /// <summary>Inside the zone within what the rounding takes, farther off within what a series of that kind allows.</summary>
    private async Task AssertProjectedAsync(JsonElement before, JsonElement after, string crs)
    {
        Assert.Equal(before.ValueKind, after.ValueKind);
        if (before.ValueKind != JsonValueKind.Object)
        {
            return;
        }
        Assert.Equal(before.GetProperty("type").GetString(), after.GetProperty("type").GetString());
        var code = crs == OgcSite.Crs84 ? 4326 : int.Parse(crs[(crs.LastIndexOf('/') + 1)..], CultureInfo.InvariantCulture);
        await using var connection = await Site.Database.Public.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "select ST_X(p), ST_Y(p) from (select ST_GeometryN(ST_Multi(ST_Points(ST_Transform(ST_SetSRID(ST_GeomFromGeoJSON(@geometry), 4326), @code))), 1) as p) first";
        command.Parameters.AddWithValue("geometry", before.GetRawText());
        command.Parameters.AddWithValue("code", code);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        Assert.True(await reader.ReadAsync(TestContext.Current.CancellationToken));
        var (x, y) = (reader.GetDouble(0), reader.GetDouble(1));
        var first = after.GetProperty("coordinates");
        while (first[0].ValueKind == JsonValueKind.Array)
        {
            first = first[0];
        }
        var at = crs.EndsWith("4326", StringComparison.Ordinal) ? (X: first[1].GetDouble(), Y: first[0].GetDouble()) : (X: first[0].GetDouble(), Y: first[1].GetDouble());
        var tolerance = code == 4326 ? 1e-5 : 0.02;
        var lon = First(before.GetProperty("coordinates"));
        if (code > 32600 && Math.Abs(lon - ((code - 32600) * 6 - 183)) > 3.5)
        {
            tolerance = 10;
        }
        Assert.True(Math.Abs(at.X - x) <= tolerance && Math.Abs(at.Y - y) <= tolerance, $"{crs}: {at}, PROJ has {x}, {y}");
    }

    private static double First(JsonElement coordinates) => coordinates[0].ValueKind == JsonValueKind.Number ? coordinates[0].GetDouble() : First(coordinates[0]);
}
