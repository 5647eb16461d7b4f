using FsCheck;
using FsCheck.Fluent;

namespace BorderMap.Gazetteer.Tests.Coordinates;

/// <summary>Positions for the tests of coordinates.</summary>
internal static class Given
{
    private const double Earth = 6_371_008.8;

    /// <summary>Positions of the region, to 10 decimals.</summary>
    public static Arbitrary<GeoPoint> Points { get; } = (
        from lon in Gen.Choose(0, 1_900_000_000)
        from lat in Gen.Choose(0, 1_600_000_000)
        select new GeoPoint(59 + (lon / 1e8), 23 + (lat / 1e8))).ToArbitrary();

    /// <summary>Metres between two positions, on the sphere.</summary>
    public static double Metres(GeoPoint a, GeoPoint b)
    {
        double Square(double degrees) => Math.Pow(Math.Sin(double.DegreesToRadians(degrees) / 2), 2);
        var h = Square(b.Lat - a.Lat) + (Math.Cos(double.DegreesToRadians(a.Lat)) * Math.Cos(double.DegreesToRadians(b.Lat)) * Square(b.Lon - a.Lon));
        return 2 * Earth * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }
}
