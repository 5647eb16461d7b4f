using NetTopologySuite.Geometries;

namespace BorderMap.Incidents.Cql2;

/// <summary>A box as a geometry that means the same.</summary>
public static class BoxGeometry
{
    private static readonly GeometryFactory Factory = new(new PrecisionModel(), 4326);

    /// <summary>A polygon; two where it crosses the antimeridian; a line or point where it has no area.</summary>
    public static Geometry Of(BoxLiteral box)
    {
        if (box.West <= box.East)
            return Part(box.West, box.East, box);
        var (west, east) = (Part(box.West, 180, box), Part(-180, box.East, box));
        return (west, east) switch
        {
            (Polygon w, Polygon e) => Factory.CreateMultiPolygon([w, e]),
            (Polygon, _) => west,
            _ => east,
        };
    }

    private static Geometry Part(double west, double east, BoxLiteral box) =>
        Factory.ToGeometry(new Envelope(west, east, box.South, box.North));
}
