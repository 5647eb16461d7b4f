using System.Net;
using System.Text.Json;
using BorderMap.Web.Tests.Running;

namespace BorderMap.Web.Tests.Ogc;

/// <summary>The abstract tests of OGC API - Features - Part 1: Core 1.0.1 (17-069r4, annex A), by their numbers.</summary>
public sealed class CoreTests(SharedSite shared)
{
    private Site Site => shared.Site;

    public static TheoryData<string> Collections => OgcSite.Each;

    [Fact]
    public async Task A_01_Http_answers_by_version_1_1_and_refuses_methods_that_write()
    {
        using var read = await Site.GetAsync("/ogc");
        using var write = await Site.PostAsync(OgcSite.Items("incidents"), "{}", "application/geo+json");

        Assert.Equal(HttpVersion.Version11, read.Version);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, write.StatusCode);
    }

    [Theory]
    [MemberData(nameof(Collections))]
    public async Task A_02_Crs84_is_the_system_of_all_coordinates_that_nothing_else_is_asked_for(string collection)
    {
        foreach (var path in new[] { OgcSite.Items(collection, "limit=20"), OgcSite.Items(collection, "limit=1&bbox=60,29,75,38") })
        {
            using var response = await Site.GetAsync(path);
            Assert.Equal($"<{OgcSite.Crs84}>", response.Header("Content-Crs"));
            Assert.All(Positions(await response.JsonAsync()), position => Assert.True(position is { X: > 60 and < 78, Y: > 23 and < 39 }, $"{collection}: {position}"));
        }
    }

    [Fact]
    public async Task A_03_and_04_The_landing_page_leads_to_api_conformance_and_data()
    {
        var page = await Site.OkAsync("/ogc");

        OgcSite.AssertLinks(page, "self", "alternate", "service-desc", "service-doc", "conformance", "data", "license");
        Assert.Equal("application/vnd.oai.openapi+json;version=3.0", page.Link("service-desc")!.Value.GetProperty("type").GetString());
        // Both with a slash at the end and without.
        Assert.Equal(page.GetProperty("title").GetString(), (await Site.OkAsync("/ogc/")).GetProperty("title").GetString());
    }

    [Fact]
    public async Task A_05_and_06_The_api_is_described_where_the_landing_page_says()
    {
        foreach (var relation in new[] { "service-desc", "service-doc" })
        {
            var link = (await Site.OkAsync("/ogc")).Link(relation)!.Value;
            using var response = await Site.GetAsync(link.GetProperty("href").GetString()!, ("Accept", link.GetProperty("type").GetString()!));
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal(link.GetProperty("type").GetString()!.Split(';')[0], response.Content.Headers.ContentType?.MediaType);
        }
    }

    [Fact]
    public async Task A_07_and_08_The_conformance_classes_are_declared_at_the_path_and_by_the_link()
    {
        var declared = await Site.OkAsync("/ogc/conformance");
        var classes = declared.GetProperty("conformsTo").EnumerateArray().Select(one => one.GetString()!).ToList();

        Assert.Equal(declared.GetProperty("conformsTo").GetRawText(), (await Site.OkAsync((await Site.OkAsync("/ogc")).Address("conformance")!)).GetProperty("conformsTo").GetRawText());
        Assert.Equal(classes.Distinct(), classes);
        Assert.All((string[])["core", "geojson", "html", "oas30"], name => Assert.Contains($"http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/{name}", classes));
    }

    [Fact]
    public async Task A_09_and_10_The_collections_are_all_listed_with_links_extent_and_reference_systems()
    {
        var collections = await Site.OkAsync("/ogc/collections");

        OgcSite.AssertLinks(collections, "self", "alternate", "license");
        Assert.Equal(OgcSite.Collections, collections.GetProperty("collections").EnumerateArray().Select(collection => collection.GetProperty("id").GetString()));
        Assert.All(collections.GetProperty("collections").EnumerateArray(), collection =>
        {
            OgcSite.AssertLinks(collection, "self", "items", "license");
            Assert.NotNull(collection.Link("items", "application/geo+json"));
            Assert.NotNull(collection.Link("items", "text/html"));
            Assert.Contains(OgcSite.Crs84, collection.GetProperty("crs").EnumerateArray().Select(crs => crs.GetString()));
            Assert.NotEmpty(collection.GetProperty("description").GetString()!);
        });
    }

    [Theory]
    [MemberData(nameof(Collections))]
    public async Task A_11_and_12_A_collection_says_of_itself_what_the_list_says_and_its_extent_holds_all_features(string id)
    {
        var listed = (await Site.OkAsync("/ogc/collections")).GetProperty("collections").EnumerateArray().Single(collection => collection.GetProperty("id").GetString() == id);
        var collection = await Site.OkAsync($"/ogc/collections/{id}");

        Assert.All((string[])["id", "title", "description", "extent", "itemType", "itemCount", "crs", "storageCrs"], name => Assert.Equal(listed.GetProperty(name).GetRawText(), collection.GetProperty(name).GetRawText()));
        OgcSite.AssertLinks(collection, "self", "alternate");
        var box = collection.GetProperty("extent").GetProperty("spatial").GetProperty("bbox")[0].EnumerateArray().Select(degrees => degrees.GetDouble()).ToArray();
        Assert.All(Positions(await Site.OkAsync(OgcSite.Items(id, "limit=500"))), at => Assert.True(at.X >= box[0] - 1e-5 && at.Y >= box[1] - 1e-5 && at.X <= box[2] + 1e-5 && at.Y <= box[3] + 1e-5, $"{at}"));
        if (collection.GetProperty("extent").TryGetProperty("temporal", out var time))
        {
            Assert.Equal("2025-10-11T00:00:00Z", time.GetProperty("interval")[0][0].GetString());
        }
    }

    [Theory]
    [MemberData(nameof(Collections))]
    public async Task A_13_and_22_The_features_are_a_collection_of_whole_features_with_counts_and_links(string collection)
    {
        var described = await Site.OkAsync($"/ogc/collections/{collection}");
        var page = await Site.OkAsync(OgcSite.Items(collection, "limit=3"));

        Assert.Equal("FeatureCollection", page.GetProperty("type").GetString());
        Assert.InRange(page.Features().Count, 1, 3);
        Assert.All(page.Features(), feature =>
        {
            Assert.Equal("Feature", feature.GetProperty("type").GetString());
            Assert.Equal(JsonValueKind.String, feature.GetProperty("id").ValueKind);
            Assert.True(feature.TryGetProperty("geometry", out _));
            Assert.Equal(feature.GetProperty("id").GetString(), feature.GetProperty("properties").GetProperty("id").GetString());
        });
        Assert.Equal(page.GetRawText(), (await Site.OkAsync(described.Address("items", "application/geo+json")! + "?limit=3")).GetRawText().Replace("&limit=3", "?limit=3", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("bbox", "array")]
    [InlineData("limit", "integer")]
    [InlineData("datetime", "string")]
    public async Task A_14_16_and_18_The_parameters_of_the_core_are_defined_for_every_collection(string name, string type)
    {
        var api = await Site.OkAsync("/ogc/api");
        foreach (var collection in OgcSite.Collections)
        {
            var parameters = api.GetProperty("paths").GetProperty($"/collections/{collection}/items").GetProperty("get").GetProperty("parameters").EnumerateArray()
                .Select(parameter => parameter.TryGetProperty("$ref", out var reference) ? api.GetProperty("components").GetProperty("parameters").GetProperty(reference.GetString()!.Split('/')[^1]) : parameter);
            var parameter = parameters.Single(parameter => parameter.GetProperty("name").GetString() == name);
            Assert.Equal(("query", false, "form", false, type), (parameter.GetProperty("in").GetString(), parameter.GetProperty("required").GetBoolean(), parameter.GetProperty("style").GetString(),
                parameter.GetProperty("explode").GetBoolean(), parameter.GetProperty("schema").GetProperty("type").GetString()));
        }
        var limit = api.GetProperty("components").GetProperty("parameters").GetProperty("limit").GetProperty("schema");
        Assert.Equal((1, 10_000, 100), (limit.GetProperty("minimum").GetInt32(), limit.GetProperty("maximum").GetInt32(), limit.GetProperty("default").GetInt32()));
        var box = api.GetProperty("paths").GetProperty("/collections/places/items").GetProperty("get").GetProperty("parameters").EnumerateArray().Single(one => one.TryGetProperty("name", out var it) && it.GetString() == "bbox").GetProperty("schema");
        Assert.Equal((4, 6), (box.GetProperty("minItems").GetInt32(), box.GetProperty("maxItems").GetInt32()));
    }

    [Theory]
    [InlineData("71,34,72,34.5", "i-aaaaaaaaaa i-dddddddddd i-rrrrrrrrrr")]
    [InlineData("71,34,0,72,34.5,9000", "i-aaaaaaaaaa i-dddddddddd i-rrrrrrrrrr")]
    // A point, and what has no place.
    [InlineData("71.08221,34.13106,71.08221,34.13106", "i-aaaaaaaaaa i-dddddddddd")]
    // Across the antimeridian, round the globe to just west of the crossing.
    [InlineData("71.06,34,70,34.2", "i-aaaaaaaaaa i-dddddddddd")]
    [InlineData("-180,-90,180,90", "i-aaaaaaaaaa i-bbbbbbbbbb i-cccccccccc i-dddddddddd i-eeeeeeeeee i-rrrrrrrrrr")]
    [InlineData("71,34,72,34.5&place-match=point", "i-aaaaaaaaaa i-rrrrrrrrrr")]
    [InlineData("71.12,34,71.2,34.2&place-match=possible", "i-rrrrrrrrrr")]
    public async Task A_15_A_box_selects_what_intersects_it_and_what_has_no_geometry(string box, string expected) =>
        Assert.Equal(expected.Split(' '), (await Site.IdsAsync("incidents", $"bbox={box}")).Order(StringComparer.Ordinal));

    [Fact]
    public async Task A_15_A_box_selects_areas_and_lines_that_reach_into_it()
    {
        var districts = await Site.OkAsync(OgcSite.Items("districts", "bbox=71.05,34.1,71.1,34.15"));

        Assert.Contains("Khyber", districts.Features().Select(feature => feature.GetProperty("properties").GetProperty("name").GetString()));
        Assert.Equal(["durand-line"], await Site.IdsAsync("durand-line", "bbox=70.9,34,71.2,34.3"));
        Assert.Empty(await Site.IdsAsync("durand-line", "bbox=62,34,63,35"));
        Assert.Equal(["x-torkham-crossing"], await Site.IdsAsync("crossings", "bbox=71,34,71.2,34.2"));
    }

    [Theory]
    [InlineData("limit=1", 1)]
    [InlineData("limit=3", 3)]
    [InlineData("limit=10000", 6)]
    [InlineData("", 6)]
    public async Task A_17_A_page_holds_no_more_than_its_limit(string query, int expected) => Assert.Equal(expected, (await Site.IdsAsync("incidents", query)).Length);

    [Theory]
    [InlineData("2025-10-13", "b e")]
    [InlineData("2025-10-13T12:00:00Z", "b e")]
    [InlineData("2025-10-12/2025-10-15", "a b c e")]
    [InlineData("../2025-10-12", "a e")]
    [InlineData("/2025-10-12", "a e")]
    [InlineData("2025-10-18/..", "d e r")]
    [InlineData("2025-10-18T00:00:00Z/", "d e r")]
    public async Task A_19_A_time_selects_what_intersects_it_and_what_has_no_time(string time, string expected)
    {
        var letters = (await Site.IdsAsync("incidents", $"datetime={time}")).Select(id => id[2..3]).Order().ToArray();

        Assert.Equal(expected.Split(' '), letters);
        // The truce of that day has no place.
        Assert.Equal(letters.Except(["d"]), (await Site.IdsAsync("incident-places", $"datetime={time}")).Select(id => id[2..3]).Order());
        // A crossing has no time.
        Assert.Equal(24, (await Site.OkAsync(OgcSite.Items("crossings", $"datetime={time}"))).GetProperty("numberMatched").GetInt32());
    }

    [Theory]
    [InlineData("incidents", "limit=0", "limit")]
    [InlineData("incidents", "limit=10001", "limit")]
    [InlineData("incidents", "limit=many", "limit")]
    [InlineData("incidents", "bbox=1,2,3", "bbox")]
    [InlineData("places", "bbox=71,34,72", "bbox")]
    [InlineData("places", "bbox=72,35,71,34", "bbox")]
    [InlineData("places", "bbox=a,b,c,d", "bbox")]
    [InlineData("places", "bbox=71,34,72,95", "bbox")]
    [InlineData("incidents", "datetime=yesterday", "datetime")]
    [InlineData("episodes", "datetime=2025-10-12/2025-10-01", "datetime")]
    [InlineData("incidents", "f=xml", "f")]
    [InlineData("incidents", "sortby=nothing", "sortby")]
    [InlineData("incidents", "sortby=url", "sortby")]
    [InlineData("incidents", "cursor=nonsense", "cursor")]
    [InlineData("incidents", "radius_m=far", "radius_m")]
    [InlineData("incidents", "date_start=2025-13-01", "date_start")]
    [InlineData("incidents", "country=XX", "country")]
    [InlineData("incidents", "kind=nonsense", "kind")]
    [InlineData("incidents", "crs=EPSG:4326", "crs")]
    [InlineData("incidents", "title=a&title=b", "title")]
    public async Task A_20_A_wrong_value_is_refused_with_the_name_of_its_parameter(string collection, string query, string field) => await AssertRefusedAsync(OgcSite.Items(collection, query), field);

    [Theory]
    [InlineData("/ogc?nonsense=1", "nonsense")]
    [InlineData("/ogc/conformance?limit=1", "limit")]
    [InlineData("/ogc/api?nonsense=1", "nonsense")]
    [InlineData("/ogc/collections?nonsense=1", "nonsense")]
    [InlineData("/ogc/collections/incidents?bbox=1,2,3,4", "bbox")]
    [InlineData("/ogc/collections/incidents/items?nonsense=1", "nonsense")]
    [InlineData("/ogc/collections/incidents/items?Limit=1", "Limit")]
    [InlineData("/ogc/collections/incidents/items?name_ps=x", "name_ps")]
    [InlineData("/ogc/collections/places/items?asOf=1", "asOf")]
    [InlineData("/ogc/collections/places/items?killed-min=1", "killed-min")]
    [InlineData("/ogc/collections/incidents/items/i-aaaaaaaaaa?limit=1", "limit")]
    [InlineData("/ogc/collections/incidents/schema?limit=1", "limit")]
    public async Task A_21_An_unknown_parameter_is_refused(string path, string field) => await AssertRefusedAsync(path, field);

    [Theory]
    [MemberData(nameof(Collections))]
    public async Task A_23_The_links_of_a_page_lead_to_itself_its_other_form_and_the_next_one(string collection)
    {
        using var response = await Site.GetAsync(OgcSite.Items(collection, "limit=1"));
        var page = await response.JsonAsync();

        OgcSite.AssertLinks(page, "self", "alternate", "collection", "license");
        Assert.EndsWith(OgcSite.Items(collection, "limit=1"), page.Address("self"), StringComparison.Ordinal);
        Assert.Equal(page.GetProperty("numberMatched").GetInt64() > 1, page.Link("next") is not null);
        Assert.Equal(page.Link("next") is not null, response.Header("Link")!.Contains("rel=\"next\"", StringComparison.Ordinal));
        using var other = await Site.GetAsync(page.Address("alternate")!);
        Assert.Equal("text/html", other.Content.Headers.ContentType?.MediaType);
        Assert.Contains("f=json", await other.TextAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("bbox=60,29,75,38")]
    [InlineData("sortby=-date_start")]
    public async Task A_24_No_page_tells_a_time_so_that_the_same_data_are_the_same_bytes(string query)
    {
        var page = await Site.OkAsync(OgcSite.Items("incidents", query));

        Assert.False(page.TryGetProperty("timeStamp", out _));
        Assert.Equal(page.GetRawText(), (await Site.OkAsync(OgcSite.Items("incidents", query))).GetRawText());
    }

    [Theory]
    [InlineData("incidents", "limit=1", 6)]
    [InlineData("incidents", "limit=2&kind=airstrike,shelling", 2)]
    [InlineData("incidents", "limit=2&bbox=71,34,72,34.5", 3)]
    [InlineData("incident-places", "limit=2", 5)]
    [InlineData("districts", "limit=100", 571)]
    [InlineData("provinces", "limit=10", 41)]
    public async Task A_25_and_26_The_numbers_are_those_of_what_the_pages_hold(string collection, string query, int expected)
    {
        var all = await Site.WalkAsync(OgcSite.Items(collection, query));

        Assert.Equal(expected, all.Count);
        Assert.Equal(expected, all.Select(feature => feature.GetProperty("id").GetString()).Distinct().Count());
        Assert.Equal(expected, (await Site.OkAsync(OgcSite.Items(collection, query))).GetProperty("numberMatched").GetInt32());
    }

    [Theory]
    [MemberData(nameof(Collections))]
    public async Task A_27_28_and_29_Each_feature_can_be_had_by_its_id_with_links(string collection)
    {
        foreach (var listed in (await Site.OkAsync(OgcSite.Items(collection, "limit=2"))).Features())
        {
            using var response = await Site.GetAsync($"{OgcSite.Items(collection)}/{listed.GetProperty("id").GetString()}");
            var feature = await response.JsonAsync();

            Assert.Equal("application/geo+json", response.Content.Headers.ContentType?.MediaType);
            Assert.Equal(listed.GetProperty("geometry").GetRawText(), feature.GetProperty("geometry").GetRawText());
            Assert.Equal(listed.GetProperty("properties").GetRawText(), feature.GetProperty("properties").GetRawText());
            OgcSite.AssertLinks(feature, "self", "alternate", "collection", "license");
        }
    }

    [Theory]
    [InlineData("/ogc/collections/nothing", HttpStatusCode.NotFound)]
    [InlineData("/ogc/collections/nothing/items", HttpStatusCode.NotFound)]
    [InlineData("/ogc/collections/nothing/schema", HttpStatusCode.NotFound)]
    [InlineData("/ogc/collections/incidents/items/i-zzzzzzzzzz", HttpStatusCode.NotFound)]
    [InlineData("/ogc/collections/places/items/1", HttpStatusCode.NotFound)]
    // Retracted, with the reason; merged; embargoed.
    [InlineData("/ogc/collections/incidents/items/i-ffffffffff", HttpStatusCode.Gone)]
    [InlineData("/ogc/collections/incidents/items/i-gggggggggg", HttpStatusCode.MovedPermanently)]
    [InlineData("/ogc/collections/incidents/items/i-pppppppppp", HttpStatusCode.NotFound)]
    public async Task What_is_not_there_says_so(string path, HttpStatusCode status)
    {
        using var response = await Site.GetAsync(path);

        Assert.Equal(status, response.StatusCode);
        if (status == HttpStatusCode.MovedPermanently)
        {
            Assert.EndsWith("/ogc/collections/incidents/items/i-aaaaaaaaaa", response.Header("Location"), StringComparison.Ordinal);
        }
    }

    private async Task AssertRefusedAsync(string path, string field)
    {
        using var response = await Site.GetAsync(path);
        var problem = await response.JsonAsync();

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json", field), (response.StatusCode, response.Content.Headers.ContentType?.MediaType, problem.GetProperty("field").GetString()));
        Assert.NotEmpty(problem.GetProperty("fix").GetString()!);
    }

    private static List<(double X, double Y)> Positions(JsonElement page)
    {
        var positions = new List<(double, double)>();
        foreach (var geometry in page.Features().Select(feature => feature.GetProperty("geometry")).Where(geometry => geometry.ValueKind == JsonValueKind.Object))
        {
            Add(geometry.GetProperty("coordinates"));
        }
        Assert.NotEmpty(positions);
        return positions;

        void Add(JsonElement coordinates)
        {
            if (coordinates[0].ValueKind == JsonValueKind.Number)
            {
                positions.Add((coordinates[0].GetDouble(), coordinates[1].GetDouble()));
                return;
            }
            foreach (var part in coordinates.EnumerateArray())
            {
                Add(part);
            }
        }
    }
}
