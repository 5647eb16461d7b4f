using System.Globalization;

namespace BorderMap.Gazetteer.Coordinates;

/// <summary>What can be wrong with coordinates: every sentence stands here.</summary>
internal static class CoordinateProblems
{
    public static CoordinateReading.Wrong OutOfRange(string part, string value, double least, double most) =>
        new(part, value, $"The {part} {value} is outside {Number(least)} to {Number(most)}.", $"Give a {part} from {Number(least)} to {Number(most)}.");

    public static CoordinateReading.Wrong Missing(string part, string example) =>
        new(part, "", $"The {part} is missing.", $"Write both, as in {example}.");

    public static CoordinateReading.Wrong Twice(string part, string value) =>
        new(part, value, $"Both numbers are marked as a {part}.", "Give one latitude (N or S) and one longitude (E or W).");

    public static CoordinateReading.Wrong SignAndDirection(string value) =>
        new("direction", value, $"{value} has both a minus and a direction.", "Write one of them: a minus, or the letter N, S, E or W.");

    public static CoordinateReading.Wrong Datum(string value) =>
        new("datum", value, $"The datum {value} is not WGS 84.", "Give the position in WGS 84.");

    public static CoordinateReading.Wrong ZoneLetter(string part, string letter) =>
        new(part, letter, $"{letter} is no latitude band: the bands are C to X without I and O.", "Look at the band letter again, or write N or S for the hemisphere in UTM.");

    public static CoordinateReading.Wrong Polar(string letter) =>
        new("band", letter, $"{letter} is a polar zone, which has no number.", "The region's bands are Q, R, S and T.");

    public static CoordinateReading.Wrong NotInBand(string northing, char band, int zone) =>
        new("band", band.ToString(), $"The northing {northing} does not lie in band {band} of zone {zone}.", "Check band and northing, or write N or S for the hemisphere.");

    public static CoordinateReading.Wrong NoSquare(string square, int zone, char band, string why) =>
        new("square", square, $"There is no square {square} in {zone}{band}: {why}.", "Check the two letters of the square and the zone before them.");

    public static CoordinateReading.Wrong UnequalDigits(string digits) =>
        new("digits", digits, $"{digits} gives easting and northing different numbers of digits.", "Give both the same number of digits, 1 to 5.");

    public static CoordinateReading.Wrong TooManyDigits(string digits) =>
        new("digits", digits, $"{digits} has more digits than a reference to the metre.", "Give 1 to 5 digits each for easting and northing.");

    public static CoordinateReading.Wrong NoGridZone(string reference) =>
        new("grid zone", reference, $"{reference} lacks the grid zone.", $"Write it before the square, as in 42S {reference}.");

    private static string Number(double value) => value.ToString("#,0.###", CultureInfo.InvariantCulture);
}
