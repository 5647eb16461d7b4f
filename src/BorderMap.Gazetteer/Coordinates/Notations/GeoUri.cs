using System.Globalization;
using System.Text.RegularExpressions;

namespace BorderMap.Gazetteer.Coordinates.Notations;

/// <summary>RFC 5870: <c>geo:34.1311,71.0822;u=35</c>, latitude first; and <c>geo:0,0?q=34.1311,71.0822(label)</c> as phones write it.</summary>
internal static partial class GeoUri
{
    public static CoordinateReading Read(string plain)
    {
        if (!plain.StartsWith("GEO:", StringComparison.Ordinal))
        {
            return CoordinateReading.None;
        }
        var match = Query().Match(plain);
        match = match.Success ? match : Uri().Match(plain);
        if (!match.Success)
        {
            return CoordinateReading.None;
        }
        if (match.Groups["crs"] is { Success: true, Value: not "WGS84" } datum)
        {
            return CoordinateProblems.Datum(datum.Value);
        }
        var reading = AnglePair.Read(Angle.OfDegrees(match.Groups["lat"].Value, Axis.Lat), Angle.OfDegrees(match.Groups["lon"].Value, Axis.Lon));
        return reading is CoordinateReading.Found found && match.Groups["u"] is { Success: true } uncertainty
            ? found with { PrecisionM = Math.Max(found.PrecisionM, double.Parse(uncertainty.Value, CultureInfo.InvariantCulture)) } : reading;
    }

    private const string Pair = """(?<lat>[+-]?\d{1,3}(?:\.\d{1,15})?), ?(?<lon>[+-]?\d{1,3}(?:\.\d{1,15})?)""";

    [GeneratedRegex("""^GEO:[^?]*\?(?:[^&]*&)*Q=""" + Pair)]
    private static partial Regex Query();

    [GeneratedRegex("^GEO: ?" + Pair + """(?:,[+-]?\d+(?:\.\d+)?)?(?:;CRS=(?<crs>[^;?]*))?(?:;U=(?<u>\d{1,7}(?:\.\d{1,6})?))?(?:[;?].*)?$""")]
    private static partial Regex Uri();
}
