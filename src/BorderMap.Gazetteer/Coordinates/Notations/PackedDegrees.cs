using System.Globalization;
using System.Text.RegularExpressions;

namespace BorderMap.Gazetteer.Coordinates.Notations;

/// <summary>Degrees, minutes and seconds without gaps: ISO 6709 (<c>+34.1311+071.0822/</c>, <c>+340752+0710456/</c>) and aviation's <c>340752N 0710456E</c>.</summary>
internal static partial class PackedDegrees
{
    public static CoordinateReading Read(string plain)
    {
        var match = Iso6709().Match(plain);
        match = match.Success ? match : LettersLast().Match(plain);
        match = match.Success ? match : LettersFirst().Match(plain);
        if (!match.Success)
        {
            return CoordinateReading.None;
        }
        var (lat, latProblem) = Unpack(match.Groups["lat"].Value, 2, match.Groups["ns"].Value is "-" or "S", Axis.Lat);
        var (lon, lonProblem) = Unpack(match.Groups["lon"].Value, 3, match.Groups["ew"].Value is "-" or "W", Axis.Lon);
        return latProblem ?? lonProblem ?? AnglePair.Read(lat, lon);
    }

    /// <summary>Degrees have two digits of a latitude and three of a longitude, minutes and seconds two each; the last field may have decimals.</summary>
    private static (Angle Angle, CoordinateReading.Wrong? Problem) Unpack(string digits, int degreeDigits, bool isNegative, Axis axis)
    {
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? digits.Length : point;
        var fields = 1 + ((whole - degreeDigits) / 2);
        string[] parts = [digits[..degreeDigits], .. Enumerable.Range(1, fields - 1).Select(i => digits.Substring(degreeDigits + ((i - 1) * 2), 2))];
        parts[^1] += digits[whole..];
        return Sexagesimal.Angle([.. parts.Select(part => double.Parse(part, CultureInfo.InvariantCulture))], point < 0 ? 0 : digits.Length - point - 1, isNegative, axis, digits);
    }

    [GeneratedRegex("""^(?<ns>[+-])(?<lat>(?:\d\d){1,3}(?:\.\d{1,12})?)(?<ew>[+-])(?<lon>\d(?:\d\d){1,3}(?:\.\d{1,12})?)(?:[+-]\d+(?:\.\d+)?)?(?:CRS[A-Z0-9_]*)?/?$""")]
    private static partial Regex Iso6709();

    [GeneratedRegex("""^(?<lat>(?:\d\d){2,3}(?:\.\d{1,12})?) ?(?<ns>[NS])[ ,/]*(?<lon>\d(?:\d\d){2,3}(?:\.\d{1,12})?) ?(?<ew>[EW])$""")]
    private static partial Regex LettersLast();

    [GeneratedRegex("""^(?<ns>[NS]) ?(?<lat>(?:\d\d){2,3}(?:\.\d{1,12})?)[ ,/]*(?<ew>[EW]) ?(?<lon>\d(?:\d\d){2,3}(?:\.\d{1,12})?)$""")]
    private static partial Regex LettersFirst();
}
