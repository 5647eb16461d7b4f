using System.Globalization;
using BorderMap.Gazetteer;

namespace BorderMap.Web.Http;

/// <summary>A position as parameters write it: <c>lon,lat</c> in decimal degrees, WGS 84.</summary>
public static class PointText
{
    /// <summary>What to write instead of a text that is none.</summary>
    public const string Fix = "Write longitude and latitude in degrees, -180 to 180 and -90 to 90, with a comma between: 71.08,34.13.";

    /// <summary>The position, or null for a text that is none.</summary>
    public static GeoPoint? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split(',') is [var east, var north] && Degrees(east) is { } lon && Degrees(north) is { } lat ? Of(lon, lat) : null;
    }

    /// <summary>The position of two numbers, or null where these are none.</summary>
    public static GeoPoint? Of(double lon, double lat) => lon is >= -180 and <= 180 && lat is >= -90 and <= 90 ? new GeoPoint(lon, lat) : null;

    private static double? Degrees(string text) =>
        double.TryParse(text.Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
}
