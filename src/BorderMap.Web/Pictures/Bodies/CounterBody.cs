using BorderMap.Web.Pages;

namespace BorderMap.Web.Pictures.Bodies;

/// <summary>The reported range of the killed in large type, with how many incidents it is over and for how many nobody gives a figure.</summary>
internal sealed class CounterBody(PictureContent content) : PictureBody(content)
{
    public override Html Draw(int width, int height)
    {
        var size = Math.Min(72, Math.Min(width / (Range.Length * 0.6), height / 4.0));
        var middle = PicturePaths.Px(width / 2.0);
        return Html.Of($"""
            <rect width="{width}" height="{height}" fill="#fff"/>
            <text class="m" x="{middle}" y="{PicturePaths.Px((height / 2.0) - size)}">{Text["picture.counter"]}</text>
            <text x="{middle}" y="{PicturePaths.Px((height / 2.0) + (size * 0.2))}" text-anchor="middle" font-weight="700" font-size="{PicturePaths.Px(size)}">{Range}</text>
            <text class="m" x="{middle}" y="{PicturePaths.Px((height / 2.0) + (size * 0.2) + 30)}">{Text.Say("picture.count", ("n", Text.Digits($"{Content.Spots.Count}")))}</text>
            """);
    }

    public override IEnumerable<LegendRow> Legend(int width, int height) =>
    [
        Heading("picture.legend"), new(Text["picture.counter.how"]), Heading("picture.account"),
        Told("picture.withfigure", Content.Spots.Count(spot => spot.KilledLow is not null)), Told("picture.nofigure", Content.Spots.Count(spot => spot.KilledLow is null)),
    ];

    private string Range
    {
        get
        {
            var with = Content.Spots.Where(spot => spot.KilledLow is not null).ToList();
            var (low, high) = (with.Sum(spot => (long)spot.KilledLow!.Value), with.Sum(spot => (long)(spot.KilledHigh ?? spot.KilledLow!.Value)));
            return with.Count == 0 ? Text["figure.none"] : new Words(Text).Sum(low, high, with.Exists(spot => spot.KilledHigh is null));
        }
    }
}
