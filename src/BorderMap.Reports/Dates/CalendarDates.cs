using BorderMap.Incidents.Model;
using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Dates;

/// <summary>Dates with the name of a month.</summary>
internal sealed partial class TimeReader
{
    private const int LongestMonth = 31;

    private TimeMention? Calendar(int at, int to) => DaysThenMonth(at, to) ?? WordThenMonth(at, to) ?? MonthThenDays(at, to) ?? MonthAlone(at, to);

    /// <summary>"15 October 2025", "between 11 and 17 October", "11-17 October", "nights 1/2 and 2/3 July", "the 15th of October".</summary>
    private TimeMention? DaysThenMonth(int at, int to)
    {
        if (DayAt(at, to) is not { } first)
        {
            return null;
        }
        var (last, next) = (first, at + 1);
        while (next < to && !IsMonth(next) && next - at < 8)
        {
            var step = next + (Is(next, to, "and", "to", "until", "through", "or") || (next < to && tokens[next].IsMark('-')) ? 1 : 0);
            if (DayAt(step, to) is not { } day || (step == next && !tokens[next - 1].IsJoined))
            {
                break;
            }
            (last, next) = (Math.Max(last, day), step + 1);
        }
        next += Is(next, to, "day") && Is(next + 1, to, "of") ? 2 : Is(next, to, "of") ? 1 : 0;
        return next < to && IsMonth(next) ? Dated(at, next + 1, to, first, last, tokens[next].Key) : null;
    }

    /// <summary>"the thirteenth of November", "the twenty-first of March 2024".</summary>
    private TimeMention? WordThenMonth(int at, int to)
    {
        var tens = tokens[at].Key switch { "twenty" => 20, "thirty" => 30, _ => 0 };
        var unit = at + (tens > 0 ? 1 : 0);
        unit += tens > 0 && unit < to && tokens[unit].IsMark('-') ? 1 : 0;
        if (unit >= to || !tokens[unit].IsWord || OrdinalWords.Of(tokens[unit].Key) is not (> 0 and var number) || tens + number > LongestMonth || (tens > 0 && number > 9))
        {
            return null;
        }
        var name = unit + 1 + (Is(unit + 1, to, "day") && Is(unit + 2, to, "of") ? 2 : Is(unit + 1, to, "of") ? 1 : 0);
        return name < to && IsMonth(name) ? Dated(at, name + 1, to, tens + number, tens + number, tokens[name].Key) : null;
    }

    /// <summary>"October 15, 2025", "October 11-17", "Oct 11 and 12".</summary>
    private TimeMention? MonthThenDays(int at, int to)
    {
        if (!IsMonth(at))
        {
            return null;
        }
        var start = at + 1 + (at + 1 < to && tokens[at + 1].IsMark('.') ? 1 : 0);
        if (DayAt(start, to) is not { } first || (tokens[start].IsJoined && YearAt(start, to) is not null))
        {
            return null;
        }
        var (last, next) = (first, start + 1);
        var step = next + (Is(next, to, "and", "to", "through", "until") || (next < to && tokens[next].IsMark('-')) ? 1 : 0);
        if (DayAt(step, to) is { } day && day > first && (step > next || tokens[start].IsJoined) && !IsMonth(step + 1))
        {
            (last, next) = (day, step + 1);
        }
        return Dated(at, next, to, first, last, tokens[at].Key);
    }

    /// <summary>"in September 2023", "last October".</summary>
    private TimeMention? MonthAlone(int at, int to)
    {
        if (!IsMonth(at))
        {
            return null;
        }
        var next = at + 1 + (at + 1 < to && tokens[at + 1].IsMark(',') && YearAt(at + 2, to) is not null ? 1 : 0);
        var month = tokens[at].Key;
        var use = Is(at - 1, to, "since") ? TimeUse.Total : Is(at - 1, to, "next") ? TimeUse.Future : TimeUse.When;
        if (YearAt(next, to) is { } year && Months.Day(year, month, 1) is { } first)
        {
            return new TimeMention(at, next + 1, first, Months.LastOf(year, month), DatePrecision.Month, use, "month");
        }
        if (!Is(at - 1, to, "in", "since", "last", "of", "early", "late", "mid", "during", "until", "this") || !tokens[at].IsCapital)
        {
            return null;
        }
        if (latest is not { } day)
        {
            return new TimeMention(at, at + 1, null, null, DatePrecision.Unknown, use, "month") { IsFloating = true };
        }
        var of = Months.YearOf(day, Months.IsSolarHijriMonth(month));
        of = Months.Day(of, month, 1) > day ? of - 1 : of;
        return new TimeMention(at, at + 1, Months.Day(of, month, 1), Earlier(Months.LastOf(of, month), day), DatePrecision.Month, use, "month");
    }

