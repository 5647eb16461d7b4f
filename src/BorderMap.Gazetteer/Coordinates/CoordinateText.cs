using System.Text.RegularExpressions;
using BorderMap.Gazetteer.Coordinates.Notations;

namespace BorderMap.Gazetteer.Coordinates;

/// <summary>Reads coordinates as people write and paste them.</summary>
public static partial class CoordinateText
{
    /// <summary>No coordinates are longer; the address of a map page may be.</summary>
    private const int Longest = 2000;

    /// <summary>Each says no to what is none of its own; the first that says anything else is taken.</summary>
    private static readonly Func<string, CoordinateReading>[] Notations =
    [
        GeoUri.Read,
        MapLink.Read,
        MgrsReference.Read,
        UtmReference.Read,
        PackedDegrees.Read,
        Degrees.Read,
    ];

    /// <summary>
    /// Reads a text that may be coordinates, WGS 84: decimal degrees, degrees with minutes and seconds, ISO 6709, UTM, MGRS, a geo URI, the address
    /// of a map page. Never throws; a text with anything else in it, such as a name, is no coordinates. A position outside the
    /// <see cref="Region"/> is read as well: the caller has to ask.
    /// </summary>
    /// <param name="text">As written, in Latin or Arabic script and digits.</param>
    public static CoordinateReading Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > Longest || !HasTwoDigits(text))
        {
            return CoordinateReading.None;
        }
        var plain = DatumApart().Replace(PlainText.Of(text), "").Trim();
        foreach (var notation in Notations)
        {
            if (notation(plain) is var reading and not CoordinateReading.NotCoordinates)
            {
                return reading;
            }
        }
        return CoordinateReading.None;
    }

    /// <summary>The datum that is taken for granted, named beside the position: its digits are none of the position's.</summary>
    [GeneratedRegex("""(?<![A-Z0-9_=])[(\[]?WGS[ _-]?(?:19)?84[)\]]?[ ,;:]*""")]
    private static partial Regex DatumApart();

    /// <summary>What nearly every name fails, at little cost.</summary>
    private static bool HasTwoDigits(string text)
    {
        var digits = 0;
        foreach (var c in text)
        {
            if (char.IsDigit(c) && ++digits == 2)
            {
                return true;
            }
        }
        return false;
    }
}
