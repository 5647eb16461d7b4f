using BorderMap.Incidents.Cql2;
using NetTopologySuite.Geometries;

namespace BorderMap.PostGis.Reading;

/// <summary>A box in degrees that holds everything within so many metres of a geometry.</summary>
internal static class NearBox
{
    // A little less than a degree of latitude is long anywhere, and a degree of longitude at the equator.
    private const double MetresOfDegree = 110_500;
    private const double WidestDegrees = 20;
    private const double HighestLatitude = 85;
    private static readonly GeometryFactory Factory = new(new PrecisionModel(), 4326);

    /// <summary>Null where no simple box holds it: near a pole or the antimeridian, or around a geometry of many degrees.</summary>
    public static Geometry? Of(Expression given, double metres)
    {
        var envelope = (given is BoxLiteral box ? BoxGeometry.Of(box) : ((GeometryLiteral)given).Value).EnvelopeInternal.Copy();
        // An edge runs along a geodesic, which bends out of the box of its ends.
        var width = double.DegreesToRadians(envelope.Width);
        var bend = double.RadiansToDegrees(width * width / 8);
        var north = (metres / MetresOfDegree) + bend;
        var highest = Math.Max(Math.Abs(envelope.MinY), Math.Abs(envelope.MaxY)) + north;
        if (envelope.Width > WidestDegrees || highest > HighestLatitude)
            return null;
        envelope.ExpandBy(metres / (MetresOfDegree * Math.Cos(double.DegreesToRadians(highest))), north);
        return envelope.MinX < -180 || envelope.MaxX > 180 ? null : Factory.ToGeometry(envelope);
    }
}
