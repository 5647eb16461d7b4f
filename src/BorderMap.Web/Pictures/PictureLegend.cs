using BorderMap.Web.Pages;

namespace BorderMap.Web.Pictures;

/// <summary>Draws what a picture's marks mean, and what became of every incident.</summary>
internal static class PictureLegend
{
    private const int Indent = 28;
    private const double Leading = 14;

    /// <summary>Pixels that the legend is high.</summary>
    public static double Height(IEnumerable<LegendRow> rows, int room) => rows.Sum(row => RowHeight(row, room));

    public static Html Draw(IEnumerable<LegendRow> rows, bool isRtl, double left, double top, int room)
    {
        var (drawn, y) = (new List<Html>(), top);
        foreach (var row in rows)
        {
            if (row.Key.ToString().Length > 0)
            {
                drawn.Add(Html.Of($"""<g transform="translate({PicturePaths.Px(isRtl ? left + room - 11 : left + 11)} {PicturePaths.Px(y + 8)})">{row.Key}</g>"""));
            }
            var indent = IndentOf(row);
            var x = isRtl ? left + room - indent : left + indent;
            drawn.AddRange(PictureText.Wrap(row.Text, room - indent, 11).Select((line, at) => PictureSvg.Line(line, x, y + 12 + (at * Leading), row.IsHeading ? "h" : "k")));
            y += RowHeight(row, room);
        }
        return Html.Join(drawn);
    }

    private static int IndentOf(LegendRow row) => row.IsHeading ? 0 : Indent;

    private static double RowHeight(LegendRow row, int room) => (PictureText.Wrap(row.Text, room - IndentOf(row), 11).Count * Leading) + 5;
}
