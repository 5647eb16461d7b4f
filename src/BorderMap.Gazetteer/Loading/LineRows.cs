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

    public static (List<Coordinate> Points, double[] Km) ReadSpine(GazetteerFile file)
    {
        var (points, km) = (new List<Coordinate>(), new List<double>());
        var rows = file.Rows("lon\tlat\tkm");
        while (rows.MoveNext())
        {
            points.Add(Point(rows));
            km.Add(rows.Number(2, "km", km.Count == 0 ? 0 : km[^1], 5000));
        }
        return (Ordered(file, points), [.. km]);
    }

    private static Coordinate Point(RowReader row) => new(row.Number(0, "lon", 55, 80), row.Number(1, "lat", 22, 40));

    private static List<Coordinate> Ordered(GazetteerFile file, List<Coordinate> points) =>
        points.Count < 2 ? throw new GazetteerFormatException(file.Name, 1, "a line needs two points")
        : points[0].X > points[^1].X ? throw new GazetteerFormatException(file.Name, 2, "the line must begin at the tripoint with Iran, in the west")
        : points;
}
