using BorderMap.Gazetteer;

namespace BorderMap.Incidents.Exporting;

/// <summary>The area that a radius leaves open, as a ring; on a sphere, to a fifth decimal.</summary>
internal static class Circle
{
    private const int Corners = 36;
    private const double MetresPerDegree = 111_195;

    /// <summary>Above this a point would claim more than is known.</summary>
    public const int SpotMetres = 5_000;

    /// <summary>Precisions whose point only stands for an area.</summary>
    public static IReadOnlyList<string> Areas { get; } = [Words.Of(PlacePrecision.District), Words.Of(PlacePrecision.Province), Words.Of(PlacePrecision.Country)];

    /// <summary>The corners counter-clockwise, the first one again at the end: lon, lat in degrees.</summary>
    public static IEnumerable<(double Lon, double Lat)> Around(double lon, double lat, double metres)
    {
        var reach = metres / MetresPerDegree;
        for (var corner = 0; corner <= Corners; corner++)
        {
            var angle = 2 * Math.PI * (corner % Corners) / Corners;
            yield return (Round(lon + reach * Math.Cos(angle) / Math.Cos(lat * Math.PI / 180)), Round(lat + reach * Math.Sin(angle)));
        }
    }

    private static double Round(double degrees) => Math.Round(degrees, 5);
}
