using System.Runtime.CompilerServices;
using BorderMap.Gazetteer.Line;

namespace BorderMap.Gazetteer.Reversing;

/// <summary>
/// Places by where they lie: a grid of cells, the numbers of the places in the order of their cells. Finds the nearest ones by looking at rings of
/// cells around a position until no farther cell can hold a nearer one. Immutable.
/// </summary>
internal sealed class PlaceGrid
{
    /// <summary>Degrees of a cell's side: some 25 square kilometres, in the densest of which lie a hundred places.</summary>
    private const double Cell = 0.05;

    /// <summary>Distances on a plane scaled at the position fall short of true ones by less than this part within 100 km.</summary>
    private const double PlaneFaults = 0.03;

    /// <summary>Kilometres that a degree of latitude has at least (at the equator), so that a ring's distance is never overrated.</summary>
    private const double LeastKmOfDegree = 110.5;

    private readonly Place[] places;
    private readonly int[] starts;
    private readonly double west, south;
    private readonly int columns, rows;

    /// <remarks>Compiled at once with all care: it runs once, over all places, while somebody waits for an answer.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public PlaceGrid(Place[] members)
    {
        var (east, north) = (double.MinValue, double.MinValue);
        (west, south) = (double.MaxValue, double.MaxValue);
        foreach (var place in members)
        {
            (west, east) = (Math.Min(west, place.Lon), Math.Max(east, place.Lon));
            (south, north) = (Math.Min(south, place.Lat), Math.Max(north, place.Lat));
        }
        (columns, rows) = members.Length == 0 ? (0, 0) : (1 + (int)((east - west) / Cell), 1 + (int)((north - south) / Cell));
        var cells = new int[members.Length];
        starts = new int[(columns * rows) + 1];
        for (var i = 0; i < members.Length; i++)
        {
            cells[i] = ((int)((members[i].Lat - south) / Cell) * columns) + (int)((members[i].Lon - west) / Cell);
            starts[cells[i] + 1]++;
        }
        for (var cell = 1; cell < starts.Length; cell++)
        {
            starts[cell] += starts[cell - 1];
        }
        places = new Place[members.Length];
        var next = starts.AsSpan(0, columns * rows).ToArray();
        for (var i = 0; i < members.Length; i++)
        {
            places[next[cells[i]]++] = members[i];
        }
    }

    /// <summary>The nearest places, nearest first.</summary>
    /// <param name="to">Anywhere.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="mostKm">None farther than this is given.</param>
    public List<(Place Place, double Km)> Nearest(GeoPoint to, int count, double mostKm)
    {
        var found = new PriorityQueue<(Place Place, double Km), (double, string)>(Comparer<(double, string)>.Create((a, b) => b.CompareTo(a)));
        var (column, row) = ((int)Math.Floor((to.Lon - west) / Cell), (int)Math.Floor((to.Lat - south) / Cell));
        var kmOfCell = Cell * LeastKmOfDegree * Math.Cos(double.DegreesToRadians(Math.Min(89, Math.Abs(to.Lat) + (mostKm / LeastKmOfDegree))));
        var rings = Math.Min(Reach(column, columns, row, rows), mostKm / kmOfCell + 1);
        for (var ring = 0; ring <= rings && count > 0; ring++)
        {
            // Whatever lies in this ring is at least so far away.
            if (found.Count == count && found.Peek().Km <= (ring - 1) * kmOfCell)
            {
                break;
            }
            foreach (var cell in Ring(column, row, ring))
            {
                LookInto(cell, to, count, mostKm, found);
            }
        }
        var nearest = new List<(Place Place, double Km)>(found.Count);
        while (found.TryDequeue(out var farthest, out _))
        {
            nearest.Add(farthest);
        }
        nearest.Reverse();
        return nearest;
    }

    private void LookInto(int cell, GeoPoint to, int count, double mostKm, PriorityQueue<(Place Place, double Km), (double, string)> found)
    {
        var shorten = Math.Cos(double.DegreesToRadians(to.Lat));
        foreach (var place in places.AsSpan(starts[cell], starts[cell + 1] - starts[cell]))
        {
            var (x, y) = ((place.Lon - to.Lon) * shorten, place.Lat - to.Lat);
            if (found.Count == count && Math.Sqrt((x * x) + (y * y)) * LeastKmOfDegree * (1 - PlaneFaults) > found.Peek().Km)
            {
                continue;
            }
            var km = Geodesic.Between(to, new GeoPoint(place.Lon, place.Lat)).Km;
            if (km <= mostKm && (found.Count < count || km < found.Peek().Km))
            {
                found.Enqueue((place, km), (km, place.Id));
                if (found.Count > count)
                {
                    found.Dequeue();
                }
            }
        }
    }

    /// <summary>The cells of the grid whose distance from a cell, in columns or rows, is just so much.</summary>
    private IEnumerable<int> Ring(int column, int row, int ring)
    {
        for (var y = Math.Max(0, row - ring); y <= Math.Min(rows - 1, row + ring); y++)
        {
            var step = Math.Abs(y - row) == ring ? 1 : Math.Max(1, 2 * ring);
            for (var x = column - ring; x <= column + ring; x += step)
            {
                if (x >= 0 && x < columns)
                {
                    yield return (y * columns) + x;
                }
            }
        }
    }

    /// <summary>How many rings reach the farthest corner of the grid.</summary>
    private static int Reach(int column, int columns, int row, int rows) =>
        Math.Max(Math.Max(Math.Abs(column), Math.Abs(columns - column)), Math.Max(Math.Abs(row), Math.Abs(rows - row)));
}
