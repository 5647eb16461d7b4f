using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;

namespace BorderMap.Web.Pictures;

/// <summary>A shape of the base map: its rings or lines, lon before lat, and what its properties say.</summary>
internal sealed record BaseShape(IReadOnlyList<IReadOnlyList<(double Lon, double Lat)>> Parts, bool IsArea, string Name, string Iso, int Rank)
{
    public string Id { get; init; } = "";

    /// <summary>The position of a landmark along the Durand Line, and the end of a stretch of it, in km; null: it has none.</summary>
    public double? Km { get; init; }
    public double? ToKm { get; init; }

    public (double West, double South, double East, double North) Box { get; } = Parts.SelectMany(part => part).Aggregate((West: double.MaxValue, South: double.MaxValue, East: double.MinValue, North: double.MinValue),
        (box, at) => (Math.Min(box.West, at.Lon), Math.Min(box.South, at.Lat), Math.Max(box.East, at.Lon), Math.Max(box.North, at.Lat)));

    /// <summary>A place for a label: the middle of the widest part of the area at half its height.</summary>
    public (double Lon, double Lat) Middle
    {
        get
        {
            var lat = (Box.South + Box.North) / 2;
            var crossings = Crossings(lat);
            var widest = crossings.Chunk(2).Where(pair => pair.Length == 2).DefaultIfEmpty([Box.West, Box.East]).MaxBy(pair => pair[1] - pair[0])!;
            return ((widest[0] + widest[1]) / 2, lat);
        }
    }

    /// <summary>Whether an area holds a point.</summary>
    public bool Holds(double lon, double lat) =>
        lon >= Box.West && lon <= Box.East && lat >= Box.South && lat <= Box.North && Crossings(lat).Count(crossing => crossing < lon) % 2 == 1;

    /// <summary>Where a parallel crosses the rings, from the west.</summary>
    private List<double> Crossings(double lat)
    {
        var crossings = new List<double>();
        foreach (var ring in Parts)
        {
            for (var at = 1; at < ring.Count; at++)
            {
                var (a, b) = (ring[at - 1], ring[at]);
                if (a.Lat > lat != b.Lat > lat)
                {
                    crossings.Add(a.Lon + ((lat - a.Lat) / (b.Lat - a.Lat) * (b.Lon - a.Lon)));
                }
            }
        }
        crossings.Sort();
        return crossings;
    }
}

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
        return new(parts, isArea, Text(properties, "name"), Text(properties, "iso"), properties.TryGetProperty("rank", out var rank) ? rank.GetInt32() : 0)
        {
            Id = Text(properties, "id"),
            Km = Number(properties, "km"),
            ToKm = Number(properties, "to_km"),
        };
    }

    private static string Text(JsonElement properties, string name) => properties.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";

    private static double? Number(JsonElement properties, string name) => properties.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;

    private static IReadOnlyList<(double Lon, double Lat)> Line(JsonElement positions) => [.. positions.EnumerateArray().Select(Position)];

    private static (double Lon, double Lat) Position(JsonElement position) => (position[0].GetDouble(), position[1].GetDouble());
}
