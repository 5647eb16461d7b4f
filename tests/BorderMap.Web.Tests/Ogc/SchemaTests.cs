using System.Globalization;
using System.Text.Json;
using BorderMap.PostGis.Features;
using BorderMap.Web.Tests.Running;

namespace BorderMap.Web.Tests.Ogc;

/// <summary>Schemas (Part 5), queryables as a resource and as parameters (Part 3), sortables.</summary>
public sealed class SchemaTests(SharedSite shared)
{
    private Site Site => shared.Site;

    public static TheoryData<string> Collections => OgcSite.Each;

    [Theory]
    [MemberData(nameof(Collections))]
    public async Task A_schema_says_of_every_property_what_it_is_and_the_features_have_just_these(string collection)
    {
        var described = await Site.OkAsync($"/ogc/collections/{collection}");
        var schema = await Site.OkAsync(described.Address("http://www.opengis.net/def/rel/ogc/1.0/schema", "application/schema+json")!);

        Assert.Equal(("https://json-schema.org/draft/2020-12/schema", "object", false), (schema.GetProperty("$schema").GetString(), schema.GetProperty("type").GetString(), schema.GetProperty("additionalProperties").GetBoolean()));
        Assert.Equal(schema.GetRawText(), (await Site.OkAsync(schema.GetProperty("$id").GetString()!)).GetRawText());
        var properties = schema.GetProperty("properties").EnumerateObject().ToList();
        Assert.Equal(Enumerable.Range(1, properties.Count), properties.Select(property => property.Value.GetProperty("x-ogc-propertySeq").GetInt32()));
        Assert.Equal(["id"], properties.Where(property => Role(property.Value) == "id").Select(property => property.Name));
        var geometry = properties.Single(property => Role(property.Value) == "primary-geometry");
        Assert.False(geometry.Value.TryGetProperty("type", out _) || geometry.Value.TryGetProperty("$ref", out _));
        Assert.All(properties.Where(property => property.Name != geometry.Name), property => Assert.Contains(property.Value.GetProperty("type").GetString(), (string[])["string", "integer", "number", "boolean"]));
        foreach (var feature in (await Site.OkAsync(OgcSite.Items(collection, "limit=50"))).Features())
        {
            Assert.Equal(properties.Where(property => property.Name != geometry.Name).Select(property => property.Name), feature.GetProperty("properties").EnumerateObject().Select(property => property.Name));
            Assert.All(feature.GetProperty("properties").EnumerateObject(), value => AssertIs(value.Value, schema.GetProperty("properties").GetProperty(value.Name), value.Name));
            if (feature.GetProperty("geometry") is { ValueKind: JsonValueKind.Object } shape)
            {
                Assert.Equal(geometry.Value.GetProperty("format").GetString(), $"geometry-{shape.GetProperty("type").GetString()!.ToLowerInvariant()}");
            }
        }
    }

    [Fact]
    public async Task The_dates_of_an_incident_are_the_primary_interval_by_day()
    {
        var properties = (await Site.OkAsync("/ogc/collections/incidents/schema")).GetProperty("properties");

        Assert.Equal(("primary-interval-start", "date"), (Role(properties.GetProperty("date_start")), properties.GetProperty("date_start").GetProperty("format").GetString()));
        Assert.Equal(("primary-interval-end", "date"), (Role(properties.GetProperty("date_end")), properties.GetProperty("date_end").GetProperty("format").GetString()));
        Assert.Equal("type", Role(properties.GetProperty("kind")));
        Assert.Equal("m", properties.GetProperty("radius_m").GetProperty("x-ogc-unit").GetString());
    }

    [Theory]
    [MemberData(nameof(Collections))]
    public async Task The_schema_of_a_feature_as_geojson_is_what_gdal_reads(string collection)
    {
        var schema = await Site.OkAsync((await Site.OkAsync($"/ogc/collections/{collection}")).Address("describedby", "application/schema+json")!);
        var properties = schema.GetProperty("properties").GetProperty("properties").GetProperty("properties");

        Assert.False(properties.TryGetProperty("id", out _));
        Assert.Equal(FeatureSets.Find(collection)!.Properties.Skip(1).Select(property => property.Name), properties.EnumerateObject().Select(property => property.Name));
    }

