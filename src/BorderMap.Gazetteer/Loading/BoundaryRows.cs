using System.Text.Json;
using NetTopologySuite.Geometries;

namespace BorderMap.Gazetteer.Loading;

/// <summary>Reads <c>boundaries.tsv</c>: an id and a GeoJSON Polygon or MultiPolygon a row.</summary>
internal static class BoundaryRows
{
    public const string Header = "id\tgeometry";
    private static readonly GeometryFactory Factory = new(new PrecisionModel(), 4326);

    public static Dictionary<string, Geometry> Read(GazetteerFile file)
    {
        var boundaries = new Dictionary<string, Geometry>(StringComparer.Ordinal);
        var rows = file.Rows(Header);
        while (rows.MoveNext())
        {
            var id = rows.Required(0, "id");
            try
            {
                if (!boundaries.TryAdd(id, Parse(rows.Bytes(1))))
                {
                    throw rows.Broken($"the boundary of {id} stands twice");
                }
            }
            catch (Exception fault) when (fault is JsonException or FormatException or ArgumentException or InvalidOperationException)
            {
                throw rows.Broken($"the geometry of {id} is no GeoJSON Polygon or MultiPolygon: {fault.Message}");
            }
        }
        return boundaries;
    }

    /// <exception cref="FormatException">The geometry is of another type.</exception>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    private static Geometry Parse(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        string? type = null;
        var shells = new List<Polygon>();
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("type"u8))
            {
                reader.Read();
                type = reader.GetString();
            }
            else if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("coordinates"u8))
            {
                ReadCoordinates(ref reader, type, shells);
            }
        }
        return shells.Count == 0 ? throw new FormatException("it has no coordinates")
            : shells.Count == 1 ? shells[0] : Factory.CreateMultiPolygon([.. shells]);
    }

    private static void ReadCoordinates(ref Utf8JsonReader reader, string? type, List<Polygon> shells)
    {
        reader.Read();
        switch (type)
        {
            case "Polygon":
                shells.Add(ReadPolygon(ref reader));
                break;
            case "MultiPolygon":
                while (reader.Read() && reader.TokenType == JsonTokenType.StartArray)
                {
                    shells.Add(ReadPolygon(ref reader));
                }
                break;
            default:
                throw new FormatException($"its type is \"{type}\", and must stand before its coordinates");
        }
    }

    /// <summary>Reads rings until the polygon's own bracket closes; the reader stands on the opening one.</summary>
    private static Polygon ReadPolygon(ref Utf8JsonReader reader)
    {
        var rings = new List<LinearRing>();
        while (reader.Read() && reader.TokenType == JsonTokenType.StartArray)
        {
            var ring = new List<Coordinate>();
            while (reader.Read() && reader.TokenType == JsonTokenType.StartArray)
            {
                reader.Read();
                var lon = reader.GetDouble();
                reader.Read();
                ring.Add(new Coordinate(lon, reader.GetDouble()));
                reader.Read();
            }
            rings.Add(Factory.CreateLinearRing([.. ring]));
        }
        return rings.Count == 0 ? throw new FormatException("a polygon has no ring")
            : Factory.CreatePolygon(rings[0], [.. rings.Skip(1)]);
    }
}
