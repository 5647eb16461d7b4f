using System.Globalization;

namespace BorderMap.Incidents.Cql2;

/// <summary>Days and moments by RFC 3339.</summary>
internal static class Instants
{
    public const string Open = "..";
    private const long TicksOfMicrosecond = 10;
    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    public static DateOnly? Date(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    /// <summary>A moment with its offset, to the microsecond.</summary>
    public static DateTime? Instant(string text)
    {
        if (!(text.EndsWith('Z') || (text.Length > 6 && text[^3] == ':' && text[^6] is '+' or '-'))
            || !DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant))
            return null;
        var utc = instant.UtcDateTime;
        return utc.AddTicks(-(utc.Ticks % TicksOfMicrosecond));
    }

    /// <summary>A day or a moment as an expression; null when the text is neither.</summary>
    public static Expression? Literal(string text, int at)
    {
        if (Date(text) is { } date)
            return new DateLiteral(date) { At = at };
        return Instant(text) is { } instant ? new InstantLiteral(instant) { At = at } : null;
    }

    public static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Text(DateTime instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);
}
