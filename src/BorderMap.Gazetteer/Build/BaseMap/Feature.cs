using System.Text.Encodings.Web;
using System.Text.Json;
using BorderMap.Gazetteer.Build.Writing;
using NetTopologySuite.Geometries;

namespace BorderMap.Gazetteer.Build.BaseMap;

/// <summary>A feature of the base map; properties that are null are left out.</summary>
internal sealed record Feature(Geometry Geometry, params (string Name, object? Value)[] Properties)
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a FeatureCollection, one feature a line.</summary>
    public static void WriteAll(string path, IEnumerable<Feature> features, int decimals)
    {
        var lines = features.Select(feature => feature.Text(decimals)).ToList();
        TextFile.Write(path, lines.Select((line, i) => line + (i + 1 < lines.Count ? "," : ""))
            .Prepend("""{"type":"FeatureCollection","features":[""").Append("]}"));
    }

    private string Text(int decimals)
    {
        var properties = Properties.Where(p => p.Value is not null).Select(p => $"\"{p.Name}\":{JsonSerializer.Serialize(p.Value, Plain)}");
        return $$"""{"type":"Feature","properties":{{{string.Join(',', properties)}}},"geometry":{{GeoJsonText.Of(Geometry, decimals)}}}""";
    }
}