    /// <summary>"| 10/11 |", "| 15-16/11 |", "| 04.11 |": days and month, alone in a cell.</summary>
    private TimeMention? InCell(int at, in Sentence sentence)
    {
        if (DottedInCell(at, sentence) is { } dotted)
        {
            return dotted;
        }
        if (latest is not { } day || tokens[at] is not { Kind: TokenKind.Number, IsJoined: true } || !(at == sentence.First || IsOfCell(at - 1)))
        {
            return null;
        }
        var last = at + 1;
        while (last < sentence.Last && tokens[last] is { Kind: TokenKind.Number, IsJoined: true } && last - at < 2)
        {
            last++;
        }
        if (last >= sentence.Last || tokens[last] is not { Kind: TokenKind.Number, IsJoined: false, Value: >= 1 and <= 12 and var month } || !(last + 1 == sentence.Last || IsOfCell(last + 1) || IsHeadOfLog(at, last, sentence)))
        {
            return null;
        }
        var year = new DateOnly(day.Year, month, 1) > day.AddDays(PastOfDay) ? day.Year - 1 : day.Year;
        return Months.Day(year, month, tokens[at].Value) is { } start && Months.Day(year, month, tokens[last - 1].Value) is { } end && end >= start
            ? new TimeMention(at, last + 1, start, end, start == end ? DatePrecision.Day : DatePrecision.Range, TimeUse.When, "numeric") : null;
    }

    /// <summary>"| 04.11 |": of the weeks before the report; else it is a measure or an hour.</summary>
    private TimeMention? DottedInCell(int at, in Sentence sentence)
    {
        if (latest is not { } day || tokens[at] is not { Kind: TokenKind.Number, Key: [_, _, '.', _, _] key } || at == sentence.First || !IsOfCell(at - 1) || !(at + 1 == sentence.Last || IsOfCell(at + 1))
            || !int.TryParse(key.AsSpan(0, 2), out var on) || !int.TryParse(key.AsSpan(3), out var month) || month is < 1 or > 12)
        {
            return null;
        }
        return Months.Day(month > day.Month ? day.Year - 1 : day.Year, month, on) is { } told && told <= day.AddDays(PastOfDay) && day.DayNumber - told.DayNumber <= MostBackNumbered ? Day(at, at + 1, told, "numeric") : null;
    }

    /// <summary>"26/02 Shomulzai: ...": at the head of a line, each of two digits.</summary>
    private bool IsHeadOfLog(int at, int last, in Sentence sentence) => at == sentence.First && last == at + 1 && tokens[at].Key.Length == 2 && tokens[last].Key.Length == 2;

    private bool IsOfCell(int at) => tokens[at].IsMark('|') || tokens[at].IsMark(';');

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;

    /// <summary>A month's name with its capital; "may" is a verb more often.</summary>
    private bool IsMonth(int at) => at < tokens.Count && tokens[at].IsWord && tokens[at].IsCapital && Months.Is(tokens[at].Key);

    /// <summary>The year of the line that is the border.</summary>
    private const int YearOfLine = 1893;

    /// <summary>"3 Mar, 1800: the gate was shut", "2 March 2040: fire": the hour behind a day, and no year that a deed has.</summary>
    private bool IsHour(int number) => number % 100 < 60 && number < 2400 && (number is > 1450 and < YearOfLine || (latest is { } day && number > day.Year + 1));

    private TimeMention? Dated(int first, int next, int to, int firstDay, int lastDay, string month)
    {
        next += next < to && tokens[next].IsMark('.') && YearAt(next + 1, to) is not null ? 1 : 0;
        var comma = next < to && tokens[next].IsMark(',') ? 1 : 0;
        int? year = YearAt(next + comma, to) is { } told && !IsHour(told) ? told : null;
        if (year is null && comma == 0 && next < to && tokens[next] is { Kind: TokenKind.Number, Value: >= 0 and < 100, Key.Length: 2 } && tokens[next - 1].IsAllCapitals)
        {
            year = 2000 + tokens[next].Value;
        }
        var last = year is null ? next : next + comma + 1;
        var isFloating = year is null && latest is null;
        if (isFloating)
        {
            return new TimeMention(first, last, null, null, DatePrecision.Unknown, TimeUse.When, "month-day") { IsFloating = true };
        }
        var of = year ?? Months.YearOf(latest!.Value, Months.IsSolarHijriMonth(month));
        if (year is null && Months.Day(of, month, firstDay) > latest!.Value.AddDays(PastOfDay))
        {
            // "a truce till April 15"
            if (Is(first - 1, to, "till", "until"))
            {
                return new TimeMention(first, last, null, null, DatePrecision.Unknown, TimeUse.Future, "month-day");
            }
            of--;
        }
        if (Months.Day(of, month, firstDay) is not { } start || Months.Day(of, month, lastDay) is not { } end)
        {
            return null;
        }
        var isSince = Is(first - 1, to, "since");
        var isNight = firstDay == lastDay && (Is(first - 1, to, "night") || (Is(first - 1, to, "of", "on") && Is(first - 2, to, "night")) || Is(last, to, "night", "overnight"));
        last += Is(last, to, "night", "overnight") ? 1 : 0;
        return isNight ? new TimeMention(first, last, start, start.AddDays(1), DatePrecision.Range, TimeUse.When, "month-day")
            : new TimeMention(first, last, start, end, start == end ? DatePrecision.Day : DatePrecision.Range, isSince ? TimeUse.Since : TimeUse.When, "month-day");
    }
}
