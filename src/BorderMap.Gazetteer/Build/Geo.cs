using NetTopologySuite.Geometries;

namespace BorderMap.Gazetteer.Build;

/// <summary>Distances on the sphere; exact enough for radii and tolerances (0.5 %).</summary>
internal static class Geo
{
    /// <summary>Mean radius of the Earth in metres (IUGG).</summary>
    private const double EarthM = 6_371_008.8;

    /// <summary>Great-circle distance in metres (haversine); arguments in degrees.</summary>
    public static double DistanceM(double lon1, double lat1, double lon2, double lat2)
    {
        var dLat = double.DegreesToRadians(lat2 - lat1);
        var dLon = double.DegreesToRadians(lon2 - lon1);
        var a = Math.Pow(Math.Sin(dLat / 2), 2)
            + (Math.Cos(double.DegreesToRadians(lat1)) * Math.Cos(double.DegreesToRadians(lat2)) * Math.Pow(Math.Sin(dLon / 2), 2));
        return 2 * EarthM * Math.Asin(Math.Min(1, Math.Sqrt(a)));
    }

    /// <summary>Metres from a position to the nearest point of a geometry in degrees, on a plane scaled at the position's latitude.</summary>
    public static double DistanceM(Geometry geometry, double lon, double lat)
    {
        var nearest = double.PositiveInfinity;
        var scale = Math.Cos(double.DegreesToRadians(lat));
        var origin = new Coordinate(0, 0);
        foreach (var path in Paths(geometry))
        {
            for (var i = 1; i < path.Length; i++)
            {
                var from = new Coordinate((path[i - 1].X - lon) * scale, path[i - 1].Y - lat);
                var to = new Coordinate((path[i].X - lon) * scale, path[i].Y - lat);
                nearest = Math.Min(nearest, NetTopologySuite.Algorithm.DistanceComputer.PointToSegment(origin, from, to));
            }
        }
        return double.DegreesToRadians(nearest) * EarthM;
    }

    private static IEnumerable<Coordinate[]> Paths(Geometry geometry) => geometry switch
    {
        LineString line => [line.Coordinates],
        Polygon polygon => [polygon.ExteriorRing.Coordinates, .. polygon.InteriorRings.Select(ring => ring.Coordinates)],
        GeometryCollection many => many.Geometries.SelectMany(Paths),
        _ => throw new ArgumentException($"a {geometry.GeometryType} has no edges", nameof(geometry)),
    };
}
