using System.Globalization;

namespace BorderMap.Incidents;

/// <summary>A window of time, said in civil dates of the place so that it compares with an incident's dates. A null bound is open; all bounds are inclusive.
/// A bound given as an instant is turned into dates by the rule that day D covers D 00:00+05:00 (Pakistan) to D+1 00:00+04:30 (Afghanistan).</summary>
/// <param name="Text">As it is spelt in a URL.</param>
/// <param name="From">Possible: an incident that ends before this day lies outside.</param>
/// <param name="To">Possible: an incident that starts after this day lies outside.</param>
/// <param name="CertainFrom">Certain: an incident must start on this day or later.</param>
/// <param name="CertainTo">Certain: an incident must end on this day or earlier.</param>
public sealed record DateWindow(string Text, DateOnly? From, DateOnly? To, DateOnly? CertainFrom, DateOnly? CertainTo)
{
    private static readonly TimeSpan Pakistan = TimeSpan.FromHours(5);
    private static readonly TimeSpan Afghanistan = TimeSpan.FromHours(4.5);

    private static readonly string[] InstantFormats = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>Whether dates (null: open) lie in the window; the one meaning that SQL has to agree with.</summary>
    public bool Holds(DateOnly? start, DateOnly? end, TimeMatch match) => match == TimeMatch.Possible
        ? (To is null || start is null || start <= To) && (From is null || end is null || end >= From)
        : (CertainFrom is null || (start is not null && start >= CertainFrom)) && (CertainTo is null || (end is not null && end <= CertainTo));

    /// <summary>Reads a date, an instant, or an interval of them with <c>..</c> (or nothing) for an open end.</summary>
    /// <returns>The window, or null and what is wrong with the text.</returns>
    public static (DateWindow? Window, string? Error) Parse(string text)
    {
        var parts = text.Split('/');
        if (parts.Length > 2)
            return (null, "it has more than one '/'");
        var (from, wrong) = ParseBound(parts[0], isInterval: parts.Length == 2);
        if (wrong is not null)
            return (null, wrong);
        var (to, wrongEnd) = parts.Length == 2 ? ParseBound(parts[1], isInterval: true) : (from, null);
        if (wrongEnd is not null)
            return (null, wrongEnd);
        if (from is null && to is null)
            return (null, "both of its ends are open");
        var window = new DateWindow(string.Join('/', parts.Select(p => p.Length == 0 ? ".." : p)), from?.EarliestEnd, to?.LatestStart, from?.CertainStart, to?.CertainEnd);
        return from?.Begins > to?.Ends ? (null, "it ends before it begins") : (window, null);
    }

    private static (Bound?, string?) ParseBound(string text, bool isInterval)
    {
        if (text is ".." or "")
            return isInterval ? (null, null) : (null, "it is empty");
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < DateOnly.MaxValue)
            return (new(day, day, day, day, Begin(day), End(day)), null);

        // A day's margin at the ends of the calendar keeps the arithmetic below inside it.
        if (!text.EndsWith("-00:00", StringComparison.Ordinal) && HasOffset(text)
            && DateTimeOffset.TryParseExact(text, InstantFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
            && instant > DateTimeOffset.MinValue.AddDays(2) && instant < DateTimeOffset.MaxValue.AddDays(-2))
            return (OfInstant(instant), null);
        return (null, $"'{Shorten(text)}' is neither a date nor an instant with an offset");
    }

    private static bool HasOffset(string text) => text.EndsWith('Z') || (text.Length > 6 && text[^3] == ':' && text[^6] is '+' or '-');

    private static Bound OfInstant(DateTimeOffset instant)
    {
        var inPakistan = DateOnly.FromDateTime(instant.ToOffset(Pakistan).DateTime);
        var inAfghanistan = DateOnly.FromDateTime(instant.ToOffset(Afghanistan).DateTime);
        return new(
            EarliestEnd: inAfghanistan,
            LatestStart: inPakistan,
            CertainStart: Begin(inPakistan) == instant ? inPakistan : inPakistan.AddDays(1),
            CertainEnd: inAfghanistan.AddDays(-1),
            instant, instant);
    }

    private static DateTimeOffset Begin(DateOnly day) =>
        day <= DateOnly.MinValue.AddDays(1) ? DateTimeOffset.MinValue : new(day.ToDateTime(TimeOnly.MinValue), Pakistan);

    private static DateTimeOffset End(DateOnly day) =>
        day >= DateOnly.MaxValue.AddDays(-1) ? DateTimeOffset.MaxValue : new(day.AddDays(1).ToDateTime(TimeOnly.MinValue), Afghanistan);

    private static string Shorten(string text) => text.Length <= 40 ? text : text[..40] + "…";

    // What one end of the window says as the beginning (EarliestEnd, CertainStart) and as the end (LatestStart, CertainEnd).
    private sealed record Bound(DateOnly EarliestEnd, DateOnly LatestStart, DateOnly CertainStart, DateOnly CertainEnd, DateTimeOffset Begins, DateTimeOffset Ends);
}
