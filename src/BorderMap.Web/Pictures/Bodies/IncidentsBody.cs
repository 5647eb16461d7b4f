using BorderMap.Incidents;
using BorderMap.Web.Pages;

namespace BorderMap.Web.Pictures.Bodies;

/// <summary>Each incident where it lies.</summary>
internal class IncidentsBody(PictureContent content, Func<int, int, PictureFrame> frameOf, BaseShapes shapes) : MapBody(content, frameOf, shapes)
{
    private (PictureFrame Frame, PictureMarks Marks)? known;

    protected override Html Below(PictureFrame frame) => Html.Join(MarksOf(frame).Marks.Where(mark => mark.IsArea).Select(PictureSvg.Mark));

    protected override Html Above(PictureFrame frame) => Html.Join(MarksOf(frame).Marks.Where(mark => !mark.IsArea).Select(PictureSvg.Mark));

    protected override IEnumerable<LegendRow> Keys(PictureFrame frame)
    {
        var words = new Pages.Words(Text);
        var counts = Content.Spots.GroupBy(spot => spot.Family).ToDictionary(group => group.Key, group => group.Count());
        foreach (var family in Kinds.Families.Where(family => counts.ContainsKey(family.Family)))
        {
            yield return new($"{words.Family(family)} ({Text.Digits($"{counts[family.Family]}")})", PictureSvg.Mark(new(0, 0, 6, family.Family, 1, IsArea: false)));
        }
        yield return new(Text["picture.many"], PictureSvg.Mark(new(0, 0, 9, null, 9, IsArea: false)));
        yield return new(Text["picture.area"], PictureSvg.Mark(new(0, 0, 9, null, 1, IsArea: true)));
        yield return new(Text["picture.size"]);
    }

    protected override IEnumerable<LegendRow> Account(PictureFrame frame)
    {
        var marks = MarksOf(frame);
        return [Told("picture.drawn", marks.Drawn), Told("picture.beside", marks.Beside), Told("picture.unplaced", marks.Unplaced)];
    }

    private PictureMarks MarksOf(PictureFrame frame)
    {
        if (known is not { } made || made.Frame != frame)
        {
            known = made = (frame, PictureMarks.Of(Content.Spots, frame));
        }
        return made.Marks;
    }
}
