namespace BorderMap.Gazetteer.Coordinates.Grid;

/// <summary>The latitude bands of UTM and MGRS: C at 80° south to X at 84° north, each of 8 degrees but X of 12 (NGA.STND.0037, 2014, 2.3).</summary>
internal static class LatitudeBand
{
    private const string Letters = "CDEFGHJKLMNPQRSTUVWX";

    public static bool Exists(char letter) => Letters.Contains(letter, StringComparison.Ordinal);

    public static bool IsNorth(char letter) => letter >= 'N';

    /// <summary>Degrees north of a band's edges.</summary>
    public static (double South, double North) Of(char letter)
    {
        var south = -80 + (8 * Letters.IndexOf(letter, StringComparison.Ordinal));
        return (south, letter == 'X' ? 84 : south + 8);
    }

    /// <summary>The band of a latitude from -80 to 84.</summary>
    public static char At(double lat) => Letters[Math.Min((int)Math.Floor((lat + 80) / 8), Letters.Length - 1)];
}
