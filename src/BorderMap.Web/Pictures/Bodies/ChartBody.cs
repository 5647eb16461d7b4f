using BorderMap.PostGis;
using BorderMap.Web.Pages;

namespace BorderMap.Web.Pictures.Bodies;

/// <summary>A chart over time: a time axis below, that runs the way of the language's other texts from left to right as the map's does.</summary>
internal abstract class ChartBody(PictureContent content) : PictureBody(content)
{
    protected const double Bottom = 34;
    protected const double Top = 14;

    /// <summary>The days that the axis shows: those asked for where both ends are, else those of the incidents.</summary>
    protected (DateOnly First, DateOnly Last)? Days()
    {
        var first = Content.Filter.Datetime?.From ?? Content.Spots.Min(spot => spot.Start);
        var last = Content.Filter.Datetime?.To ?? Content.Spots.Max(spot => spot.End ?? spot.Start);
        return first is { } from && last is { } to && from <= to ? (from, to) : null;
    }

    /// <summary>The pieces that an incident certainly or possibly falls into; null where it has no day, or lies outside.</summary>
    protected static (int From, int To, bool IsSure)? PlaceIn(TimeBins bins, PictureSpot spot)
    {
        if (spot is not { Start: { } start, End: { } end } || end < bins.Edges[0] || start >= bins.Edges[^1])
        {
            return null;
        }
        var (from, to) = (Math.Max(0, bins.IndexOf(start)), Math.Min(bins.Count - 1, bins.IndexOf(end)));
        return (from, to, from == to && start >= bins.Edges[0] && end < bins.Edges[^1]);
    }

    protected Html TimeAxis(TimeBins bins, double left, double width, double y)
    {
        var (drawn, free) = (new List<Html>(), double.NegativeInfinity);
        for (var at = 0; at < bins.Count; at++)
        {
            var x = left + (width * at / bins.Count);
            if (bins.Label(at) is not { } label || x < free)
            {
                continue;
            }
            free = x + PictureText.Width(label, 10.5) + 10;
            if (free < left + width + 20)
            {
                drawn.Add(Html.Of($"""<path d="M{PicturePaths.Px(x)} {PicturePaths.Px(y)}v5" stroke="#5b666c"/><text class="x" direction="ltr" x="{PicturePaths.Px(x + 2)}" y="{PicturePaths.Px(y + 17)}">{Text.Digits(label)}</text>"""));
            }
        }
        return Html.Of($"""<path d="M{PicturePaths.Px(left)} {PicturePaths.Px(y)}h{PicturePaths.Px(width)}" stroke="#5b666c"/>{drawn}""");
    }

    /// <summary>Said in the middle where there is nothing to draw.</summary>
    protected Html Nothing(int width, int height) => Html.Of($"""<text class="m" x="{PicturePaths.Px(width / 2.0)}" y="{PicturePaths.Px(height / 2.0)}">{Text["footer.record"]}</text>""");
}
