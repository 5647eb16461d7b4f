using NetTopologySuite.Geometries;
using ProjNet.CoordinateSystems;
using ProjNet.CoordinateSystems.Transformations;

namespace BorderMap.Gazetteer.Coordinates;

/// <summary>
/// A coordinate reference system by its address at OGC, with the way from WGS 84 degrees (longitude first) and back, by ProjNET.
/// UTM by Snyder's series is within 1 cm of PROJ inside its zone, and within some metres 12 degrees beside it.
/// </summary>
/// <param name="Uri">Its address, as clients name it.</param>
/// <param name="Title">Its name.</param>
public sealed record ReferenceSystem(string Uri, string Title)
{
    private const string Epsg = "http://www.opengis.net/def/crs/EPSG/0/";

    /// <summary>Points on each side of a box that becomes crooked in degrees.</summary>
    private const int PointsOnASide = 32;

    private static readonly CoordinateTransformationFactory Factory = new();
    private static readonly GeometryFactory Wgs84 = new(new PrecisionModel(), 4326);

    /// <summary>WGS 84 degrees, longitude first: what everything is stored in and given in by default.</summary>
    public static readonly ReferenceSystem Crs84 = new("http://www.opengis.net/def/crs/OGC/1.3/CRS84", "WGS 84, longitude first");

    /// <summary>Those that features can be asked for in, the stored one first.</summary>
    public static IReadOnlyList<ReferenceSystem> All { get; } =
    [
        Crs84,
        new(Epsg + "4326", "WGS 84, latitude first") { IsLatitudeFirst = true },
        Projected(3857, "Web Mercator", ProjectedCoordinateSystem.WebMercator),
        .. Enumerable.Range(41, 3).Select(zone => Projected(32600 + zone, $"UTM zone {zone} north", ProjectedCoordinateSystem.WGS84_UTM(zone, true))),
    ];

    /// <summary>Whether the latitude comes before the longitude.</summary>
    public bool IsLatitudeFirst { get; private init; }

    /// <summary>Whether coordinates are degrees; else metres.</summary>
    public bool IsDegrees => forward is null;

    private MathTransform? forward { get; init; }
    private MathTransform? back { get; init; }

    public static ReferenceSystem? Find(string uri) => All.FirstOrDefault(one => one.Uri == uri);

    /// <summary>The position in this system, in its own order of axes.</summary>
    /// <param name="lon">Degrees east, WGS 84.</param>
    /// <param name="lat">Degrees north.</param>
    /// <returns>Degrees by five decimals (about 1 m, as all is stored), or metres by two.</returns>
    public (double First, double Second) Project(double lon, double lat)
    {
        if (forward is null)
        {
            return IsLatitudeFirst ? (Math.Round(lat, 5), Math.Round(lon, 5)) : (Math.Round(lon, 5), Math.Round(lat, 5));
        }
        var (x, y) = forward.Transform(lon, lat);
        return (Math.Round(x, 2), Math.Round(y, 2));
    }

    /// <summary>The position in WGS 84 degrees, longitude first, of one in this system and its order of axes; null where there is none.</summary>
    public (double Lon, double Lat)? LonLat(double first, double second)
    {
        if (back is null)
        {
            return IsLatitudeFirst ? (second, first) : (first, second);
        }
        var (lon, lat) = back.Transform(first, second);
        return double.IsFinite(lon) && double.IsFinite(lat) ? (lon, lat) : null;
    }

    /// <summary>A box of this system as an area in WGS 84 degrees (longitude first, SRID 4326); in degrees a west beyond the east crosses the antimeridian.</summary>
    /// <param name="first">The least of the first axis.</param>
    /// <param name="second">The least of the second axis.</param>
    /// <param name="firstMost">The most of the first axis.</param>
    /// <param name="secondMost">The most of the second axis.</param>
    /// <returns>Null where the box leaves what the system can hold, or its lower corner lies above its upper one.</returns>
    public Geometry? Area(double first, double second, double firstMost, double secondMost)
    {
        if (back is not null)
        {
            return first <= firstMost && second <= secondMost ? Crooked(first, second, firstMost, secondMost) : null;
        }
        var (west, south, east, north) = IsLatitudeFirst ? (second, first, secondMost, firstMost) : (first, second, firstMost, secondMost);
        if (west < -180 || east < -180 || west > 180 || east > 180 || south < -90 || north > 90 || south > north)
        {
            return null;
        }
        return west <= east ? Box(west, south, east, north) : Wgs84.BuildGeometry([Box(west, south, 180, north), Box(-180, south, east, north)]);
    }

    private static Geometry Box(double west, double south, double east, double north) => Wgs84.ToGeometry(new Envelope(west, east, south, north));

    private Polygon? Crooked(double west, double south, double east, double north)
    {
        var ring = new List<Coordinate>();
        AddSide(west, south, east, south);
        AddSide(east, south, east, north);
        AddSide(east, north, west, north);
        AddSide(west, north, west, south);
        ring.Add(ring[0].Copy());
        return ring.TrueForAll(at => Math.Abs(at.X) <= 180 && Math.Abs(at.Y) <= 90) ? Wgs84.CreatePolygon([.. ring]) : null;

        void AddSide(double x, double y, double toX, double toY)
        {
            for (var i = 0; i < PointsOnASide; i++)
            {
                var part = (double)i / PointsOnASide;
                var (lon, lat) = back!.Transform(x + ((toX - x) * part), y + ((toY - y) * part));
                ring.Add(new Coordinate(lon, lat));
            }
        }
    }

    private static ReferenceSystem Projected(int code, string title, CoordinateSystem system) => new($"{Epsg}{code}", $"{title} (EPSG:{code})")
    {
        forward = Factory.CreateFromCoordinateSystems(GeographicCoordinateSystem.WGS84, system).MathTransform,
        back = Factory.CreateFromCoordinateSystems(system, GeographicCoordinateSystem.WGS84).MathTransform,
    };
}
