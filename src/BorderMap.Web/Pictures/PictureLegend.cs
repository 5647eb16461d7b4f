using BorderMap.Incidents;
using BorderMap.Web.Pages;

namespace BorderMap.Web.Pictures;

/// <summary>What a picture's marks mean, and what became of every incident.</summary>
internal static class PictureLegend
{
    private const int Indent = 28;
    private const double Leading = 14;

    /// <summary>Pixels that the legend is high.</summary>
    public static double Height(PictureContent content, int room) => Rows(content, null).Sum(row => RowHeight(row, room));

    public static Html Draw(PictureContent content, PictureMarks marks, double left, double top, int room)
    {
        var isRtl = content.Text.Direction == "rtl";
        var (drawn, y) = (new List<Html>(), top);
        foreach (var row in Rows(content, marks))
        {
            if (row.Mark is { } mark)
            {
                drawn.Add(PictureSvg.Mark(mark with { X = isRtl ? left + room - 11 : left + 11, Y = y + 8 }));
            }
            var x = isRtl ? left + room - (row.IsIndented ? Indent : 0) : left + (row.IsIndented ? Indent : 0);
            var lines = PictureText.Wrap(row.Text, room - (row.IsIndented ? Indent : 0), 11);
            drawn.AddRange(lines.Select((line, at) => PictureSvg.Line(line, x, y + 12 + (at * Leading), row.IsIndented ? "k" : "h")));
            y += RowHeight(row, room);
        }
        return Html.Join(drawn);
    }

    private static double RowHeight(Row row, int room) => (PictureText.Wrap(row.Text, room - (row.IsIndented ? Indent : 0), 11).Count * Leading) + 5;

    // The numbers of the account do not change how high it is by more than a line, so that it is measured without them.
    private static IEnumerable<Row> Rows(PictureContent content, PictureMarks? marks)
    {
        var (text, words) = (content.Text, new Pages.Words(content.Text));
        yield return new(text["picture.legend"], null, IsIndented: false);
        var counts = content.Spots.GroupBy(spot => spot.Family).ToDictionary(group => group.Key, group => group.Count());
        foreach (var family in Kinds.Families.Where(family => counts.ContainsKey(family.Family)))
        {
            yield return new($"{words.Family(family)} ({text.Digits($"{counts[family.Family]}")})", new(0, 0, 6, family.Family, 1, IsArea: false));
        }
        yield return new(text["picture.many"], new(0, 0, 9, null, 9, IsArea: false));
        yield return new(text["picture.area"], new(0, 0, 9, null, 1, IsArea: true));
        yield return new(text["picture.size"], null);
        yield return new(text[$"picture.line.{content.Worldview}"], null);
        yield return new(text["picture.account"], null, IsIndented: false);
        yield return Account("drawn", marks?.Drawn);
        yield return Account("beside", marks?.Beside);
        yield return Account("unplaced", marks?.Unplaced);

        Row Account(string what, int? count) => new(text.Say($"picture.{what}", ("n", text.Digits($"{count ?? 0}"))), null);
    }

    private sealed record Row(string Text, PictureMark? Mark, bool IsIndented = true);
}
