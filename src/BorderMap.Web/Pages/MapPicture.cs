using System.Globalization;
using System.Text;
using NetTopologySuite.Geometries;

namespace BorderMap.Web.Pages;

/// <summary>Degrees to pixels of a small still picture: equirectangular, true at its middle.</summary>
internal sealed class MapPicture
{
    public const double WidthPx = 320;
    private const double TallestPx = 300;

    /// <summary>Points nearer to one another than this are one on the picture.</summary>
    private const double ThinPx = 0.6;

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

    /// <summary>The parts of a line that pass through the picture, cut only between its points.</summary>
    public string Line(LineString line)
    {
        var path = new StringBuilder();
        var part = new List<Coordinate>();
        foreach (var point in line.Coordinates)
        {
            if (Holds(point))
            {
                part.Add(point);
                continue;
            }
            if (part.Count > 1)
            {
                Append(path, part);
            }
            part.Clear();
        }
        return (part.Count > 1 ? Append(path, part) : path).ToString();
    }

    public StringBuilder Append(StringBuilder path, IReadOnlyList<Coordinate> points)
    {
        var (lastX, lastY) = (double.NaN, double.NaN);
        for (var i = 0; i < points.Count; i++)
        {
            var (x, y) = (X(points[i].X), Y(points[i].Y));
            if (i > 0 && i < points.Count - 1 && Math.Abs(x - lastX) < ThinPx && Math.Abs(y - lastY) < ThinPx)
            {
                continue;
            }
            path.Append(i == 0 ? 'M' : 'L').Append(Px(x)).Append(' ').Append(Px(y));
            (lastX, lastY) = (x, y);
        }
        return path;
    }

    public static string Px(double value) => Math.Round(value, 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether a point is on the picture or so near to it that its segment may be.</summary>
    private bool Holds(Coordinate point) => X(point.X) is > -40 and < WidthPx + 40 && Y(point.Y) > -40 && Y(point.Y) < HeightPx + 40;
}
