using System.Text.Json;
using NetTopologySuite.Geometries;

namespace BorderMap.Gazetteer.Build.Reading;

/// <summary>Reads the clipped Natural Earth layers.</summary>
internal static class NaturalEarthReader
{
    /// <exception cref="GazetteerFormatException">The file is no GeoJSON FeatureCollection of known geometry types; the line is the feature's number.</exception>
    public static List<NaturalEarthFeature> Read(string folder, string layer)
    {
        var file = Path.Combine("natural-earth", $"{layer}_clip.geojson");
        var number = 0;
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, file)));
            var features = new List<NaturalEarthFeature>();
            foreach (var feature in document.RootElement.GetProperty("features").EnumerateArray())
            {
                number++;
                features.Add(new NaturalEarthFeature(GeoJsonGeometry.Read(feature.GetProperty("geometry")), feature.GetProperty("properties").Clone()));
            }
            return features;
        }
        catch (Exception fault) when (fault is JsonException or FormatException or InvalidOperationException or KeyNotFoundException or ArgumentException)
        {
            throw new GazetteerFormatException(file, number, fault.Message);
        }
    }
}

/// <summary>A feature of Natural Earth with its own property names.</summary>
internal sealed record NaturalEarthFeature(Geometry Geometry, JsonElement Properties)
{
    public string? Text(string property) =>
        Properties.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? WhosOnFirstNames.Clean(value.GetString()!) : null;

    public double Number(string property) =>
        Properties.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : 0;
}