    [Theory]
    [MemberData(nameof(Collections))]
    public async Task Features_can_be_selected_by_each_queryable_as_a_parameter(string collection)
    {
        var described = await Site.OkAsync($"/ogc/collections/{collection}");
        var queryables = await Site.OkAsync(described.Address("http://www.opengis.net/def/rel/ogc/1.0/queryables", "application/schema+json")!);
        var first = (await Site.OkAsync(OgcSite.Items(collection, "limit=1"))).Features()[0].GetProperty("properties");
        foreach (var queryable in queryables.GetProperty("properties").EnumerateObject().Where(property => property.Name != "geometry"))
        {
            var value = first.GetProperty(queryable.Name);
            if (value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }
            var page = await Site.OkAsync(OgcSite.Items(collection, $"{queryable.Name}={Uri.EscapeDataString(value.ToString().Replace("True", "true", StringComparison.Ordinal).Replace("False", "false", StringComparison.Ordinal))}&limit=1000"));
            Assert.Contains(first.GetProperty("id").GetString(), page.Ids());
            Assert.All(page.Features(), feature => Assert.Equal(value.GetRawText(), feature.GetProperty("properties").GetProperty(queryable.Name).GetRawText()));
        }
        // QGIS selects by area only where the geometry is referred to.
        Assert.StartsWith("https://geojson.org/schema/", queryables.GetProperty("properties").GetProperty("geometry").GetProperty("$ref").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Collections))]
    public async Task Features_can_be_sorted_by_each_sortable_both_ways_over_pages_with_nulls_last(string collection)
    {
        var sortables = (await Site.OkAsync((await Site.OkAsync($"/ogc/collections/{collection}")).Address("http://www.opengis.net/def/rel/ogc/1.0/sortables")!)).GetProperty("properties").EnumerateObject().ToList();
        Assert.DoesNotContain(sortables, property => property.Name is "geometry" or "url");
        // All of few; of many one, in few pages.
        var (few, limit) = collection is "places" or "districts" or "provinces" ? (sortables.Where(property => property.Name is "name_ps" or "radius_m"), 200) : (sortables, collection == "crossings" ? 7 : 2);
        var filter = collection == "places" ? "&kind=area" : "";
        var all = (await Site.WalkAsync(OgcSite.Items(collection, $"limit=1000{filter}"))).ToDictionary(feature => feature.GetProperty("id").GetString()!);
        foreach (var property in few)
        {
            foreach (var sign in new[] { "", "-" })
            {
                var walked = await Site.WalkAsync(OgcSite.Items(collection, $"limit={limit}&sortby={sign}{property.Name}{filter}"));
                var expected = all.Values.OrderBy(feature => Value(feature, property.Name) is null)
                    .ThenBy(feature => Value(feature, property.Name), Comparer<object?>.Create((one, other) => Compare(one, other) * (sign.Length > 0 ? -1 : 1))).ThenBy(feature => feature.GetProperty("id").GetString(), StringComparer.Ordinal);
                Assert.Equal(expected.Select(feature => feature.GetProperty("id").GetString()), walked.Select(feature => feature.GetProperty("id").GetString()));
            }
        }
    }

    [Fact]
    public async Task Features_can_be_sorted_by_several_properties() =>
        Assert.Equal(["i-aaaaaaaaaa", "i-bbbbbbbbbb", "i-cccccccccc", "i-rrrrrrrrrr", "i-eeeeeeeeee", "i-dddddddddd"],
            (await Site.WalkAsync(OgcSite.Items("incidents", "sortby=-precision,%2Bdate_start&limit=2"))).Select(feature => feature.GetProperty("id").GetString()));

    private static string? Role(JsonElement property) => property.TryGetProperty("x-ogc-role", out var role) ? role.GetString() : null;

    private static object? Value(JsonElement feature, string name) => feature.GetProperty("properties").GetProperty(name) switch
    {
        { ValueKind: JsonValueKind.Null } => null,
        { ValueKind: JsonValueKind.Number } number => number.GetDouble(),
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        var truth => truth.GetBoolean() ? 1.0 : 0.0,
    };

    private static int Compare(object? one, object? other) => (one, other) switch
    {
        (null, null) => 0,
        (string a, string b) => CompareBytes(a, b),
        (double a, double b) => a.CompareTo(b),
        _ => one is null ? 1 : -1,
    };

    // The order of PostgreSQL's collation C is that of UTF-8.
    private static int CompareBytes(string one, string other) => System.Text.Encoding.UTF8.GetBytes(one).AsSpan().SequenceCompareTo(System.Text.Encoding.UTF8.GetBytes(other));

    private static void AssertIs(JsonElement value, JsonElement schema, string name)
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            return;
        }
        var fits = schema.GetProperty("type").GetString() switch
        {
            "integer" => value.TryGetInt32(out _),
            "number" => value.ValueKind == JsonValueKind.Number,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            _ => value.ValueKind == JsonValueKind.String && (!schema.TryGetProperty("format", out var format) || IsOf(format.GetString()!, value.GetString()!)),
        };
        Assert.True(fits, $"{name}: {value.GetRawText()}");
        if (schema.TryGetProperty("enum", out var values))
        {
            Assert.Contains(value.GetString(), values.EnumerateArray().Select(one => one.GetString()));
        }
    }

    private static bool IsOf(string format, string text) => format == "date"
        ? DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
        : DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
