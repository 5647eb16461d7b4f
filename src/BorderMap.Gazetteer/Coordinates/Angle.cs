using System.Globalization;

namespace BorderMap.Gazetteer.Coordinates;

/// <summary>What an angle measures.</summary>
internal enum Axis { Unknown, Lat, Lon }

/// <summary>One latitude or longitude as written.</summary>
/// <param name="Degrees">Signed.</param>
/// <param name="Step">Degrees that a one in the last written digit makes.</param>
/// <param name="Fields">1: degrees; 2: minutes too; 3: seconds too.</param>
/// <param name="Axis">What direction or label say that it is.</param>
/// <param name="Text">As written.</param>
internal readonly record struct Angle(double Degrees, double Step, int Fields, Axis Axis, string Text)
{
    /// <summary>An angle of one number: <c>-34.1311</c>; the text must be digits with an optional sign and decimals.</summary>
    public static Angle OfDegrees(string text, Axis axis = Axis.Unknown)
    {
        var point = text.IndexOf('.', StringComparison.Ordinal);
        return new Angle(double.Parse(text, CultureInfo.InvariantCulture), Math.Pow(10, point < 0 ? 0 : -(text.Length - point - 1)), 1, axis, text);
    }

    public CoordinateNotation Notation => Fields switch
    {
        1 => CoordinateNotation.DecimalDegrees,
        2 => CoordinateNotation.DegreesMinutes,
        _ => CoordinateNotation.DegreesMinutesSeconds,
    };

    public bool IsLatitude => Math.Abs(Degrees) <= 90;

    public bool IsLongitude => Math.Abs(Degrees) <= 180;
}
