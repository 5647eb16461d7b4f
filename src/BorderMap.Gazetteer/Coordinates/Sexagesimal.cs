using System.Globalization;

namespace BorderMap.Gazetteer.Coordinates;

/// <summary>Degrees, minutes and seconds as one angle.</summary>
internal static class Sexagesimal
{
    private static readonly string[] Parts = ["degrees", "minutes", "seconds"];

    /// <param name="fields">Degrees, then minutes and seconds if given; none negative.</param>
    /// <param name="decimals">Of the last field.</param>
    /// <param name="isNegative">South or west.</param>
    /// <param name="axis">What it is said to be.</param>
    /// <param name="text">As written.</param>
    public static (Angle Angle, CoordinateReading.Wrong? Problem) Angle(double[] fields, int decimals, bool isNegative, Axis axis, string text)
    {
        for (var i = 1; i < fields.Length; i++)
        {
            if (fields[i] >= 60)
            {
                return (default, CoordinateProblems.OutOfRange(Parts[i], fields[i].ToString(CultureInfo.InvariantCulture), 0, 59));
            }
        }
        var degrees = fields.Select((field, i) => field / Math.Pow(60, i)).Sum();
        var step = Math.Pow(10, -decimals) / Math.Pow(60, fields.Length - 1);
        return (new Angle(isNegative ? -degrees : degrees, step, fields.Length, axis, text), null);
    }
}
