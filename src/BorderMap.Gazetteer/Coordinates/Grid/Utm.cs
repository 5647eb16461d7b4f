using System.Collections.Concurrent;
using ProjNet.CoordinateSystems;
using ProjNet.CoordinateSystems.Transformations;

namespace BorderMap.Gazetteer.Coordinates.Grid;

/// <summary>A position of the Universal Transverse Mercator grid, WGS 84.</summary>
/// <param name="Zone">1 to 60.</param>
/// <param name="IsNorth">The hemisphere: on the southern one the equator has the northing 10,000,000.</param>
/// <param name="Easting">Metres; the middle of the zone has 500,000.</param>
/// <param name="Northing">Metres.</param>
internal readonly record struct UtmPosition(int Zone, bool IsNorth, double Easting, double Northing);

/// <summary>
/// Projects between degrees and UTM with ProjNET (Snyder's series, USGS Professional Paper 1395): within 1 cm of PROJ inside a zone. Norway's
/// and Svalbard's wider zones are left out: they lie far from the region.
/// </summary>
internal static class Utm
{
    /// <summary>Where UTM ends: beyond, the polar grid is used.</summary>
    public const double South = -80, North = 84;

    private static readonly CoordinateTransformationFactory Factory = new();
    private static readonly ConcurrentDictionary<(int Zone, bool IsNorth), (MathTransform Forward, MathTransform Back)> Zones = new();

    public static int ZoneOf(double lon) => Math.Clamp((int)Math.Floor((lon + 180) / 6) + 1, 1, 60);

    /// <summary>The longitude of a zone's middle.</summary>
    public static double MiddleOf(int zone) => (zone * 6) - 183;

    public static UtmPosition Project(GeoPoint point)
    {
        var (zone, isNorth) = (ZoneOf(point.Lon), point.Lat >= 0);
        var (easting, northing) = Transforms(zone, isNorth).Forward.Transform(point.Lon, point.Lat);
        return new UtmPosition(zone, isNorth, easting, northing);
    }

    public static GeoPoint Unproject(UtmPosition at)
    {
        var (lon, lat) = Transforms(at.Zone, at.IsNorth).Back.Transform(at.Easting, at.Northing);
        return new GeoPoint(lon, lat);
    }

    private static (MathTransform Forward, MathTransform Back) Transforms(int zone, bool isNorth) => Zones.GetOrAdd((zone, isNorth), static key =>
    {
        var utm = ProjectedCoordinateSystem.WGS84_UTM(key.Zone, key.IsNorth);
        return (Factory.CreateFromCoordinateSystems(GeographicCoordinateSystem.WGS84, utm).MathTransform,
            Factory.CreateFromCoordinateSystems(utm, GeographicCoordinateSystem.WGS84).MathTransform);
    });
}
