using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;

namespace BorderMap.Gazetteer.Build.Boundaries;

/// <summary>Line simplification after Douglas and Peucker (1973), on a plane where both axes have the scale of latitude.</summary>
internal static class DouglasPeucker
{
    private const double MetresPerDegree = 111_195;

    /// <param name="path">Degrees, lon lat; the first and last position stay.</param>
    /// <param name="toleranceM">Metres by which the result may differ.</param>
    public static Coordinate[] Simplify(IReadOnlyList<Coordinate> path, double toleranceM)
    {
        var scale = Math.Cos(double.DegreesToRadians(path.Average(c => c.Y)));
        var plane = path.Select(c => new Coordinate(c.X * scale, c.Y)).ToArray();
        var keep = new bool[path.Count];
        keep[0] = keep[^1] = true;
        var open = new Stack<(int From, int To)>([(0, path.Count - 1)]);
        while (open.TryPop(out var span))
        {
            var (farthest, distance) = Farthest(plane, span.From, span.To);
            if (distance * MetresPerDegree > toleranceM)
            {
                keep[farthest] = true;
                open.Push((span.From, farthest));
                open.Push((farthest, span.To));
            }
        }
        return [.. path.Where((_, i) => keep[i])];
    }

    private static (int Index, double Distance) Farthest(Coordinate[] plane, int from, int to)
    {
        var (index, distance) = (from, -1.0);
        for (var i = from + 1; i < to; i++)
        {
            var d = DistanceComputer.PointToSegment(plane[i], plane[from], plane[to]);
            if (d > distance)
            {
                (index, distance) = (i, d);
            }
        }
        return (index, distance);
    }
}
