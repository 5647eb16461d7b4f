using BorderMap.Web.Pages;

namespace BorderMap.Web.Pictures.Bodies;

/// <summary>Incidents, or the killed that are reported, in equal pieces of time: dark what certainly falls there, hatched what possibly does or only the highest claims say.</summary>
internal sealed class HistogramBody(PictureContent content, bool isKilled) : ChartBody(content)
{
    private const double Left = 46;

    private static readonly int[] Digits = [1, 2, 5, 10];

    public override Html Draw(int width, int height)
    {
        if (Bins(width) is not { } bins)
        {
            return Nothing(width, height);
        }
        var (sure, possible) = Count(bins);
        var most = Math.Max(1, Enumerable.Range(0, bins.Count).Max(at => sure[at] + possible[at]));
        var (room, y, step) = (height - Bottom - Top, height - Bottom, (width - Left - 12) / bins.Count);
        var gap = step > 4 ? 1 : 0;
        var bars = Enumerable.Range(0, bins.Count).Where(at => sure[at] + possible[at] > 0).Select(at => Html.Of($"""
            {Bar(Left + (at * step), y, step - gap, room * sure[at] / most, "#30383d")}{Bar(Left + (at * step), y - (room * sure[at] / most), step - gap, room * possible[at] / most, "url(#hatch-mixed)")}
            """));
        return Html.Of($"""<rect width="{width}" height="{height}" fill="#fff"/>{Scale(most, width, y, room)}{bars}{TimeAxis(bins, Left, width - Left - 12, y)}""");
    }

    public override IEnumerable<LegendRow> Legend(int width, int height)
    {
        yield return Heading("picture.legend");
        if (Bins(width) is { } bins)
        {
            yield return new(Text.Say(isKilled ? "picture.bars.killed" : "picture.bars.count", ("unit", Text[$"picture.unit.{bins.Unit}"])));
        }
        yield return new(Text[isKilled ? "picture.bars.low" : "picture.bars.sure"], Html.Of($"""<rect x="-9" y="-7" width="18" height="14" fill="#30383d"/>"""));
        yield return new(Text[isKilled ? "picture.bars.high" : "picture.bars.possible"], Html.Of($"""<rect x="-9" y="-7" width="18" height="14" fill="url(#hatch-mixed)" stroke="#5c666c" stroke-width=".6"/>"""));
        yield return Heading("picture.account");
        var drawn = Bins(width) is { } known ? Content.Spots.Count(spot => PlaceIn(known, spot) is not null && (!isKilled || spot.KilledLow is not null)) : 0;
        yield return Told("picture.drawn", drawn);
        yield return Told(isKilled ? "picture.unbarred" : "picture.undated", Content.Spots.Count - drawn);
    }

    private TimeBins? Bins(int width) => Days() is var (first, last) ? TimeBins.Of(first, last, width - Left - 12, 5) : null;

    private (double[] Sure, double[] Possible) Count(TimeBins bins)
    {
        var (sure, possible) = (new double[bins.Count], new double[bins.Count]);
        foreach (var spot in Content.Spots)
        {
            if (PlaceIn(bins, spot) is not var (from, to, isSure) || (isKilled && spot.KilledLow is null))
            {
                continue;
            }
            var low = !isSure ? 0 : isKilled ? spot.KilledLow!.Value : 1;
            var high = isKilled ? spot.KilledHigh ?? spot.KilledLow!.Value : 1;
            for (var at = from; at <= to; at++)
            {
                sure[at] += low;
                possible[at] += high - low;
            }
        }
        return (sure, possible);
    }

    private Html Scale(double most, int width, double y, double room)
    {
        var step = Math.Max(1, Step(most / 4));
        var lines = new List<Html>();
        for (var value = 0.0; value <= most; value += step)
        {
            var at = y - (room * value / most);
            lines.Add(Html.Of($"""<path d="M{PicturePaths.Px(Left)} {PicturePaths.Px(at)}H{PicturePaths.Px(width - 12)}" stroke="#e2ddd1"/><text class="y" direction="ltr" x="{PicturePaths.Px(Left - 6)}" y="{PicturePaths.Px(at + 4)}">{Text.Digits(PicturePaths.Px(value))}</text>"""));
        }
        return Html.Join(lines);
    }

    /// <summary>1, 2 or 5 times a power of ten, at least so great.</summary>
    private static double Step(double least)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(least, 1))));
        return Digits.Select(digit => digit * power).First(step => step >= least);
    }

    private static Html Bar(double x, double y, double width, double height, string fill) => height <= 0 ? Html.Empty
        : Html.Of($"""<rect x="{PicturePaths.Px(x)}" y="{PicturePaths.Px(y - height)}" width="{PicturePaths.Px(width)}" height="{PicturePaths.Px(height)}" fill="{fill}"/>""");
}
