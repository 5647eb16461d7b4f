using NetTopologySuite.Geometries;

namespace BorderMap.PostGis.Features;

/// <summary>
/// Cells of the globe, named by geohash: places near one another stand near one another in the order of names, so that a box is a few stretches of an
/// index. Pages of a box are read in this order, which costs as much as the page and not as the box.
/// </summary>
internal static class Cells
{
    /// <summary>What has no place: after every cell.</summary>
    public const string None = "~";

    private const string Digits = "0123456789bcdefghjkmnpqrstuvwxyz";
    private const int Length = 8;
    private const int Bits = 5 * Length;

    /// <summary>Stretches that a box is cut into at most: more fit it closer, and cost more to begin.</summary>
    private const int Most = 48;

    /// <summary>The cell of a point in SQL, as the indexes have it.</summary>
    public static string Sql(string geometry) => $"(coalesce(ST_GeoHash({geometry}, {Length}), '{None}') collate \"C\")";

    /// <summary>The stretches of cells that hold some boxes, in order and apart, the first and the last cell of each.</summary>
    public static IReadOnlyList<(string First, string Last)> Cover(params IReadOnlyList<Envelope> boxes)
    {
        var (found, open) = (new List<Cell>(), new Queue<Cell>([new Cell(0, 0, new Envelope(-180, 180, -90, 90))]));
        while (open.TryDequeue(out var cell))
        {
            if (!boxes.Any(box => box.Intersects(cell.Area)))
                continue;
            if (cell.Depth == Bits || boxes.Any(box => box.Contains(cell.Area)) || found.Count + open.Count + 2 > Most)
                found.Add(cell);
            else
                foreach (var half in cell.Halves())
                    open.Enqueue(half);
        }
        var stretches = new List<(ulong First, ulong Last)>();
        foreach (var (first, last) in found.Select(cell => cell.Stretch).Order())
            if (stretches.Count > 0 && stretches[^1].Last + 1 == first)
                stretches[^1] = (stretches[^1].First, last);
            else
                stretches.Add((first, last));
        return [.. stretches.Select(stretch => (Name(stretch.First), Name(stretch.Last)))];
    }

    private static string Name(ulong number) => string.Create(Length, number, (name, rest) =>
    {
        for (var i = Length - 1; i >= 0; i--, rest >>= 5)
            name[i] = Digits[(int)(rest & 31)];
    });

    /// <summary>A part of the globe by its first bits, of longitude and latitude in turn.</summary>
    private sealed record Cell(ulong Number, int Depth, Envelope Area)
    {
        public (ulong First, ulong Last) Stretch => (Number << (Bits - Depth), ((Number + 1) << (Bits - Depth)) - 1);

        public IEnumerable<Cell> Halves()
        {
            var (lon, lat) = (Area.Centre.X, Area.Centre.Y);
            return Depth % 2 == 0
                ? [Half(0, new(Area.MinX, lon, Area.MinY, Area.MaxY)), Half(1, new(lon, Area.MaxX, Area.MinY, Area.MaxY))]
                : [Half(0, new(Area.MinX, Area.MaxX, Area.MinY, lat)), Half(1, new(Area.MinX, Area.MaxX, lat, Area.MaxY))];
        }

        private Cell Half(ulong bit, Envelope area) => new((Number << 1) | bit, Depth + 1, area);
    }
}
