using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;

namespace BorderMap.Web.Pictures;

/// <summary>A shape of the base map: its rings or lines, lon before lat, and what its properties say.</summary>
internal sealed record BaseShape(IReadOnlyList<IReadOnlyList<(double Lon, double Lat)>> Parts, bool IsArea, string Name, string Iso, int Rank);

/// <summary>The layers of the base map as a picture draws them, each read once.</summary>
public sealed class BaseShapes(ContentRoot content)
{
    private readonly ConcurrentDictionary<string, IReadOnlyList<BaseShape>> layers = new(StringComparer.Ordinal);

    internal IReadOnlyList<BaseShape> Layer(string name) => layers.GetOrAdd(name, Read);

    /// <summary>All shapes as one path; empty where nothing of them is on the picture.</summary>
    internal static string Path(IEnumerable<BaseShape> shapes, PictureFrame frame)
    {
        var path = new StringBuilder();
        foreach (var shape in shapes)
        {
            foreach (var part in shape.Parts)
            {
                PicturePaths.Append(path, part, frame, shape.IsArea);
            }
        }
        return path.ToString();
    }

    private IReadOnlyList<BaseShape> Read(string name)
    {
        using var stream = File.OpenRead(System.IO.Path.Combine(content.Data, "basemap", name + ".json"));
        using var json = JsonDocument.Parse(stream);
        return [.. json.RootElement.GetProperty("features").EnumerateArray().Select(Shape)];
    }

    private static BaseShape Shape(JsonElement feature)
    {
        var (geometry, properties) = (feature.GetProperty("geometry"), feature.GetProperty("properties"));
        var coordinates = geometry.GetProperty("coordinates");
        var (parts, isArea) = geometry.GetProperty("type").GetString() switch
        {
            "Point" => ([[Position(coordinates)]], false),
            "LineString" => ([Line(coordinates)], false),
            "MultiLineString" => ([.. coordinates.EnumerateArray().Select(Line)], false),
            "Polygon" => ([.. coordinates.EnumerateArray().Select(Line)], true),
            "MultiPolygon" => ((IReadOnlyList<IReadOnlyList<(double, double)>>)[.. coordinates.EnumerateArray().SelectMany(polygon => polygon.EnumerateArray()).Select(Line)], true),
            var type => throw new InvalidDataException($"The base map has a {type}."),
        };
        return new(parts, isArea, Text(properties, "name"), Text(properties, "iso"), properties.TryGetProperty("rank", out var rank) ? rank.GetInt32() : 0);
    }

    private static string Text(JsonElement properties, string name) => properties.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";

    private static IReadOnlyList<(double Lon, double Lat)> Line(JsonElement positions) => [.. positions.EnumerateArray().Select(Position)];

    private static (double Lon, double Lat) Position(JsonElement position) => (position[0].GetDouble(), position[1].GetDouble());
}
