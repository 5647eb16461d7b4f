using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;

namespace BorderMap.Gazetteer.Build.Hierarchy;

/// <summary>On which side of the Durand Line a position lies; means something only for positions in the two countries.</summary>
internal sealed class SideOfLine
{
    /// <summary>Kilometres by which the sources of the line differ at most (metres here): nearer than this the line alone decides nothing.</summary>
    public const double UncertaintyM = 6_600;

    private readonly LineString _line;
    private readonly IndexedPointInAreaLocator _afghanSide;

    /// <param name="line">From the tripoint with Iran to the tripoint with China, lon lat.</param>
    public SideOfLine(LineString line)
    {
        _line = line;
        var (iran, china) = (line[0], line[line.NumPoints - 1]);
        // The area north and west of the line, closed by a frame far outside both countries.
        Coordinate[] ring = [.. line.Coordinates, new(90, china.Y), new(90, 60), new(40, 60), new(40, iran.Y), iran.Copy()];
        _afghanSide = new IndexedPointInAreaLocator(new Polygon(new LinearRing(ring)));
    }

    /// <returns><c>AF</c> or <c>PK</c>.</returns>
    public string At(double lon, double lat) => _afghanSide.Locate(new Coordinate(lon, lat)) == Location.Exterior ? "PK" : "AF";

    public double DistanceM(double lon, double lat) => Geo.DistanceM(_line, lon, lat);
}
