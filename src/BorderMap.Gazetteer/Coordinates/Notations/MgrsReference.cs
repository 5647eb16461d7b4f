using System.Text.RegularExpressions;
using BorderMap.Gazetteer.Coordinates.Grid;

namespace BorderMap.Gazetteer.Coordinates.Notations;

/// <summary>MGRS: <c>42S XC 92006 78650</c>, to 1 m, 10 m ... 10 km, with or without spaces. The position is the middle of the square that the digits name.</summary>
internal static partial class MgrsReference
{
    /// <summary>So many digits leave no doubt that a broken reference was meant as one.</summary>
    private const int SurelyMeant = 4;

    public static CoordinateReading Read(string plain)
    {
        if (WithoutZone().IsMatch(plain))
        {
            return CoordinateProblems.NoGridZone(plain);
        }
        var match = Reference().Match(plain);
        if (!match.Success)
        {
            return CoordinateReading.None;
        }
        var reading = Read(match);
        return reading is CoordinateReading.Wrong && match.Groups["e"].Length + match.Groups["n"].Length < SurelyMeant ? CoordinateReading.None : reading;
    }

    private static CoordinateReading Read(Match match)
    {
        var (zone, band, letters) = (int.Parse(match.Groups["zone"].Value), match.Groups["band"].Value[0], match.Groups["square"].Value);
        var digits = match.Groups["n"].Success ? (East: match.Groups["e"].Value, North: match.Groups["n"].Value) : Halves(match.Groups["e"].Value);
        if (zone is < 1 or > 60)
        {
            return CoordinateProblems.OutOfRange("zone", match.Groups["zone"].Value, 1, 60);
        }
        if (!LatitudeBand.Exists(band))
        {
            return band is 'A' or 'B' or 'Y' or 'Z' ? CoordinateProblems.Polar($"{band}") : CoordinateProblems.ZoneLetter("band", $"{band}");
        }
        if (digits.East.Length != digits.North.Length)
        {
            return CoordinateProblems.UnequalDigits($"{digits.East} {digits.North}".Trim());
        }
        if (digits.East.Length > 5)
        {
            return CoordinateProblems.TooManyDigits($"{digits.East} {digits.North}");
        }
        return GridSquare.Find(zone, band, letters) switch
        {
            (null, var why) => CoordinateProblems.NoSquare(letters, zone, band, why),
            ({ } corner, _) => Within(corner, digits.East, digits.North),
        };
    }

    private static CoordinateReading.Found Within(UtmPosition corner, string east, string north)
    {
        var step = GridSquare.Metres / Math.Pow(10, east.Length);
        var middle = corner with { Easting = corner.Easting + ((int.Parse(east) + 0.5) * step), Northing = corner.Northing + ((int.Parse(north) + 0.5) * step) };
        return new(Utm.Unproject(middle), CoordinateNotation.Mgrs, Math.Max(1, step * Math.Sqrt(0.5)));
    }

    /// <summary>Digits without a gap are cut in the middle; an odd number is left to be refused.</summary>
    private static (string East, string North) Halves(string digits) => (digits[..((digits.Length + 1) / 2)], digits[((digits.Length + 1) / 2)..]);

    [GeneratedRegex("""^(?:MGRS|USNG|GRID(?: REF(?:ERENCE)?)?|GR)?[ :]*(?<zone>\d{1,2}) ?-?(?<band>[A-Z])[ -]*(?<square>[A-Z]{2})[ -]*(?<e>\d{1,14})(?:(?: ?[,/-] ?| )(?<n>\d{1,7}))?$""")]
    private static partial Regex Reference();

    [GeneratedRegex("""^[A-HJ-NP-Z][A-HJ-NP-V] ?(?:\d{3} \d{3}|\d{4} \d{4}|\d{5} \d{5}|\d{6}|\d{8}|\d{10})$""")]
    private static partial Regex WithoutZone();
}
