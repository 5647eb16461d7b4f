using System.Globalization;
using System.Text.RegularExpressions;
using BorderMap.Gazetteer.Coordinates.Grid;

namespace BorderMap.Gazetteer.Coordinates.Notations;

/// <summary>
/// UTM: <c>42N 500000 3776000</c>, the zone first or last, with hemisphere or latitude band. S is both the southern hemisphere and the band
/// from 32 to 40 north, in which most of the region lies: the northing decides, and the reading says so.
/// </summary>
internal static partial class UtmReference
{
    /// <summary>Eastings of a UTM zone at the equator, with a margin for the overlap of zones; northings from the equator to 84 north.</summary>
    private const double LeastEasting = 100_000, MostEasting = 900_000, MostNorthing = 9_400_000, SouthernEquator = 10_000_000;

    /// <summary>Degrees that a northing may lie outside its band: the bands' edges are parallels, the grid's rows are not.</summary>
    private const double BandMargin = 0.5;

    public static CoordinateReading Read(string plain)
    {
        var match = ZoneFirst().Match(plain) is { Success: true } first ? first : ZoneLast().Match(plain);
        if (!match.Success)
        {
            return CoordinateReading.None;
        }
        var (easting, northing) = (Written.Of(match.Groups["e"].Value), Written.Of(match.Groups["n"].Value));
        var zone = int.Parse(match.Groups["zone"].Value);
        if (zone is < 1 or > 60)
        {
            return CoordinateProblems.OutOfRange("zone", match.Groups["zone"].Value, 1, 60);
        }
        if (easting.Metres is < LeastEasting or > MostEasting)
        {
            return CoordinateProblems.OutOfRange("easting", match.Groups["e"].Value, LeastEasting, MostEasting);
        }
        return northing.Metres > SouthernEquator ? CoordinateProblems.OutOfRange("northing", match.Groups["n"].Value, 0, SouthernEquator)
            : InHemisphere(match.Groups["letter"].Value, zone, easting, northing);
    }

    private static CoordinateReading InHemisphere(string letter, int zone, Written easting, Written northing)
    {
        switch (letter)
        {
            case "":
                return At(isNorth: true, "read as the northern hemisphere");
            case "N" or "NORTH":
                return At(isNorth: true, null);
            case "SOUTH":
                return At(isNorth: false, null);
            case "S":
                return LiesIn('S') ? At(isNorth: true, "S read as the latitude band from 32 to 40 north") : At(isNorth: false, "S read as the southern hemisphere");
        }
        return !LatitudeBand.Exists(letter[0]) ? CoordinateProblems.ZoneLetter("band", letter)
            : LiesIn(letter[0]) ? At(LatitudeBand.IsNorth(letter[0]), null)
            : CoordinateProblems.NotInBand(northing.Text, letter[0], zone);

        bool LiesIn(char band)
        {
            var isNorth = LatitudeBand.IsNorth(band);
            var (south, north) = LatitudeBand.Of(band);
            return (!isNorth || northing.Metres <= MostNorthing)
                && Utm.Unproject(new(zone, isNorth, easting.Metres, northing.Metres)).Lat is var lat && lat >= south - BandMargin && lat <= north + BandMargin;
        }

        CoordinateReading At(bool isNorth, string? assumed)
        {
            if (isNorth && northing.Metres > MostNorthing)
            {
                return CoordinateProblems.OutOfRange("northing", northing.Text, 0, MostNorthing);
            }
            var point = Utm.Unproject(new(zone, isNorth, easting.Metres, northing.Metres));
            var radius = Math.Sqrt((easting.Step * easting.Step) + (northing.Step * northing.Step)) / 2;
            return new CoordinateReading.Found(point, CoordinateNotation.Utm, Math.Max(1, radius), assumed);
        }
    }

    /// <summary>Metres as written, and what a one in the last digit makes.</summary>
    private readonly record struct Written(double Metres, double Step, string Text)
    {
        public static Written Of(string text)
        {
            var digits = text.Replace(",", "", StringComparison.Ordinal);
            var point = digits.IndexOf('.', StringComparison.Ordinal);
            return new(double.Parse(digits, CultureInfo.InvariantCulture), Math.Pow(10, point < 0 ? 0 : -(digits.Length - point - 1)), text);
        }
    }

    private const string Zone = """(?:ZONE ?)?(?<zone>\d{1,2}) ?-?(?<letter>[A-Z]|NORTH|SOUTH)?""";
    private const string Easting = """(?:E(?:ASTING)?[ :=]*)?(?<e>0?\d{6}(?:\.\d{1,6})?|\d{3},\d{3}(?:\.\d{1,6})?)(?: ?M(?: ?E)?| ?E)?\b""";
    private const string Northing = """(?:N(?:ORTHING)?[ :=]*)?(?<n>\d{6,8}(?:\.\d{1,6})?|\d{1,2},\d{3},\d{3}(?:\.\d{1,6})?)(?: ?M(?: ?N)?| ?N)?\b""";

    [GeneratedRegex($"^(?:UTM[ :]*)?{Zone}[ ,;:]+{Easting}[ ,;/]+{Northing}$")]
    private static partial Regex ZoneFirst();

    [GeneratedRegex($"^(?:UTM[ :]*)?{Easting}[ ,;/]+{Northing}[ ,;(]+(?:UTM[ :]*)?{Zone}\\)?$")]
    private static partial Regex ZoneLast();
}
