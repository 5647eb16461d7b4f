using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Polygonize;

namespace BorderMap.Gazetteer.Build.Boundaries;

/// <summary>The boundaries of a tiling, split at the junctions where more than two of them meet.</summary>
internal static class Arcs
{
    /// <param name="faces">The faces.</param>
    /// <param name="owner">The unit of each face, or -1.</param>
    public static List<Arc> Between(Faces faces, int[] owner)
    {
        int Unit(int face) => face < 0 ? -1 : owner[face];
        var edges = faces.Sides
            .Select(s => (s.Key, One: Math.Min(Unit(s.Value.One), Unit(s.Value.Other)), Other: Math.Max(Unit(s.Value.One), Unit(s.Value.Other))))
            .Where(e => e.One != e.Other)
            .OrderBy(e => e.Key.A).ThenBy(e => e.Key.B)
            .ToDictionary(e => e.Key, e => (e.One, e.Other));
        return Chain(edges);
    }

    private static List<Arc> Chain(Dictionary<Edge, (int One, int Other)> edges)
    {
        var at = edges.Keys.SelectMany(e => new[] { (e.A, e), (e.B, e) }).ToLookup(p => p.Item1, p => p.e);
        var used = new HashSet<Edge>();
        var arcs = new List<Arc>();
        var junctions = at.Where(group => group.Count() != 2).Select(group => group.Key).Order();
        // After the arcs that begin at junctions only closed rings are left: they begin at their least position.
        foreach (var start in junctions.Concat(edges.Keys.Select(e => e.A).Distinct().Order()).ToList())
        {
            foreach (var edge in at[start].Where(e => !used.Contains(e)).ToList())
            {
                if (!used.Contains(edge))
                {
                    arcs.Add(new Arc(Walk(start, edge, at, used), edges[edge].One, edges[edge].Other));
                }
            }
        }
        return arcs;
    }

    private static Coordinate[] Walk(Coordinate start, Edge edge, ILookup<Coordinate, Edge> at, HashSet<Edge> used)
    {
        var path = new List<Coordinate> { start };
        for (Edge? next = edge; next is { } current;)
        {
            used.Add(current);
            path.Add(path[^1].Equals2D(current.A) ? current.B : current.A);
            var onward = at[path[^1]].ToList();
            next = onward.Count == 2 ? onward.Where(e => !used.Contains(e)).Select(e => (Edge?)e).FirstOrDefault() : null;
        }
        return [.. path];
    }

    /// <summary>The area of all units for which <paramref name="inside"/> holds, from the arcs that part it from the rest.</summary>
    public static Geometry Area(IEnumerable<Arc> arcs, Func<int, bool> inside)
    {
        var polygonizer = new Polygonizer(extractOnlyPolygonal: true);
        foreach (var arc in arcs.Where(arc => arc.Bounds(inside)))
        {
            polygonizer.Add(Grid.Factory.CreateLineString(arc.Path));
        }
        return polygonizer.GetGeometry().Normalized();
    }
}
