using System.Text.RegularExpressions;
using BorderMap.Incidents.Model;

namespace BorderMap.Incidents.Rules;

internal static partial class DateRules
{
    public static void Check(IncidentDate date, Findings findings)
    {
        CheckOrder("date", date.Start, date.End, findings);
        CheckPrecision(date, findings);
        findings.Line("date.words", date.Words, Limits.Words);
        if (date.Time is { } time && !TimeOfDay().IsMatch(time))
            findings.Add("bad-time", "date.time", time, $"'{Problems.Shorten(time)}' is no time of day with its offset.", "Write 18:30+04:30 (Afghanistan) or 18:30+05:00 (Pakistan).");
        else if (date is { Time: not null, Precision: not DatePrecision.Day })
            findings.Add("time-without-day", "date.time", date.Time, "A time of day is given, but the date is no single day.", "Set the precision to day, or leave the time out.");
    }

    /// <summary>Two ends of a period; null: open.</summary>
    public static void CheckOrder(string field, DateOnly? start, DateOnly? end, Findings findings)
    {
        CheckDay($"{field}.start", start, findings);
        CheckDay($"{field}.end", end, findings);
        if (end < start)
            findings.Add("end-before-start", $"{field}.end", $"{end:yyyy-MM-dd}", $"The end {end:yyyy-MM-dd} lies before the start {start:yyyy-MM-dd}.", "Exchange the two, or correct one.");
    }

    public static void CheckDay(string field, DateOnly? day, Findings findings)
    {
        if (day < Limits.FirstDay || day > Limits.LastDay)
            findings.Add("date-out-of-range", field, $"{day:yyyy-MM-dd}", $"{field} lies outside {Limits.FirstDay:yyyy} to {Limits.LastDay:yyyy}.", "Correct the year; 2025-10-11 is 11 October 2025.");
    }

    private static void CheckPrecision(IncidentDate date, Findings findings)
    {
        var span = date is { Start: { } start, End: { } end } ? end.DayNumber - start.DayNumber + 1 : (int?)null;
        var wrong = date.Precision switch
        {
            DatePrecision.Unknown => null,
            _ when date is { Start: null, End: null } => ("the precision is given, but no date", "Give a start or an end, or set the precision to unknown"),
            DatePrecision.Day when span != 1 => ("the precision is day, but start and end are not the same day", "Set both to that day, or the precision to range"),
            DatePrecision.Week when span > 7 => ("the precision is week, but start and end are further apart", "Correct the dates, or set the precision to range"),
            DatePrecision.Month when span > 31 => ("the precision is month, but start and end are further apart", "Correct the dates, or set the precision to range"),
            DatePrecision.Year when span > 366 => ("the precision is year, but start and end are further apart", "Correct the dates, or set the precision to range"),
            _ => ((string, string)?)null,
        };
        if (wrong is var (message, fix))
            findings.Add("date-precision", "date.precision", Words.Of(date.Precision), $"For the date {Shown(date.Start)} to {Shown(date.End)} {message}.", $"{fix}.");
    }

    private static string Shown(DateOnly? day) => day is null ? "(open)" : $"{day:yyyy-MM-dd}";

    [GeneratedRegex(@"\A([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?(Z|[+-](0[0-9]|1[0-4]):[0-5][0-9])\z")]
    private static partial Regex TimeOfDay();
}
