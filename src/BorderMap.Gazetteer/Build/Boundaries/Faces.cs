using NetTopologySuite.Geometries;
using NetTopologySuite.Noding;
using NetTopologySuite.Noding.Snapround;
using NetTopologySuite.Operation.Polygonize;

namespace BorderMap.Gazetteer.Build.Boundaries;

/// <summary>Cuts the plane along lines: the smallest areas that no line crosses, and which of them meet at each edge.</summary>
internal sealed class Faces
{
    /// <summary>In an order that depends on the lines alone.</summary>
    public IReadOnlyList<Polygon> All { get; }

    /// <summary>The faces on both sides of each edge; the second is -1 where nothing is.</summary>
    public IReadOnlyDictionary<Edge, (int One, int Other)> Sides { get; }

    /// <param name="lines">Degrees, on the grid.</param>
    public Faces(IEnumerable<Coordinate[]> lines)
    {
        All = Polygonize(Node(lines));
        Sides = Meet(All);
    }

    /// <summary>Every edge between crossings, once; snap-rounded (Hobby 1999), so that all crossings lie on the grid.</summary>
    private static List<Edge> Node(IEnumerable<Coordinate[]> lines)
    {
        var noder = new SnapRoundingNoder(Grid.Precision);
        noder.ComputeNodes([.. lines.Where(line => line.Length > 1).Select(ISegmentString (line) => new NodedSegmentString(line, null))]);
        return [.. noder.GetNodedSubstrings().SelectMany(s => Edge.Of(s.Coordinates)).Distinct().Where(e => !e.A.Equals2D(e.B)).OrderBy(e => e.A).ThenBy(e => e.B)];
    }

    private static List<Polygon> Polygonize(List<Edge> edges)
    {
        var polygonizer = new Polygonizer();
        foreach (var edge in edges)
        {
            polygonizer.Add(Grid.Factory.CreateLineString([edge.A, edge.B]));
        }
        return [.. polygonizer.GetPolygons().Cast<Polygon>().Select(p => (Polygon)p.Normalized()).OrderBy(p => p.ExteriorRing[0]).ThenBy(p => p.ExteriorRing[1]).ThenBy(p => p.Area)];
    }

    private static Dictionary<Edge, (int One, int Other)> Meet(IReadOnlyList<Polygon> faces)
    {
        var sides = new Dictionary<Edge, (int One, int Other)>();
        for (var face = 0; face < faces.Count; face++)
        {
            foreach (var edge in Rings(faces[face]).SelectMany(Edge.Of))
            {
                sides[edge] = sides.TryGetValue(edge, out var known) ? (known.One, face) : (face, -1);
            }
        }
        return sides;
    }

    public static IEnumerable<Coordinate[]> Rings(Geometry area) => area switch
    {
        Polygon polygon => [polygon.ExteriorRing.Coordinates, .. polygon.InteriorRings.Select(ring => ring.Coordinates)],
        GeometryCollection many => many.Geometries.SelectMany(Rings),
        _ => throw new ArgumentException($"a {area.GeometryType} has no rings", nameof(area)),
    };
}
