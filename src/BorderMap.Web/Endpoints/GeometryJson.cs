using System.Text.Json;
using NetTopologySuite.Geometries;

namespace BorderMap.Web.Endpoints;

/// <summary>Boundaries as GeoJSON: WGS 84, longitude first, five decimals.</summary>
public static class GeometryJson
{
    /// <exception cref="ArgumentException">The geometry has no area.</exception>
    public static void WriteGeometry(this Utf8JsonWriter json, Geometry geometry)
    {
        json.WriteStartObject();
        json.WriteString("type", "MultiPolygon");
        json.WriteStartArray("coordinates");
        foreach (var polygon in PolygonsOf(geometry))
        {
            json.WriteStartArray();
            foreach (var ring in polygon.InteriorRings.Prepend(polygon.ExteriorRing))
            {
                WriteRing(json, ring);
            }
            json.WriteEndArray();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static IEnumerable<Polygon> PolygonsOf(Geometry geometry) => geometry switch
    {
        Polygon polygon => [polygon],
        MultiPolygon many => many.Geometries.Cast<Polygon>(),
        _ => throw new ArgumentException($"A boundary is a polygon, not a {geometry.GeometryType}.", nameof(geometry)),
    };

    private static void WriteRing(Utf8JsonWriter json, LineString ring)
    {
        json.WriteStartArray();
        foreach (var position in ring.Coordinates)
        {
            json.WriteStartArray();
            json.WriteNumberValue(Math.Round(position.X, 5));
            json.WriteNumberValue(Math.Round(position.Y, 5));
            json.WriteEndArray();
        }
        json.WriteEndArray();
    }
}
