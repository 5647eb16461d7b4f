using BorderMap.Gazetteer.Build.Hierarchy;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace BorderMap.Gazetteer.Build.Boundaries;

/// <summary>
/// Gives each face to one unit, so that units neither overlap nor leave gaps: to the unit that holds it and lies on its side of the
/// Durand Line; a face that no such unit, or more than one, holds goes to the one with which it shares the longest border.
/// </summary>
internal sealed class Tiling
{
    /// <summary>Square degrees, about 5 km2: smaller detached scraps of a unit are leavings of two sources that disagree.</summary>
    private const double ScrapDegrees2 = 0.0005;

    private const int Nobody = -1;
    private readonly Faces _faces;
    private readonly List<Entry> _units;
    private readonly SideOfLine _line;
    private readonly int[] _owner;
    private readonly List<int>[] _holders;
    private readonly string[] _side;
    private readonly List<(int Face, double Metres)>[] _neighbours;

    private Tiling(Faces faces, List<Entry> units, SideOfLine line)
    {
        (_faces, _units, _line) = (faces, units, line);
        _owner = new int[faces.All.Count];
        Array.Fill(_owner, Nobody);
        _holders = new List<int>[faces.All.Count];
        _side = new string[faces.All.Count];
        _neighbours = Neighbours(faces);
    }

    /// <returns>For each face the index of its unit, or -1.</returns>
    public static int[] Assign(Faces faces, List<Entry> units, SideOfLine line)
    {
        var tiling = new Tiling(faces, units, line);
        tiling.FindHolders();
        tiling.Spread();
        tiling.GiveScrapsAway();
        return tiling._owner;
    }

    private void FindHolders()
    {
        var tree = new STRtree<(int Unit, IndexedPointInAreaLocator Area)>();
        for (var unit = 0; unit < _units.Count; unit++)
        {
            tree.Insert(_units[unit].Shape!.EnvelopeInternal, (unit, new IndexedPointInAreaLocator(_units[unit].Shape)));
        }
        for (var face = 0; face < _owner.Length; face++)
        {
            var inside = _faces.All[face].InteriorPoint.Coordinate;
            _side[face] = _line.At(inside.X, inside.Y);
            _holders[face] = [.. tree.Query(new Envelope(inside))
                .Where(hit => _units[hit.Unit].Country == _side[face] && hit.Area.Locate(inside) != Location.Exterior)
                .Select(hit => hit.Unit).Order()];
            _owner[face] = _holders[face].Count == 1 ? _holders[face][0] : Nobody;
        }
    }

    /// <summary>Faces without an owner take the one of a neighbour, those next to owned ones first.</summary>
    private void Spread()
    {
        for (var changed = true; changed;)
        {
            var next = Enumerable.Range(0, _owner.Length).Where(face => _owner[face] == Nobody)
                .Select(face => (Face: face, Owner: LongestBorder(face)))
                .Where(found => found.Owner != Nobody).ToList();
            next.ForEach(found => _owner[found.Face] = found.Owner);
            changed = next.Count > 0;
        }
    }

    private int LongestBorder(int face) => _neighbours[face]
        .Where(n => _owner[n.Face] != Nobody && _units[_owner[n.Face]].Country == _side[face])
        .Where(n => _holders[face].Count == 0 || _holders[face].Contains(_owner[n.Face]))
        .GroupBy(n => _owner[n.Face]).Select(g => (Owner: g.Key, Metres: g.Sum(n => n.Metres)))
        .OrderByDescending(g => g.Metres).ThenBy(g => g.Owner)
        .Select(g => g.Owner).DefaultIfEmpty(Nobody).First();

    private void GiveScrapsAway()
    {
        var parts = Parts();
        var largest = parts.GroupBy(p => _owner[p[0]]).Select(g => g.MaxBy(AreaOf)!).ToHashSet();
        foreach (var part in parts.Where(p => !largest.Contains(p) && AreaOf(p) < ScrapDegrees2))
        {
            part.ForEach(face => (_owner[face], _holders[face]) = (Nobody, []));
        }
        Spread();
    }

    /// <summary>Connected faces of one owner.</summary>
    private List<List<int>> Parts()
    {
        var seen = new bool[_owner.Length];
        var parts = new List<List<int>>();
        foreach (var start in Enumerable.Range(0, _owner.Length).Where(face => _owner[face] != Nobody))
        {
            var part = new List<int>();
            var open = new Stack<int>([start]);
            while (open.TryPop(out var face))
            {
                if (!seen[face])
                {
                    seen[face] = true;
                    part.Add(face);
                    _neighbours[face].Where(n => _owner[n.Face] == _owner[start]).ToList().ForEach(n => open.Push(n.Face));
                }
            }
            if (part.Count > 0)
            {
                parts.Add(part);
            }
        }
        return parts;
    }

    private double AreaOf(List<int> part) => part.Sum(face => _faces.All[face].Area);

    private static List<(int Face, double Metres)>[] Neighbours(Faces faces)
    {
        var neighbours = faces.All.Select(_ => new List<(int, double)>()).ToArray();
        foreach (var (edge, (one, other)) in faces.Sides.Where(s => s.Value.Other >= 0))
        {
            neighbours[one].Add((other, edge.Length));
            neighbours[other].Add((one, edge.Length));
        }
        return neighbours;
    }
}
