using System.Globalization;
using System.Text;

namespace BorderMap.Web.Pictures;

/// <summary>Lines and rings as the data of an SVG path: what lies beside the picture, and what is smaller than can be seen, is left out.</summary>
internal static class PicturePaths
{
    private const double ThinPx = 0.7;

    /// <summary>How far beside the picture a point counts as there.</summary>
    private const double SlackPx = 8;

    public static void Append(StringBuilder path, IReadOnlyList<(double Lon, double Lat)> points, PictureFrame frame, bool isRing) =>
        Append(path, points.Select(point => frame.Pixel(point.Lon, point.Lat)), (frame.Width, frame.Height), isRing);

    /// <param name="path">Is added to.</param>
    /// <param name="pixels">From the picture's left and top edge.</param>
    /// <param name="size">Of the picture.</param>
    /// <param name="isRing">Whether it is closed.</param>
    public static void Append(StringBuilder path, IEnumerable<(double X, double Y)> pixels, (double Width, double Height) size, bool isRing)
    {
        var kept = Kept([.. pixels], size);
        if (kept.Count < 2 || kept.TrueForAll(point => Side(point, size) != 0 && Side(point, size) == Side(kept[0], size)))
        {
            return;
        }
        for (var i = 0; i < kept.Count; i++)
        {
            path.Append(i == 0 ? 'M' : 'L').Append(Px(kept[i].X)).Append(' ').Append(Px(kept[i].Y));
        }
        if (isRing)
        {
            path.Append('Z');
        }
    }

    /// <summary>One decimal, and none where there is nothing to say.</summary>
    public static string Px(double value) => Math.Round(value, 1).ToString(CultureInfo.InvariantCulture);

    private static List<(double X, double Y)> Kept(List<(double X, double Y)> points, (double Width, double Height) size)
    {
        var kept = new List<(double X, double Y)>();
        for (var i = 0; i < points.Count; i++)
        {
            var point = points[i];
            var isEnd = i == 0 || i == points.Count - 1;
            if (!isEnd && Math.Abs(point.X - kept[^1].X) < ThinPx && Math.Abs(point.Y - kept[^1].Y) < ThinPx)
            {
                continue;
            }
            // Between two points that lie beside the same edge as it does, a point changes nothing that is seen.
            if (kept.Count >= 2 && (Side(kept[^2], size) & Side(kept[^1], size) & Side(point, size)) != 0)
            {
                kept[^1] = point;
                continue;
            }
            kept.Add(point);
        }
        return kept;
    }

    private static int Side((double X, double Y) point, (double Width, double Height) size) =>
        (point.X < -SlackPx ? 1 : 0) | (point.X > size.Width + SlackPx ? 2 : 0) | (point.Y < -SlackPx ? 4 : 0) | (point.Y > size.Height + SlackPx ? 8 : 0);
}
