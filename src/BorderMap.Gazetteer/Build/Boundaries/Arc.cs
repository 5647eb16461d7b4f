using NetTopologySuite.Geometries;

namespace BorderMap.Gazetteer.Build.Boundaries;

/// <summary>A piece of boundary between two junctions, shared by the units on its sides; -1 where nothing is.</summary>
internal sealed record Arc(Coordinate[] Path, int One, int Other)
{
    public bool Bounds(Func<int, bool> inside) => inside(One) != inside(Other);
}
