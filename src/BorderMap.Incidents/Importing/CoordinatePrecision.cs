using BorderMap.Gazetteer;

namespace BorderMap.Incidents.Importing;

/// <summary>What coordinates are worth where a table gives only the precision in words, or only the radius. BorderMap's own convention: the radii
/// are those that the committed incidents have at these precisions.</summary>
internal static class CoordinatePrecision
{
    private static readonly (PlacePrecision Precision, int RadiusM)[] Steps =
    [
        (PlacePrecision.Exact, 500),
        (PlacePrecision.Locality, 5_000),
        (PlacePrecision.Near, 25_000),
        (PlacePrecision.District, 50_000),
        (PlacePrecision.Province, 150_000),
        (PlacePrecision.Country, 1_000_000),
    ];

    /// <summary>Metres.</summary>
    public static int RadiusOf(PlacePrecision precision) => Steps.First(step => step.Precision == precision).RadiusM;

    /// <param name="radiusM">Metres.</param>
    public static PlacePrecision OfRadius(int radiusM) => Steps.FirstOrDefault(step => radiusM <= step.RadiusM, Steps[^1]).Precision;
}
