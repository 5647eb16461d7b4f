using System.Text.RegularExpressions;

namespace BorderMap.Gazetteer.Coordinates.Notations;

/// <summary>The address of a map page, or the part of it that holds the position: <c>https://www.google.com/maps/@34.13,71.08,15z</c>, <c>@34.13,71.08</c>.</summary>
internal static partial class MapLink
{
    private const string Lat = """(?<lat>[+-]?\d{1,3}(?:\.\d{1,15})?)""";
    private const string Lon = """(?<lon>[+-]?\d{1,3}(?:\.\d{1,15})?)""";

    /// <summary>A pin says more than the middle of the view: so the order.</summary>
    private static readonly Func<Regex>[] Forms = [Pin, Marker, Parameter, Fragment, View];

    public static CoordinateReading Read(string plain)
    {
        if (!plain.StartsWith('@') && !plain.Contains("://", StringComparison.Ordinal) && !plain.StartsWith("WWW.", StringComparison.Ordinal))
        {
            return CoordinateReading.None;
        }
        var address = Uri.UnescapeDataString(plain);
        var match = Forms.Select(form => form().Match(address)).FirstOrDefault(match => match.Success);
        return match is null ? CoordinateReading.None
            : AnglePair.Read(Angle.OfDegrees(match.Groups["lat"].Value, Axis.Lat), Angle.OfDegrees(match.Groups["lon"].Value, Axis.Lon));
    }

    [GeneratedRegex("!3D" + Lat + "!4D" + Lon)]
    private static partial Regex Pin();

    [GeneratedRegex("[?&#]MLAT=" + Lat + "&MLON=" + Lon)]
    private static partial Regex Marker();

    [GeneratedRegex("[?&](?:Q|QUERY|LL|SLL|CP|CENTER|DESTINATION|DADDR|VIEWPOINT|DIRFLG|COORDINATE)=(?:LOC:)?" + Lat + """[ +]*[,~][ +]*""" + Lon)]
    private static partial Regex Parameter();

    [GeneratedRegex("#(?:MAP=)?[0-9.]{1,6}/" + Lat + "/" + Lon)]
    private static partial Regex Fragment();

    [GeneratedRegex("@" + Lat + ", ?" + Lon)]
    private static partial Regex View();
}
