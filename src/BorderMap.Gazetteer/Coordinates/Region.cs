namespace BorderMap.Gazetteer.Coordinates;

/// <summary>
/// Where coordinates are expected: the bounding area of Afghanistan and Pakistan (60.5 to 77.9 east, 23.6 to 38.5 north) with a margin.
/// No number is both a latitude and a longitude of it, so that the order of a pair shows.
/// </summary>
public static class Region
{
    public const double West = 59, South = 23, East = 78, North = 39;

    /// <summary>Whether a position lies in the region, its edge included.</summary>
    public static bool Holds(GeoPoint point) => point is { Lon: >= West and <= East, Lat: >= South and <= North };
}
