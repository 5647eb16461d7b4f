using BorderMap.Gazetteer.Line;
using NetTopologySuite.Geometries;

namespace BorderMap.Gazetteer.Loading;

/// <summary>Reads <c>durand-line.tsv</c> and <c>durand-spine.tsv</c>, ordered from the tripoint with Iran to the tripoint with China.</summary>
internal static class LineRows
{
    public static List<Coordinate> ReadLine(GazetteerFile file)
    {
        var points = new List<Coordinate>();
        var rows = file.Rows("lon\tlat");
        while (rows.MoveNext())
        {
            points.Add(Point(rows));
        }
        return Ordered(file, points);
    }

    /// <summary>Reads the spine, whose points are points of the detailed line in the same order.</summary>
    /// <returns>The kilometres along the spine of each point of the detailed line.</returns>
    public static double[] ReadPositions(GazetteerFile file, IReadOnlyList<Coordinate> detailed)
    {
        var (spine, at) = (new List<(int Vertex, double Km)>(), 0);
        var rows = file.Rows("lon\tlat\tkm");
        while (rows.MoveNext())
        {
            var point = Point(rows);
            while (at < detailed.Count && !detailed[at].Equals2D(point))
            {
                at++;
            }
            if (at == detailed.Count || (spine.Count == 0 && at > 0))
            {
                throw rows.Broken("the spine must begin and end with the detailed line, and each of its points must be one of the line, in the line's order");
            }
            spine.Add((at, rows.Number(2, "km", spine.Count == 0 ? 0 : spine[^1].Km, 5000)));
        }
        return spine.Count < 2 || at < detailed.Count - 1
            ? throw new GazetteerFormatException(file.Name, 1, "the spine must begin and end with the detailed line, and have two points") : SpinePositions.Of(detailed, spine);
    }

    private static Coordinate Point(RowReader row) => new(row.Number(0, "lon", 55, 80), row.Number(1, "lat", 22, 40));

    private static List<Coordinate> Ordered(GazetteerFile file, List<Coordinate> points) =>
        points.Count < 2 ? throw new GazetteerFormatException(file.Name, 1, "a line needs two points")
        : points[0].X > points[^1].X ? throw new GazetteerFormatException(file.Name, 2, "the line must begin at the tripoint with Iran, in the west")
        : points;
}
