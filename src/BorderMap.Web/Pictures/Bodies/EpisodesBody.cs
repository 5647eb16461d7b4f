using BorderMap.Gazetteer;
using BorderMap.Web.Pages;

namespace BorderMap.Web.Pictures.Bodies;

/// <summary>Incidents, those of one episode within a dashed outline: a grouping, and no area.</summary>
internal sealed class EpisodesBody(PictureContent content, Func<int, int, PictureFrame> frameOf, BaseShapes shapes) : IncidentsBody(content, frameOf, shapes)
{
    /// <summary>Pixels between the outermost marks and the outline.</summary>
    private const double Room = 24;

    /// <summary>Outlines drawn: more would hide one another.</summary>
    private const int Most = 8;

    private const int LongestTitle = 44;

    protected override Html Above(PictureFrame frame) => Html.Of($"{base.Above(frame)}{Outlines(frame)}");

    protected override IEnumerable<LegendRow> Keys(PictureFrame frame) =>
        base.Keys(frame).Prepend(new(Text["picture.episode"], Html.Of($"""<path d="M-9 0H9" stroke="#0b63ce" stroke-width="1.8" stroke-dasharray="5 3"/>""")));

    private IEnumerable<Html> Outlines(PictureFrame frame)
    {
        var taken = new List<(double X, double Y, double Half)>();
        foreach (var (title, count, points) in Groups(frame).Take(Most))
        {
            var corners = Hull.Of(points);
            var d = Outline(corners);
            yield return Html.Of($"""<path d="{d}" fill="#0b63ce" fill-opacity=".06" stroke="#fff" stroke-width="4"/><path d="{d}" fill="none" stroke="#0b63ce" stroke-width="1.8" stroke-dasharray="7 5" stroke-linecap="round"/>""");
            yield return Label($"{(title.Length > LongestTitle ? title[..(LongestTitle - 2)] + " …" : title)} ({count})", corners, frame, taken);
        }
    }

    private IEnumerable<(string Title, int Count, List<(double X, double Y)> Points)> Groups(PictureFrame frame) => Content.Spots
        .Where(spot => spot.Episode is not null).GroupBy(spot => spot.Episode!)
        .Select(group => (Title: Content.Episodes.GetValueOrDefault(group.Key, group.Key), Count: group.Count(), Points: group
            .Where(spot => spot is { Lon: not null, Precision: <= PlacePrecision.District }).Select(spot => frame.Pixel(spot.Lon!.Value, spot.Lat!.Value)).ToList()))
        .Where(group => group.Points.Count > 0).OrderByDescending(group => group.Count).ThenBy(group => group.Title, StringComparer.Ordinal);

    // Round about each corner, straight between.
    private static string Outline(IReadOnlyList<(double X, double Y)> corners)
    {
        if (corners.Count == 1)
        {
            return PictureSymbols.Path(null, corners[0].X, corners[0].Y, Room);
        }
        var path = new System.Text.StringBuilder();
        for (var at = 0; at < corners.Count; at++)
        {
            var (before, corner, after) = (corners[(at + corners.Count - 1) % corners.Count], corners[at], corners[(at + 1) % corners.Count]);
            var (from, to) = (Beside(corner, Angle(before, corner)), Beside(corner, Angle(corner, after)));
            path.Append(at == 0 ? 'M' : 'L').Append(Point(from)).Append($"A{Room} {Room} 0 0 1 ").Append(Point(to));
        }
        return path.Append('Z').ToString();

        static double Angle((double X, double Y) a, (double X, double Y) b) => Math.Atan2(b.Y - a.Y, b.X - a.X) - (Math.PI / 2);
        static (double X, double Y) Beside((double X, double Y) corner, double angle) => (corner.X + (Room * Math.Cos(angle)), corner.Y + (Room * Math.Sin(angle)));
        static string Point((double X, double Y) at) => $"{PicturePaths.Px(at.X)} {PicturePaths.Px(at.Y)}";
    }

    private static Html Label(string text, IReadOnlyList<(double X, double Y)> corners, PictureFrame frame, List<(double X, double Y, double Half)> taken)
    {
        var half = (PictureText.Width(text, 11) / 2) + 6;
        foreach (var (x, y) in corners.OrderBy(corner => corner.Y).Select(corner => (corner.X, corner.Y - Room)))
        {
            var isFree = x - half > 0 && x + half < frame.Width && y > 10 && y < frame.Height - 10 && !taken.Exists(other => Math.Abs(other.Y - y) < 19 && Math.Abs(other.X - x) < other.Half + half);
            if (isFree)
            {
                taken.Add((x, y, half));
                return Html.Of($"""<rect x="{PicturePaths.Px(x - half)}" y="{PicturePaths.Px(y - 9)}" width="{PicturePaths.Px(2 * half)}" height="18" fill="#fff" fill-opacity=".94" stroke="#0b63ce"/><text class="m" direction="ltr" x="{PicturePaths.Px(x)}" y="{PicturePaths.Px(y + 4)}">{text}</text>""");
            }
        }
        return Html.Empty;
    }
}
