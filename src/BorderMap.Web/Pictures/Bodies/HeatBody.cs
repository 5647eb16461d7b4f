using System.Text;
using BorderMap.Gazetteer;
using BorderMap.PostGis;
using BorderMap.Web.Pages;

namespace BorderMap.Web.Pictures.Bodies;

/// <summary>Density of what is known to a spot or a town. What is known to a district or less is never in it.</summary>
internal sealed class HeatBody(PictureContent content, Func<int, int, PictureFrame> frameOf, BaseShapes shapes) : MapBody(content, frameOf, shapes)
{
    /// <summary>Pixels of a cell, and cells that each of three passes reaches: together they are nearly a bell curve.</summary>
    private const int Cell = 5;
    private const int Reach = 3;

    /// <summary>Less than this share of a lone incident is left clear.</summary>
    private const double Least = 0.15;

    /// <summary>What three passes leave in its own cell of a point of weight 1, on a line: 37 of 343 ways lead back.</summary>
    private const double PeakOnLine = 37.0 / 343;

    protected override Html Below(PictureFrame frame)
    {
        var (values, across) = Density(frame);
        var bounds = Shades.Bounds(values.Length == 0 ? 0 : values.Max());
        var paths = Enumerable.Range(0, bounds.Count + 1).Select(_ => new StringBuilder()).ToList();
        for (var at = 0; at < values.Length;)
        {
            var (row, start, shade) = (at / across, at, Class(at));
            while (at < values.Length && at / across == row && Class(at) == shade)
            {
                at++;
            }
            if (shade >= 0)
            {
                paths[shade].Append($"M{start % across * Cell} {row * Cell}h{(at - start) * Cell}v{Cell}h-{(at - start) * Cell}z");
            }
        }
        return Html.Of($"""<g fill-opacity=".78">{paths.Select((path, shade) => path.Length == 0 ? Html.Empty : Html.Of($"""<path d="{path.ToString()}" fill="{Shades.Colour(shade, bounds.Count + 1)}"/>"""))}</g>""");

        int Class(int at) => values[at] < Least ? -1 : Math.Max(0, Shades.ClassOf(values[at], bounds));
    }

    protected override IEnumerable<LegendRow> Keys(PictureFrame frame)
    {
        var (values, _) = Density(frame);
        var most = values.Length == 0 ? 0 : (int)Math.Ceiling(values.Max());
        return [new(Text["picture.heat"]), .. Classes(Shades.Bounds(most), most)];
    }

    protected override IEnumerable<LegendRow> Account(PictureFrame frame)
    {
        var drawn = Content.Spots.Count(spot => IsSpot(spot) && On(spot, frame));
        var beside = Content.Spots.Count(IsSpot) - drawn;
        return [Told("picture.drawn", drawn), Told("picture.beside", beside), Told("picture.rough", Content.Spots.Count - drawn - beside)];
    }

    private static bool IsSpot(PictureSpot spot) => spot is { Lon: not null, Precision: PlacePrecision.Exact or PlacePrecision.Near or PlacePrecision.Locality };

    private static bool On(PictureSpot spot, PictureFrame frame)
    {
        var (x, y) = frame.Pixel(spot.Lon!.Value, spot.Lat!.Value);
        return frame.Holds(x, y);
    }

    private (double[] Values, int Across) Density(PictureFrame frame)
    {
        var (across, down) = ((frame.Width + Cell - 1) / Cell, (frame.Height + Cell - 1) / Cell);
        var values = new double[across * down];
        foreach (var (x, y) in Content.Spots.Where(IsSpot).Select(spot => frame.Pixel(spot.Lon!.Value, spot.Lat!.Value)).Where(at => at.X >= 0 && at.Y >= 0 && at.X < frame.Width && at.Y < frame.Height))
        {
            values[((int)(y / Cell) * across) + (int)(x / Cell)]++;
        }
        for (var pass = 0; pass < 3; pass++)
        {
            values = Blur(Blur(values, across, down, 1, across), down, across, across, 1);
        }
        return ([.. values.Select(value => value / (PeakOnLine * PeakOnLine))], across);
    }

    /// <summary>The mean of the cells within reach, along lines.</summary>
    private static double[] Blur(double[] from, int length, int lines, int step, int next)
    {
        var to = new double[from.Length];
        for (var line = 0; line < lines; line++)
        {
            for (var at = 0; at < length; at++)
            {
                var sum = 0.0;
                for (var other = Math.Max(0, at - Reach); other <= Math.Min(length - 1, at + Reach); other++)
                {
                    sum += from[(line * next) + (other * step)];
                }
                to[(line * next) + (at * step)] = sum / ((2 * Reach) + 1);
            }
        }
        return to;
    }
}
