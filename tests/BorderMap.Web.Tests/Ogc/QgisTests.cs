using System.Net;
using System.Text.Json;
using BorderMap.Web.Tests.Running;

namespace BorderMap.Web.Tests.Ogc;

/// <summary>What QGIS asks for, in its order and with its headers, when a layer is added, drawn and looked at (its provider OAPIF; the filter has tests of its own).</summary>
public sealed class QgisTests(SharedSite shared)
{
    private Site Site => shared.Site;

    [Theory]
    [InlineData("incidents", 6)]
    [InlineData("incident-places", 5)]
    [InlineData("provinces", 41)]
    public async Task A_layer_is_connected_typed_counted_and_read_to_its_end(string collection, int count)
    {
        // The landing page: the description and the collections by their media types, the query cut off.
        var landing = await AskAsync("/ogc", "application/json");
        var api = await AskAsync(landing.Address("service-desc", "application/vnd.oai.openapi+json;version=3.0")!, "application/vnd.oai.openapi+json;version=3.0, application/openapi+json;version=3.0, application/json");
        var collections = landing.Address("data", "application/json")!.Split('?')[0];

        // The page size: the default of limit, but 1,000 at least, and no more than its maximum.
        var limit = api.GetProperty("components").GetProperty("parameters").GetProperty("limit").GetProperty("schema");
        var pageSize = Math.Min(Math.Max(1000, limit.GetProperty("default").GetInt32()), limit.GetProperty("maximum").GetInt32());
        Assert.Equal(1000, pageSize);

        // The collection: reference system and extent, and the schema where the conformance says that there are some.
        var described = await AskAsync($"{collections}/{collection}", "application/json");
        var conformance = await AskAsync(landing.Address("conformance")!, "application/json");
        Assert.Contains("http://www.opengis.net/spec/ogcapi-features-5/1.0/conf/schemas", conformance.GetProperty("conformsTo").EnumerateArray().Select(one => one.GetString()));
        Assert.Equal(OgcSite.Crs84, described.GetProperty("storageCrs").GetString());
        Assert.Equal(count, described.GetProperty("itemCount").GetInt32());
        var schema = await AskAsync(described.Address("http://www.opengis.net/def/rel/ogc/1.0/schema", "application/schema+json")!, "application/schema+json");
        if (schema.GetProperty("properties").TryGetProperty("date_start", out var date))
        {
            Assert.Equal("date", date.GetProperty("format").GetString());
        }
        Assert.Equal(JsonValueKind.Object, (await AskAsync($"{collections}/{collection}/queryables", "application/schema+json")).ValueKind);

        // A sample, whether it may be edited, and the number.
        Assert.Equal(Math.Min(10, count), (await AskAsync($"{collections}/{collection}/items?limit=10", "application/geo+json, application/json")).Features().Count);
        using var options = await Site.SendAsync(HttpMethod.Options, $"{collections}/{collection}/items");
        Assert.DoesNotContain("POST", options.Content.Headers.Allow);
        Assert.Equal(count, (await AskAsync($"{collections}/{collection}/items?limit=1", "application/geo+json, application/json")).GetProperty("numberMatched").GetInt32());

        // Everything, page by page; then what lies in the canvas, in degrees and in the canvas's own system.
        Assert.Equal(count, await ReadAsync($"{collections}/{collection}/items?limit={pageSize}"));
        Assert.Equal(count, await ReadAsync($"{collections}/{collection}/items?limit=2"));
        Assert.Equal(count, await ReadAsync($"{collections}/{collection}/items?limit={pageSize}&bbox=55,20,80,40"));
        Assert.Equal(count, await ReadAsync($"{collections}/{collection}/items?limit={pageSize}&bbox=6000000,2000000,9000000,5000000&bbox-crs={OgcSite.Epsg}3857&crs={OgcSite.Epsg}3857"));
        // The axes of EPSG:4326 are turned.
        Assert.Equal(count, await ReadAsync($"{collections}/{collection}/items?limit=3&bbox=20,55,40,80&bbox-crs={OgcSite.Epsg}4326&crs={OgcSite.Epsg}4326"));
    }

    [Fact]
    public async Task A_property_that_is_a_parameter_of_a_collection_selects_by_equality_as_clients_take_it_to()
    {
        // GDAL and QGIS send what stands in a filter under the property's name.
        Assert.Equal(["i-aaaaaaaaaa"], await Site.IdsAsync("incidents", "place=Torkham"));
        Assert.Equal(["i-aaaaaaaaaa"], await Site.IdsAsync("incidents", "place=x-torkham-crossing&kind=armed_clash"));
        // So does a filter by dates, which GDAL writes with an empty time.
        Assert.Equal(await Site.IdsAsync("incidents", "datetime=2025-10-18/.."), await Site.IdsAsync("incidents", "datetime=2025-10-18T/.."));
    }

    private async Task<int> ReadAsync(string path)
    {
        var seen = new HashSet<string>();
        for (var next = path; next is not null;)
        {
            var page = await AskAsync(next, "application/geo+json, application/json");
            Assert.All(page.Ids(), id => Assert.True(seen.Add(id)));
            next = page.Address("next", "application/geo+json");
        }
        return seen.Count;
    }

    private async Task<JsonElement> AskAsync(string path, string accept)
    {
        using var response = await Site.GetAsync(path, ("Accept", accept), ("User-Agent", "Mozilla/5.0 QGIS/34402"));
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path}: {response.StatusCode} {await response.TextAsync()}");
        return await response.JsonAsync();
    }
}
