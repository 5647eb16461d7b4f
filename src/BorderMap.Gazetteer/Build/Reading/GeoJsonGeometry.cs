using System.Text.Json;
using NetTopologySuite.Geometries;

namespace BorderMap.Gazetteer.Build.Reading;

/// <summary>Reads the geometry types that the raw files hold; WGS 84, lon lat.</summary>
internal static class GeoJsonGeometry
{
    private static readonly GeometryFactory Factory = new(new PrecisionModel(), 4326);

    /// <exception cref="FormatException">The type is unknown or a coordinate is broken.</exception>
    public static Geometry Read(JsonElement geometry)
    {
        var coordinates = geometry.GetProperty("coordinates");
        return geometry.GetProperty("type").GetString() switch
        {
            "Point" => Factory.CreatePoint(Position(coordinates)),
            "LineString" => Line(coordinates),
            "MultiLineString" => Factory.CreateMultiLineString([.. coordinates.EnumerateArray().Select(Line)]),
            "Polygon" => Polygon(coordinates),
            "MultiPolygon" => Factory.CreateMultiPolygon([.. coordinates.EnumerateArray().Select(Polygon)]),
            var type => throw new FormatException($"geometry type '{type}' is not known here"),
        };
    }

    private static LineString Line(JsonElement positions) => Factory.CreateLineString(Positions(positions));

    private static Polygon Polygon(JsonElement rings)
    {
        var all = rings.EnumerateArray().Select(ring => Factory.CreateLinearRing(Positions(ring))).ToArray();
        return Factory.CreatePolygon(all[0], all[1..]);
    }

    private static Coordinate[] Positions(JsonElement positions) => [.. positions.EnumerateArray().Select(Position)];

    private static Coordinate Position(JsonElement position) => new(position[0].GetDouble(), position[1].GetDouble());
}
