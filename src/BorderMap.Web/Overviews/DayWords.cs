using System.Globalization;

namespace BorderMap.Web.Overviews;

/// <summary>Days in the sentences of an overview, in English.</summary>
internal static class DayWords
{
    /// <summary>"1 October 2025".</summary>
    public static string Of(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"from 1 to 31 October 2025", "on 11 October 2025", "since ...", "until ..."; empty without either end.</summary>
    public static string Span(DateOnly? from, DateOnly? to) => (from, to) switch
    {
        (null, null) => "",
        ({ } start, null) => $"since {Of(start)}",
        (null, { } end) => $"until {Of(end)}",
        ({ } start, { } end) when start == end => $"on {Of(start)}",
        ({ } start, { } end) => $"from {Begin(start, end)} to {Of(end)}",
    };

    // What both ends share is said once.
    private static string Begin(DateOnly start, DateOnly end) =>
        start.Year != end.Year ? Of(start) : start.Month != end.Month ? start.ToString("d MMMM", CultureInfo.InvariantCulture) : start.Day.ToString(CultureInfo.InvariantCulture);
}
