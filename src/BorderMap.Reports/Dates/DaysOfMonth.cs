using BorderMap.Incidents.Model;
using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Dates;

/// <summary>Days by their number in the month, and parts of months: "on the 9th", "17-09", "the last Saturday of April", "early May".</summary>
internal sealed partial class TimeReader
{
    private const int EndOfEarly = 10;
    private const int EndOfMid = 20;
    private const int DaysOfWeek = 7;

    /// <summary>"since the 9th", "between the 5th and the 8th", "on the 13th of this month": of the month told last, or of the report.</summary>
    private TimeMention? DayOfMonth(int at, int to)
    {
        var ordinal = at + 1;
        if (!Is(at, to, "the") || OrdinalDay(ordinal, to) is not { } number || !IsAlone(ordinal + 1, to) || !MayBeDay(at, to) || (month ?? latest) is not { } near)
        {
            return null;
        }
        var last = ordinal + 1;
        // "the 21st of Hut": told with its month.
        if (Is(last, to, "of") && last + 1 < to && IsMonth(last + 1))
        {
            return null;
        }
        if (Is(last, to, "of", "this", "last", "inst", "instant", "ult"))
        {
            last += Is(last, to, "of") ? 1 : 0;
            (near, last) = (Is(last, to, "last", "previous", "ult") ? (latest ?? near).AddMonths(-1) : latest ?? near, last + (Is(last, to, "inst", "instant", "ult") ? 1 : 2));
        }
        if (InMonth(near, number) is not { } day)
        {
            return null;
        }
        var isNight = Is(at - 1, to, "of", "on") && Is(at - 2, to, "night", "nights") || Is(last, to, "night");
        var use = Is(at - 1, to, "since") || (Is(at - 1, to, "from") && !Is(last, to, "to", "until", "till", "through")) ? TimeUse.Since : TimeUse.When;
        var mention = isNight ? new TimeMention(at, last, day, day.AddDays(1), DatePrecision.Range, use, "day") : Day(at, last, day, "day") with { Use = use };
        // "between the 5th and the 8th", "from the 5th to the 8th"
        var next = last + (Is(last, to, "and", "to", "until", "through", "till") && Is(at - 1, to, "between", "from", "of") ? Is(last + 1, to, "the") ? 2 : 1 : 0);
        return next > last && OrdinalDay(next, to) is { } end && end > number && InMonth(day, end) is { } until ? mention with { Last = next + 1, End = until, Precision = DatePrecision.Range, Use = TimeUse.When } : mention;
    }

    /// <summary>"9th".</summary>
    private int? OrdinalDay(int at, int to) => at >= to ? null : tokens[at] is { Kind: TokenKind.Number, IsOrdinal: true, Value: >= 1 and <= 31 and var number, IsJoined: false } ? number : null;

    /// <summary>The day of that number in a month, or in the one before where it would lie after the report.</summary>
    private DateOnly? InMonth(DateOnly near, int number)
    {
        var day = Months.Day(near.Year, near.Month, number);
        if (day is null || latest < day)
        {
            var before = new DateOnly(near.Year, near.Month, 1).AddMonths(-1);
            return Months.Day(before.Year, before.Month, number);
        }
        return day;
    }

    /// <summary>No thing follows that the number would count: "the 9th corps", "the 26th day".</summary>
    private bool IsAlone(int next, int to) => next >= to || tokens[next].Kind is TokenKind.Mark || (tokens[next].IsWord && !tokens[next].IsCapital && Is(next, to,
        "of", "in", "at", "on", "to", "and", "or", "but", "by", "near", "from", "until", "till", "through", "when", "while", "after", "before", "as", "with", "inst", "instant", "ult", "was", "were", "is", "are", "has", "had",
        "a", "an", "the", "he", "she", "it", "they", "we", "his", "her", "their", "night", "morning", "evening", "afternoon", "last", "this", "his", "its", "our", "some", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "for", "against", "into", "over", "that", "who", "where", "there", "not", "no"));

    /// <summary>"the 9th" after a word of time, a weekday, at the head of a sentence or of a clause.</summary>
    private bool MayBeDay(int at, int to) => at == begin || Is(at - 1, to, "on", "since", "of", "from", "until", "till", "by", "before", "after", "to", "and", "between", "through", "for", "again", "night", "morning", "evening")
        || Weekdays.ContainsKey(tokens[at - 1].Key) || (tokens[at - 1].IsMark(',') && at - 1 > begin && Weekdays.ContainsKey(tokens[at - 2].Key));

    /// <summary>"On 05/01, ...", "Night 17/18-09": day and month, after a word of time or at the head of a line; "Sunday, 22.02.".</summary>
    private TimeMention? DayAndMonth(int at, in Sentence sentence)
    {
        var to = sentence.Last;
        if (tokens[at].Kind is not TokenKind.Number || (month ?? latest) is null || NumericDays(at, to) is not var (first, second, monthNumber, last))
        {
            return null;
        }
        var near = latest ?? month!.Value;
        var year = Months.Day(near.Year, monthNumber, 1) is { } begins && begins > near.AddDays(PastOfDay) ? near.Year - 1 : near.Year;
        if (Months.Day(year, monthNumber, first) is not { } start || Months.Day(year, monthNumber, second) is not { } end || end < start)
        {
            return null;
        }
        var use = Is(at - 1, to, "since") ? TimeUse.Since : TimeUse.When;
        var isNight = start == end && Is(at - 1, to, "night");
        return new TimeMention(at, last, start, isNight ? start.AddDays(1) : end, start == end && !isNight ? DatePrecision.Day : DatePrecision.Range, use, "numeric");
    }

