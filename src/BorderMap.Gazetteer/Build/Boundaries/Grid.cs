using NetTopologySuite.Geometries;

namespace BorderMap.Gazetteer.Build.Boundaries;

/// <summary>The grid of 0.0001 degrees (about 10 m) on which boundaries are drawn, so that what is written is exactly what was checked.</summary>
internal static class Grid
{
    /// <summary>Cells per degree.</summary>
    public const double Scale = 10_000;

    public static readonly PrecisionModel Precision = new(Scale);

    public static readonly GeometryFactory Factory = new(Precision, 4326);

    /// <summary>The path on the grid, without repeated positions.</summary>
    public static Coordinate[] Snap(IEnumerable<Coordinate> path)
    {
        var snapped = new List<Coordinate>();
        foreach (var position in path)
        {
            var at = new Coordinate(Precision.MakePrecise(position.X), Precision.MakePrecise(position.Y));
            if (snapped.Count == 0 || !snapped[^1].Equals2D(at))
            {
                snapped.Add(at);
            }
        }
        return [.. snapped];
    }
}
