using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace BorderMap.Gazetteer.Build.Boundaries;

/// <summary>
/// Simplifies arcs between their fixed junctions; where a simplified arc would cross or touch another one, or itself, those involved are
/// simplified less, in the end not at all, so that the tiling stays one.
/// </summary>
internal static class SimplifyArcs
{
    /// <summary>Metres, the grid: simplifying by less than this is not simplifying.</summary>
    private const double LeastM = 10;

    /// <param name="arcs">Arcs that meet at their ends only.</param>
    /// <param name="toleranceM">Metres, for each arc.</param>
    /// <param name="cancellation">Stops between rounds.</param>
    public static List<Arc> Do(IReadOnlyList<Arc> arcs, Func<Arc, double> toleranceM, CancellationToken cancellation)
    {
        var tolerance = arcs.Select(toleranceM).ToArray();
        var result = arcs.Select(arc => Simplified(arc, toleranceM(arc))).ToList();
        for (var faulty = Crossing(result); faulty.Count > 0; faulty = Crossing(result))
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var index in faulty)
            {
                tolerance[index] = tolerance[index] < LeastM ? 0 : tolerance[index] / 2;
                result[index] = Simplified(arcs[index], tolerance[index]);
            }
            if (faulty.All(index => tolerance[index] == 0 && result[index].Path.Length == arcs[index].Path.Length) && faulty.SetEquals(Crossing(result)))
            {
                throw new InvalidOperationException("arcs cross one another before they are simplified");
            }
        }
        return result;
    }

    private static Arc Simplified(Arc arc, double toleranceM) => toleranceM == 0 ? arc
        : arc.Path[0].Equals2D(arc.Path[^1]) ? arc with { Path = Ring(arc.Path, toleranceM) }
        : arc with { Path = DouglasPeucker.Simplify(arc.Path, toleranceM) };

    /// <summary>A closed arc is simplified in two halves, parted at the position farthest from its start.</summary>
    private static Coordinate[] Ring(Coordinate[] path, double toleranceM)
    {
        var farthest = Enumerable.Range(0, path.Length).MaxBy(i => path[i].Distance(path[0]));
        Coordinate[] ring = [.. DouglasPeucker.Simplify(path[..(farthest + 1)], toleranceM), .. DouglasPeucker.Simplify(path[farthest..], toleranceM)[1..]];
        return ring.Length >= 4 ? ring : path;
    }

    private static SortedSet<int> Crossing(List<Arc> arcs)
    {
        var tree = new STRtree<(int Arc, int Segment)>();
        for (var arc = 0; arc < arcs.Count; arc++)
        {
            for (var i = 1; i < arcs[arc].Path.Length; i++)
            {
                tree.Insert(new Envelope(arcs[arc].Path[i - 1], arcs[arc].Path[i]), (arc, i));
            }
        }
        var found = new SortedSet<int>();
        for (var arc = 0; arc < arcs.Count; arc++)
        {
            for (var i = 1; i < arcs[arc].Path.Length; i++)
            {
                foreach (var other in tree.Query(new Envelope(arcs[arc].Path[i - 1], arcs[arc].Path[i])).Where(o => o.CompareTo((arc, i)) > 0))
                {
                    if (Meets(arcs, (arc, i), other))
                    {
                        found.Add(arc);
                        found.Add(other.Arc);
                    }
                }
            }
        }
        return found;
    }

    /// <summary>Whether two segments have more in common than an end of both at which their arcs may meet.</summary>
    private static bool Meets(List<Arc> arcs, (int Arc, int Segment) one, (int Arc, int Segment) other)
    {
        var (a, b) = (arcs[one.Arc].Path[one.Segment - 1], arcs[one.Arc].Path[one.Segment]);
        var (c, d) = (arcs[other.Arc].Path[other.Segment - 1], arcs[other.Arc].Path[other.Segment]);
        var meeting = new RobustLineIntersector();
        meeting.ComputeIntersection(a, b, c, d);
        if (!meeting.HasIntersection)
        {
            return false;
        }
        if (meeting.IntersectionNum > 1 || meeting.IsProper)
        {
            return true;
        }
        var at = meeting.GetIntersection(0);
        return !(IsEnd(at, a, b) && IsEnd(at, c, d) && MayMeet(arcs, one, other, at));
    }

    private static bool MayMeet(List<Arc> arcs, (int Arc, int Segment) one, (int Arc, int Segment) other, Coordinate at) =>
        one.Arc == other.Arc && Math.Abs(one.Segment - other.Segment) == 1
        || (IsEnd(at, arcs[one.Arc].Path[0], arcs[one.Arc].Path[^1]) && IsEnd(at, arcs[other.Arc].Path[0], arcs[other.Arc].Path[^1]));

    private static bool IsEnd(Coordinate at, Coordinate from, Coordinate to) => at.Equals2D(from) || at.Equals2D(to);
}
