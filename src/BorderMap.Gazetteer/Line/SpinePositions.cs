using NetTopologySuite.Geometries;

namespace BorderMap.Gazetteer.Line;

/// <summary>Measures the detailed line along its spine.</summary>
internal static class SpinePositions
{
    /// <summary>
    /// The kilometres along the spine of each point of the detailed line: between two points of the spine, by the share of the way along the line. So
    /// positions only grow, and never leap where the line folds, as they would if each point went to the nearest point of the spine.
    /// </summary>
    /// <param name="detailed">The line.</param>
    /// <param name="spine">Numbers of some of its points, the first and the last among them, in order, with their kilometres.</param>
    public static double[] Of(IReadOnlyList<Coordinate> detailed, IReadOnlyList<(int Vertex, double Km)> spine)
    {
        var way = new double[detailed.Count];
        for (var i = 1; i < way.Length; i++)
        {
            way[i] = way[i - 1] + At(i - 1).KmTo(At(i));
        }
        var positions = new double[detailed.Count];
        for (var part = 1; part < spine.Count; part++)
        {
            var (from, to) = (spine[part - 1], spine[part]);
            for (var i = from.Vertex; i <= to.Vertex; i++)
            {
                positions[i] = from.Km + ((way[i] - way[from.Vertex]) / (way[to.Vertex] - way[from.Vertex]) * (to.Km - from.Km));
            }
        }
        return positions;

        SpherePoint At(int vertex) => SpherePoint.Of(detailed[vertex].X, detailed[vertex].Y);
    }
}
