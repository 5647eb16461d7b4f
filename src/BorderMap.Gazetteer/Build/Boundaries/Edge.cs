using NetTopologySuite.Geometries;

namespace BorderMap.Gazetteer.Build.Boundaries;

/// <summary>An undirected straight piece of boundary between two grid positions; <see cref="A"/> is the lesser one.</summary>
internal readonly record struct Edge(Coordinate A, Coordinate B)
{
    public static Edge Between(Coordinate one, Coordinate other) => one.CompareTo(other) < 0 ? new(one, other) : new(other, one);

    /// <summary>In metres.</summary>
    public double Length => Geo.DistanceM(A.X, A.Y, B.X, B.Y);

    public static IEnumerable<Edge> Of(Coordinate[] path) => Enumerable.Range(1, Math.Max(0, path.Length - 1)).Select(i => Between(path[i - 1], path[i]));
}
