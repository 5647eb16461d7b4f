using System.Globalization;

namespace BorderMap.Web.Pictures;

/// <summary>A position of the map, as its address has it.</summary>
/// <param name="Zoom">0 to 22.</param>
/// <param name="Lat">Degrees north of the middle.</param>
/// <param name="Lon">Degrees east of the middle.</param>
public sealed record MapView(double Zoom, double Lat, double Lon)
{
    public const string Fix = "Write zoom/lat/lon, as in the map's address.";

    /// <summary>Null where the text is no position.</summary>
    public static MapView? Read(string text) =>
        text.Split('/') is [var zoom, var lat, var lon] && Number(zoom) is { } z and >= 0 and <= 22 && Number(lat) is { } y and >= -85 and <= 85 && Number(lon) is { } x and >= -180 and <= 180
            ? new(z, y, x)
            : null;

    private static double? Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;
}
