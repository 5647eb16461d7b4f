using System.Buffers;
using System.Text.Json;
using BorderMap.Gazetteer.Coordinates;
using NetTopologySuite.Geometries;

namespace BorderMap.PostGis.Features;

/// <summary>Puts a geometry of another reference system into a finished feature.</summary>
internal static class FeatureGeometry
{
    private static ReadOnlySpan<byte> Member => "\"geometry\""u8;

    private static ReadOnlySpan<byte> Next => "\"properties\""u8;

    /// <param name="feature">A finished GeoJSON feature, UTF-8: its geometry stands before its properties, and nothing before it holds the word between quotes.</param>
    /// <param name="geometry">WGS 84, longitude first; null: none.</param>
    /// <param name="crs">The reference system of the answer, in whose order of axes the coordinates are written.</param>
    public static byte[] Replace(byte[] feature, Geometry? geometry, ReferenceSystem crs)
    {
        var start = feature.AsSpan().IndexOf(Member);
        var end = start < 0 ? -1 : feature.AsSpan(start).IndexOf(Next) + start;
        if (end <= start)
            throw new InvalidOperationException("A feature has no geometry before its properties.");
        var buffer = new ArrayBufferWriter<byte>(feature.Length + 64);
        buffer.Write(feature.AsSpan(0, start + Member.Length));
        buffer.Write(":"u8);
        using (var json = new Utf8JsonWriter(buffer))
            Write(json, geometry, crs);
        buffer.Write(","u8);
        buffer.Write(feature.AsSpan(end));
        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter json, Geometry? geometry, ReferenceSystem crs)
    {
        if (geometry is null)
        {
            json.WriteNullValue();
            return;
        }
        json.WriteStartObject();
        json.WriteString("type"u8, geometry.GeometryType);
        json.WritePropertyName("coordinates"u8);
        switch (geometry)
        {
            case Point point:
                WritePosition(json, point.Coordinate, crs);
                break;
            case LineString line:
                WriteLine(json, line, crs);
                break;
            case Polygon polygon:
                WritePolygon(json, polygon, crs);
                break;
            case MultiPolygon many:
                WriteAll(json, many.Geometries, polygon => WritePolygon(json, (Polygon)polygon, crs));
                break;
            default:
                throw new ArgumentException($"No collection has a {geometry.GeometryType}.", nameof(geometry));
        }
        json.WriteEndObject();
    }

    private static void WritePolygon(Utf8JsonWriter json, Polygon polygon, ReferenceSystem crs) =>
        WriteAll(json, polygon.InteriorRings.Prepend(polygon.ExteriorRing), ring => WriteLine(json, ring, crs));

    private static void WriteLine(Utf8JsonWriter json, LineString line, ReferenceSystem crs) =>
        WriteAll(json, line.Coordinates, position => WritePosition(json, position, crs));

    private static void WriteAll<T>(Utf8JsonWriter json, IEnumerable<T> parts, Action<T> write)
    {
        json.WriteStartArray();
        foreach (var part in parts)
            write(part);
        json.WriteEndArray();
    }

    private static void WritePosition(Utf8JsonWriter json, Coordinate position, ReferenceSystem crs)
    {
        var (first, second) = crs.Project(position.X, position.Y);
        json.WriteStartArray();
        json.WriteNumberValue(first);
        json.WriteNumberValue(second);
        json.WriteEndArray();
    }
}
