using System.Text;
using BorderMap.Web.Pictures;
using NetTopologySuite.Geometries;

namespace BorderMap.Web.Pages;

/// <summary>Degrees to pixels of a small still picture: equirectangular, true at its middle.</summary>
internal sealed class MapPicture
{
    public const double WidthPx = 320;
    private const double TallestPx = 300;

    /// <summary>Degrees that the picture shows at least, so that a point has surroundings.</summary>
    private const double LeastDegrees = 0.3;

    /// <summary>Of latitude.</summary>
    private const double MetresPerDegree = 111_000;

    private readonly double west;
    private readonly double north;
    private readonly double pxPerLon;
    private readonly double pxPerLat;

    /// <param name="frame">What the picture shows, in degrees.</param>
    /// <param name="latitude">Where it is true.</param>
    public MapPicture(Envelope frame, double latitude)
    {
        var shrink = Math.Cos(latitude * Math.PI / 180);
        var shown = frame.Copy();
        shown.ExpandBy(Math.Max(0.08 * frame.Width, (LeastDegrees - frame.Width) / 2), Math.Max(0.08 * frame.Height, (LeastDegrees - frame.Height) / 2));
        var scale = Math.Min(WidthPx / (shown.Width * shrink), TallestPx / shown.Height);
        var spare = ((WidthPx / (scale * shrink)) - shown.Width) / 2;
        (west, north, pxPerLon, pxPerLat, HeightPx) = (shown.MinX - spare, shown.MaxY, scale * shrink, scale, shown.Height * scale);
    }

    public double HeightPx { get; }

    public double X(double lon) => (lon - west) * pxPerLon;

    public double Y(double lat) => (north - lat) * pxPerLat;

    /// <summary>The length of so many metres.</summary>
    public double Length(double metres) => metres / MetresPerDegree * pxPerLat;

    /// <summary>Degrees of latitude that are so many metres.</summary>
    public static double Degrees(double metres) => metres / MetresPerDegree;

    /// <summary>The parts of a line that pass through the picture.</summary>
    public string Line(LineString line) => Append(new StringBuilder(), line.Coordinates, isRing: false).ToString();

    public StringBuilder Append(StringBuilder path, IReadOnlyList<Coordinate> points, bool isRing)
    {
        PicturePaths.Append(path, points.Select(point => (X(point.X), Y(point.Y))), (WidthPx, HeightPx), isRing);
        return path;
    }

    public static string Px(double value) => PicturePaths.Px(value);
}
