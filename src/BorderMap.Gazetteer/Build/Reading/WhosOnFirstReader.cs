using System.IO.Compression;
using System.Text;
using System.Text.Json;
using NetTopologySuite.Geometries;

namespace BorderMap.Gazetteer.Build.Reading;

/// <summary>Reads a Who's On First extract: gzip, one GeoJSON feature a line.</summary>
internal static class WhosOnFirstReader
{
    /// <summary>GADM's and GAUL's labels of the area, and Mesoshapes' own.</summary>
    private static readonly string[] LabelProperties = ["meso:gadm_admin", "meso:gaul_admin", "meso:name_en"];

    /// <exception cref="GazetteerFormatException">A line is no usable feature.</exception>
    public static IEnumerable<Entry> Read(string path, CancellationToken cancellation)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress), Encoding.UTF8);
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (ParseLine(Path.GetFileName(path), number, line) is { } entry)
            {
                yield return entry;
            }
        }
    }

    /// <returns>The entry, or null for a placetype that the gazetteer does not hold.</returns>
    internal static Entry? ParseLine(string file, int number, string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return Parse(document.RootElement);
        }
        catch (Exception fault) when (fault is JsonException or FormatException or InvalidOperationException or KeyNotFoundException or ArgumentException)
        {
            throw new GazetteerFormatException(file, number, fault.Message);
        }
    }

    private static Entry? Parse(JsonElement feature)
    {
        var properties = feature.GetProperty("properties");
        if (KindOf(properties.GetProperty("wof:placetype").GetString()) is not { } kind)
        {
            return null;
        }
        var shape = GeoJsonGeometry.Read(feature.GetProperty("geometry"));
        var (lon, lat) = PointOf(properties, shape);
        return new Entry
        {
            Id = properties.GetProperty("wof:id").GetInt64(),
            Kind = kind,
            Name = WhosOnFirstNames.Clean(properties.GetProperty("wof:name").GetString() ?? throw new FormatException("wof:name is null")),
            Country = CountryOf(properties.GetProperty("wof:country").GetString()),
            Lon = lon,
            Lat = lat,
            SupersededBy = [.. properties.GetProperty("wof:superseded_by").EnumerateArray().Select(id => id.GetInt64())],
            Deprecated = properties.TryGetProperty("edtf:deprecated", out var deprecated) && deprecated.GetString() is not (null or "" or "uuuu"),
            Ceased = properties.GetProperty("mz:is_current").GetInt32() == 0,
            Parents = [.. properties.GetProperty("wof:hierarchy").EnumerateArray().Select(ParentageOf)],
            WikidataId = Concordance(properties, "wd:id") is { ValueKind: JsonValueKind.String } wikidata ? wikidata.GetString() : null,
            GeoNamesId = Concordance(properties, "gn:id") is { ValueKind: JsonValueKind.Number } geoNames ? geoNames.GetInt64() : null,
            Population = PopulationOf(properties),
            ShapeName = Text(properties, "meso:name_en"),
            Labels = [.. LabelProperties.Select(label => Text(properties, label)).OfType<string>()],
            Shape = shape is Point ? null : shape,
            Names = WhosOnFirstNames.Read(properties),
        };
    }

    private static PlaceKind? KindOf(string? placetype) => placetype switch
    {
        "country" => PlaceKind.Country,
        "region" => PlaceKind.Province,
        "county" => PlaceKind.District,
        "locality" or "neighbourhood" or "campus" => PlaceKind.Locality,
        "localadmin" => null,
        _ => throw new FormatException($"wof:placetype is '{placetype}': country, region, county, localadmin, locality, neighbourhood or campus is right"),
    };

    private static string CountryOf(string? country) => country is "AF" or "PK"
        ? country
        : throw new FormatException($"wof:country is '{country}': AF or PK is right");

    private static (double Lon, double Lat) PointOf(JsonElement properties, Geometry shape)
    {
        var (lon, lat) = shape is Point point
            ? (point.X, point.Y)
            : properties.TryGetProperty("lbl:longitude", out var labelLon) && properties.TryGetProperty("lbl:latitude", out var labelLat)
                ? (labelLon.GetDouble(), labelLat.GetDouble())
                : (properties.GetProperty("geom:longitude").GetDouble(), properties.GetProperty("geom:latitude").GetDouble());
        return lon is >= -180 and <= 180 && lat is >= -90 and <= 90
            ? (lon, lat)
            : throw new FormatException($"coordinates {lon}, {lat} are no longitude and latitude");
    }

    /// <summary>A neighbourhood's figure is that of its town, and not taken.</summary>
    private static long PopulationOf(JsonElement properties) =>
        properties.GetProperty("wof:placetype").GetString() is "locality" && properties.TryGetProperty("wof:population", out var people) && people.ValueKind == JsonValueKind.Number
            ? people.GetInt64()
            : 0;

    private static Parentage ParentageOf(JsonElement hierarchy) =>
        new(ParentOf(hierarchy, "country_id"), ParentOf(hierarchy, "region_id"), ParentOf(hierarchy, "county_id"));

    private static long? ParentOf(JsonElement hierarchy, string level) =>
        hierarchy.TryGetProperty(level, out var id) && id.GetInt64() is > 0 and var value ? value : null;

    private static string? Text(JsonElement properties, string key) =>
        properties.TryGetProperty(key, out var value) && value.GetString() is { Length: > 0 } text ? WhosOnFirstNames.Clean(text) : null;

    private static JsonElement? Concordance(JsonElement properties, string key) =>
        properties.TryGetProperty("wof:concordances", out var all) && all.ValueKind == JsonValueKind.Object && all.TryGetProperty(key, out var value) ? value : null;
}
