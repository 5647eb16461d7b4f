using System.Globalization;

namespace BorderMap.Incidents.Cql2;

/// <summary>Makes literals of what a parser read, within their bounds.</summary>
internal static class Literals
{
    private const string DateFix = "Write a day, such as 2025-10-11.";
    private const string InstantFix = "Write a moment with its offset, such as 2025-10-11T18:30:00Z.";

    public static Expression Number(string text, int at, Reading reading)
    {
        var value = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        var isKept = value == 0 ? IsZero(text) : Math.Abs(value) is <= Cql2Limits.Number and >= 1 / Cql2Limits.Number;
        return isKept
            ? reading.Count(new NumberLiteral(value) { At = at })
            : reading.Fail(Cql2Problems.BadText(at, text, $"The number {text} is too large or too small", "Give one between 1e-100 and 1e100 in size, or 0."));
    }

    public static Expression Date(string text, int at, Reading reading) => Instants.Date(text) is { } date
        ? reading.Count(new DateLiteral(date) { At = at })
        : reading.Fail(Cql2Problems.BadText(at, text, $"'{text}' is no day", DateFix));

    public static Expression Instant(string text, int at, Reading reading) => Instants.Instant(text) is { } instant
        ? reading.Count(new InstantLiteral(instant) { At = at })
        : reading.Fail(Cql2Problems.BadText(at, text, $"'{text}' is no moment", InstantFix));

    /// <summary>An end of an interval; null: open.</summary>
    public static Expression? End(string text, int at, Reading reading) => text == Instants.Open
        ? null
        : Instants.Literal(text, at) is { } end ? reading.Count(end) : reading.Fail(Cql2Problems.BadText(at, text, $"'{text}' is neither a day, nor a moment, nor '..'", $"{DateFix} {InstantFix}"));

    // A number that is written as none but rounds to 0 is too small to be kept.
    private static bool IsZero(string text) => !text.Split('e', 'E')[0].AsSpan().ContainsAnyInRange('1', '9');
}
