using System.Globalization;
using BorderMap.Gazetteer.Coordinates.Grid;

namespace BorderMap.Gazetteer.Coordinates;

/// <summary>Writes a position in the notations that <see cref="CoordinateText"/> reads.</summary>
public static class CoordinateFormat
{
    /// <summary>A MGRS reference, <c>42S XC 92006 78650</c>; null beyond 84 north and 80 south, where MGRS has no zones.</summary>
    /// <param name="point">WGS 84.</param>
    /// <param name="digits">1 (10 km) to 5 (1 m) each for easting and northing, cut off and not rounded, as the standard has it.</param>
    public static string? Mgrs(GeoPoint point, int digits = 5)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(digits, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(digits, 5);
        if (!HasGrid(point))
        {
            return null;
        }
        var at = Coordinates.Grid.Utm.Project(point);
        return $"{at.Zone}{LatitudeBand.At(point.Lat)} {GridSquare.LettersAt(at)} {Within(at.Easting)} {Within(at.Northing)}";

        string Within(double metres) => ((int)(metres % GridSquare.Metres)).ToString("D5", CultureInfo.InvariantCulture)[..digits];
    }

    /// <summary>UTM to the metre, zone and hemisphere first: <c>42N 692007 3778650</c>; null beyond 84 north and 80 south.</summary>
    public static string? Utm(GeoPoint point)
    {
        if (!HasGrid(point))
        {
            return null;
        }
        var at = Coordinates.Grid.Utm.Project(point);
        return string.Create(CultureInfo.InvariantCulture, $"{at.Zone}{(at.IsNorth ? 'N' : 'S')} {Math.Round(at.Easting):F0} {Math.Round(at.Northing):F0}");
    }

    /// <summary>Degrees, minutes and seconds to a tenth (3 m), latitude first: <c>34°07'52.0"N 71°04'55.9"E</c>.</summary>
    public static string Dms(GeoPoint point) => $"{Dms(point.Lat, 'N', 'S')} {Dms(point.Lon, 'E', 'W')}";

    /// <summary>Decimal degrees to five places (1 m), latitude first: <c>34.13110°N 71.08220°E</c>.</summary>
    public static string Decimal(GeoPoint point) => string.Create(CultureInfo.InvariantCulture,
        $"{Math.Abs(point.Lat):0.00000}°{(point.Lat < 0 ? 'S' : 'N')} {Math.Abs(point.Lon):0.00000}°{(point.Lon < 0 ? 'W' : 'E')}");

    private static string Dms(double degrees, char positive, char negative)
    {
        var tenths = (long)Math.Round(Math.Abs(degrees) * 36_000);
        var whole = (tenths / 36_000).ToString(CultureInfo.InvariantCulture).PadLeft(2, '0');
        return string.Create(CultureInfo.InvariantCulture, $"{whole}°{tenths / 600 % 60:D2}'{tenths / 10 % 60:D2}.{tenths % 10}\"{(degrees < 0 ? negative : positive)}");
    }

    private static bool HasGrid(GeoPoint point) => point.Lat is >= Coordinates.Grid.Utm.South and <= Coordinates.Grid.Utm.North;
}
