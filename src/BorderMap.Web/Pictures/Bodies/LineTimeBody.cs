using BorderMap.Web.Pages;

namespace BorderMap.Web.Pictures.Bodies;

/// <summary>Incidents by time and position along the Durand Line, as the chart of the map has them: what may fall into several cells is shared out among them.</summary>
internal sealed class LineTimeBody(PictureContent content, BaseShapes shapes, bool isKilled) : ChartBody(content)
{
    private const double Left = 126;

    /// <summary>Heights of a row in kilometres, from fine to coarse, and the least pixels of one.</summary>
    private static readonly int[] Steps = [5, 10, 20, 25, 50, 100, 250, 500];
    private const double LeastRow = 6;

    private double Length => shapes.Layer("landmarks").Max(shape => Math.Max(shape.Km ?? 0, shape.ToKm ?? 0));

    public override Html Draw(int width, int height)
    {
        if (Grid(width, height) is not { } grid)
        {
            return Nothing(width, height);
        }
        var (room, bounds) = (height - Bottom - Top, Shades.Bounds(grid.Values.Max()));
        var (across, down) = ((width - Left - 12) / grid.Bins.Count, room / grid.Rows);
        var cells = Enumerable.Range(0, grid.Values.Length).Where(at => grid.Values[at] > 0).Select(at => Html.Of($"""
            <rect x="{PicturePaths.Px(Left + (at % grid.Bins.Count * across))}" y="{PicturePaths.Px(height - Bottom - (((at / grid.Bins.Count) + 1) * down))}" width="{PicturePaths.Px(across)}" height="{PicturePaths.Px(down)}" fill="{Shades.Colour(Math.Max(0, Shades.ClassOf(grid.Values[at], bounds)), bounds.Count + 1)}"/>
            """));
        return Html.Of($"""<rect width="{width}" height="{height}" fill="#fff"/>{Crossings(width, height, room)}{cells}{TimeAxis(grid.Bins, Left, width - Left - 12, height - Bottom)}""");
    }

    public override IEnumerable<LegendRow> Legend(int width, int height)
    {
        yield return Heading("picture.legend");
        var grid = Grid(width, height);
        if (grid is not null)
        {
            yield return new(Text.Say(isKilled ? "picture.cells.killed" : "picture.cells.count", ("unit", Text[$"picture.unit.{grid.Bins.Unit}"]), ("km", Text.Digits($"{grid.Km}"))));
            var most = (int)Math.Ceiling(grid.Values.Max());
            foreach (var row in Classes(Shades.Bounds(most), most))
            {
                yield return row;
            }
            yield return new(Text["picture.cells.shared"]);
        }
        yield return Heading("picture.account");
        yield return Told("picture.drawn", grid?.Placed ?? 0);
        yield return Told("picture.away", Content.Spots.Count - (grid?.Placed ?? 0));
    }

    private sealed record Cells(TimeBins Bins, int Rows, int Km, double[] Values, int Placed);

    private Cells? Grid(int width, int height)
    {
        if (Days() is not var (first, last))
        {
            return null;
        }
        var bins = TimeBins.Of(first, last, width - Left - 12, 6);
        var km = Steps.FirstOrDefault(step => (height - Bottom - Top) / Math.Ceiling(Length / step) >= LeastRow, Steps[^1]);
        var rows = (int)Math.Ceiling(Length / km);
        var (values, placed) = (new double[rows * bins.Count], 0);
        foreach (var spot in Content.Spots)
        {
            if (spot.LineKm is not { } at || PlaceIn(bins, spot) is not var (from, to, _))
            {
                continue;
            }
            // A spot known to half a row is taken to lie in the row of its point.
            var reach = spot.RadiusM / 1000.0 > km / 2.0 ? spot.RadiusM / 1000.0 : 0;
            var (low, high) = ((int)Math.Max(0, Math.Floor((at - reach) / km)), (int)Math.Min(rows - 1, Math.Floor((at + reach) / km)));
            var share = (isKilled ? spot.KilledLow ?? 0 : 1) / (double)((to - from + 1) * (high - low + 1));
            placed++;
            for (var row = low; row <= high; row++)
            {
                for (var bin = from; bin <= to; bin++)
                {
                    values[(row * bins.Count) + bin] += share;
                }
            }
        }
        return new(bins, rows, km, values, placed);
    }

    /// <summary>The best known crossings, as far apart as their names need.</summary>
    private Html Crossings(int width, int height, double room)
    {
        var taken = new List<double>();
        var drawn = new List<Html>();
        foreach (var crossing in shapes.Layer("landmarks").Where(shape => shape.Km is not null).OrderBy(shape => shape.Rank))
        {
            var y = height - Bottom - (room * crossing.Km!.Value / Length);
            if (taken.Exists(other => Math.Abs(other - y) < 15))
            {
                continue;
            }
            taken.Add(y);
            drawn.Add(Html.Of($"""<path d="M{PicturePaths.Px(Left)} {PicturePaths.Px(y)}H{width - 12}" stroke="#e2ddd1"/><text class="y" direction="ltr" x="{PicturePaths.Px(Left - 6)}" y="{PicturePaths.Px(y + 4)}">{crossing.Name.Replace(" crossing", "", StringComparison.Ordinal)}</text>"""));
        }
        return Html.Join(drawn);
    }
}
