using BorderMap.Incidents.Model;
using BorderMap.Reports.Dates;

namespace BorderMap.Reports.Happenings;

/// <summary>Says which closures of so many days are over.</summary>
internal sealed partial class MentionReader
{
    /// <summary>Days after which a closure of so many days, told with the day it began, is over.</summary>
    private const int WeeksPast = 14;

    /// <summary>"stayed shut for eight days in November": so long in a month that is over.</summary>
    private bool IsMonthPast(TimeMention time, (int From, int To) clause) => time is { Precision: DatePrecision.Month, Use: TimeUse.When, End: { } end } && time.First >= clause.From && time.Last <= clause.To && passage.Published is { } day && end.DayNumber < day.DayNumber - HistoryDays;

    /// <summary>"follows a shooting on November 13, when a guard died and the gate was shut for eight days": so long, from a day weeks ago, and over.</summary>
    private bool IsDayPast(TimeMention time) => time is { Precision: DatePrecision.Day, Use: TimeUse.When, End: { } end } && passage.Published is { } day && end.DayNumber < day.DayNumber - WeeksPast;
}