    private (int First, int Second, int Month, int Last)? NumericDays(int at, int to)
    {
        var first = tokens[at];
        var isNamed = at > 0 && (Weekdays.ContainsKey(tokens[at - 1].Key) || (tokens[at - 1].IsMark(',') && at > 1 && Weekdays.ContainsKey(tokens[at - 2].Key)));
        if (first.Key.Split('.') is [{ Length: 1 or 2 } d, { Length: 2 } m] && int.TryParse(d, out var day) && int.TryParse(m, out var of) && of is >= 1 and <= 12 && day is >= 1 and <= 31 && isNamed && !IsMonth(at + 1))
        {
            return (day, day, of, at + 1 + (at + 1 < to && tokens[at + 1].IsMark('.') ? 1 : 0));
        }
        if (!first.IsJoined || at + 1 >= to || !(isNamed || Is(at - 1, to, "on", "since", "until", "from", "by", "of", "between", "and", "again", "night", "nights", "dated", "date", "evening", "morning")) || DayAt(at, to) is not { } number)
        {
            return null;
        }
        // "17/18-09": two days; "17-09": one
        var isPair = tokens[at + 1] is { IsJoined: true } && at + 2 < to && DayAt(at + 1, to) == number + 1;
        var last = at + (isPair ? 2 : 1);
        return tokens[last] is { Kind: TokenKind.Number, IsJoined: false, Key.Length: 2, Value: >= 1 and <= 12 and var monthNumber } && (isPair || first.Key.Length == 2) && !IsMonth(last + 1)
            ? (number, isPair ? number + 1 : number, monthNumber, last + 1) : null;
    }

    /// <summary>"the last Saturday of April", "the first week of May 2024", "early March", "the end of April", "the night before" not.</summary>
    private TimeMention? PartOfMonth(int at, int to)
    {
        var nth = tokens[at].IsWord ? tokens[at].Key switch { "last" or "final" or "closing" => 5, "opening" => 1, var key => OrdinalWords.Of(key) is <= 4 and var rank ? rank : 0 } : 0;
        var of = at + 2 + (Is(at + 2, to, "of", "in") ? 1 : 0);
        if (nth > 0 && of > at + 2 && MonthAt(of, to) is var (begins, last))
        {
            return Weekdays.TryGetValue(tokens[at + 1].Key, out var weekday) ? NthWeekday(at, last, begins, nth, weekday)
                : Is(at + 1, to, "week", "days", "weekend", "fortnight") ? WeekOf(at, last, begins, nth) : null;
        }
        var next = at + 1 + (Is(at, to, "beginning", "start", "middle", "end", "close") && Is(at + 1, to, "of") ? 1 : 0);
        if (!Is(at, to, "early", "mid", "late", "beginning", "start", "middle", "end", "close") || (next == at + 1 && !Is(at, to, "early", "mid", "late")) || MonthAt(next, to) is not var (start, after))
        {
            return null;
        }
        var ends = start.AddMonths(1).AddDays(-1);
        return Is(at, to, "early", "beginning", "start") ? Approx(at, after, start, start.AddDays(EndOfEarly - 1))
            : Is(at, to, "mid", "middle") ? Approx(at, after, start.AddDays(EndOfEarly), start.AddDays(EndOfMid - 1)) : Approx(at, after, start.AddDays(EndOfMid), ends);
    }

    private TimeMention Approx(int first, int last, DateOnly start, DateOnly end) => new(first, last, start, latest is { } day && start <= day ? Earlier(end, day) : end, DatePrecision.Approx, Is(first - 1, first, "since") ? TimeUse.Since : TimeUse.When, "month");

    /// <summary>The first day of a month of the civil calendar with or without a year; the last such before the report.</summary>
    private (DateOnly First, int Last)? MonthAt(int at, int to)
    {
        if (at >= to || !IsMonth(at) || Months.IsSolarHijriMonth(tokens[at].Key) || DayAt(at + 1, to) is not null)
        {
            return null;
        }
        var number = Months.NumberOf(tokens[at].Key);
        var comma = at + 1 < to && tokens[at + 1].IsMark(',') ? 1 : 0;
        if (YearAt(at + 1 + comma, to) is { } year)
        {
            return Months.Day(year, number, 1) is { } told ? (told, at + 2 + comma) : null;
        }
        if ((latest ?? month) is not { } near)
        {
            return null;
        }
        var first = new DateOnly(near.Year, number, 1);
        return (first > near ? first.AddYears(-1) : first, at + 1);
    }

    private static TimeMention? NthWeekday(int first, int last, DateOnly month, int nth, DayOfWeek weekday)
    {
        var day = month.AddDays(((int)weekday - (int)month.DayOfWeek + DaysOfWeek) % DaysOfWeek + (nth - 1) * DaysOfWeek);
        day = day.Month == month.Month ? day : day.AddDays(-DaysOfWeek);
        return Day(first, last, day, "month-day");
    }

    private static TimeMention WeekOf(int first, int last, DateOnly month, int nth)
    {
        var ends = month.AddMonths(1).AddDays(-1);
        var start = nth == 5 ? ends.AddDays(1 - DaysOfWeek) : month.AddDays((nth - 1) * DaysOfWeek);
        return new TimeMention(first, last, start, start.AddDays(DaysOfWeek - 1), DatePrecision.Week, TimeUse.When, "month");
    }
}
