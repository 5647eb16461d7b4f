using BorderMap.Incidents.Model;
using BorderMap.Reports.Dates;
using BorderMap.Reports.Lexicons;

namespace BorderMap.Reports.Happenings;

/// <summary>Says which closures of so many days are over, which truces are set for the day, and who is held since a day.</summary>
internal sealed partial class MentionReader
{
    /// <summary>Days after which a closure of so many days, told with the day it began, is over.</summary>
    private const int WeeksPast = 14;

    /// <summary>"stayed shut for eight days in November": so long in a month that is over.</summary>
    private bool IsMonthPast(TimeMention time, (int From, int To) clause) => time is { Precision: DatePrecision.Month, Use: TimeUse.When, End: { } end } && time.First >= clause.From && time.Last <= clause.To && passage.Published is { } day && end.DayNumber < day.DayNumber - HistoryDays;

    /// <summary>"was closed for 27 days this year": some time in it, and over.</summary>
    private static bool IsSomeTimeOfYear(TimeMention year, TimeMention lasting) => year is { Use: TimeUse.Total, Precision: DatePrecision.Year } && year.First == lasting.Last;

    /// <summary>"follows a shooting on November 13, when a guard died and the gate was shut for eight days": so long, from a day weeks ago, and over.</summary>
    private bool IsDayPast(TimeMention time) => time is { Precision: DatePrecision.Day, Use: TimeUse.When, End: { } end } && passage.Published is { } day && end.DayNumber < day.DayNumber - WeeksPast;

    /// <summary>"A truce will begin at six this evening", published that day: it is made.</summary>
    private bool IsAppointed(PhraseMatch<Act> act, PhraseMatch<string> marker, TimeMention? time) => act.Value.Kind is "ceasefire" && marker.Value is "forecast" && tokens[marker.First].Key is "will" or "shall" or "is" or "are" or "due" or "set"
        && time is { Start: { } start, Precision: DatePrecision.Day or DatePrecision.Range } && passage.Published is { } published && start <= published;

    /// <summary>"has been closed several times in recent years", "opened a few times since": of no one time.</summary>
    private static bool IsOfOften(PhraseMatch<string> marker, TimeMention? time) => marker.Cue.StartsWith("frequently|", StringComparison.Ordinal)
        || (marker.Cue.StartsWith("many|", StringComparison.Ordinal) && time is not { Precision: DatePrecision.Day or DatePrecision.Range, First: >= 0, Rule: not "lasting" });

    /// <summary>"Four drivers have been held since 18 November": the day of one arrest, and no count of many.</summary>
    private static bool IsHeldSince(PhraseMatch<Act> act, PhraseMatch<string> marker, TimeMention? time) => marker is { Value: "aggregate", Cue: "since #" } && Acts.GroupOf(act.Value.Kind) is "custody" && time is { Start: not null };
}
