using BorderMap.Incidents.Model;
using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Dates;

/// <summary>Days told by their distance from the day of publication, or from the day told before.</summary>
internal sealed partial class TimeReader
{
    private static readonly Dictionary<string, DayOfWeek> Weekdays = new(StringComparer.Ordinal)
    {
        ["monday"] = DayOfWeek.Monday,
        ["mon"] = DayOfWeek.Monday,
        ["tuesday"] = DayOfWeek.Tuesday,
        ["tue"] = DayOfWeek.Tuesday,
        ["tues"] = DayOfWeek.Tuesday,
        ["wednesday"] = DayOfWeek.Wednesday,
        ["wed"] = DayOfWeek.Wednesday,
        ["thursday"] = DayOfWeek.Thursday,
        ["thu"] = DayOfWeek.Thursday,
        ["thurs"] = DayOfWeek.Thursday,
        ["friday"] = DayOfWeek.Friday,
        ["fri"] = DayOfWeek.Friday,
        ["saturday"] = DayOfWeek.Saturday,
        ["sat"] = DayOfWeek.Saturday,
        ["sunday"] = DayOfWeek.Sunday,
        ["sun"] = DayOfWeek.Sunday,
    };

    /// <summary>"Tuesday evening", "the night between Saturday and Sunday", "overnight into Sunday", "last Monday".</summary>
    private TimeMention? Weekday(int at, int to)
    {
        if (!tokens[at].IsCapital || !Weekdays.TryGetValue(tokens[at].Key, out var weekday))
        {
            return null;
        }
        var next = at + 1;
        if (Is(at - 1, to, "next", "coming"))
        {
            return new TimeMention(at, next, null, null, DatePrecision.Unknown, TimeUse.Future, "weekday");
        }
        var isNight = Is(next, to, "night", "overnight") || (Is(at - 1, to, "on", "of") && Is(at - 2, to, "night"));
        next += Is(next, to, "night", "overnight", "evening", "morning", "afternoon", "midnight") ? 1 : 0;
        if (published is not { } day)
        {
            return new TimeMention(at, next, null, null, DatePrecision.Unknown, TimeUse.When, "weekday") { IsFloating = true };
        }
        if (NumberedWeekday(at, to, weekday, day) is { } numbered)
        {
            return numbered;
        }
        var back = ((int)day.DayOfWeek - (int)weekday + 7) % 7;
        var on = day.AddDays(-(back == 0 && Is(at - 1, to, "last") ? 7 : back));
        if (Is(next, to, "and", "to") && next + 1 < to && Weekdays.TryGetValue(tokens[next + 1].Key, out var second) && (((int)second - (int)weekday + 7) % 7) is > 0 and <= 3 and var days)
        {
            return new TimeMention(at, next + 2, on, Earlier(on.AddDays(days), day), DatePrecision.Range, TimeUse.When, "weekday");
        }
        // "jets struck on Saturday, into Sunday": the night between.
        if (Is(at - 1, to, "into"))
        {
            return new TimeMention(at, next, on.AddDays(-1), on, DatePrecision.Range, TimeUse.When, "overnight");
        }
        var use = Is(at - 1, to, "since") ? TimeUse.Since : TimeUse.When;
        return isNight ? new TimeMention(at, next, on, Earlier(on.AddDays(1), day), on == day ? DatePrecision.Day : DatePrecision.Range, use, "weekday")
            : new TimeMention(at, next, on, on, DatePrecision.Day, use, "weekday");
    }

    private TimeMention? Relative(int at, int to) => OneWord(at, to) ?? Earlier(at, to) ?? ThisOrLast(at, to) ?? SameOrNext(at, to) ?? Recent(at, to) ?? Past(at, to) ?? Ago(at, to);

    private TimeMention? OneWord(int at, int to) => !tokens[at].IsWord ? null : tokens[at].Key switch
    {
        "day" when Is(at + 1, to, "before") && Is(at + 2, to, "yesterday") => Span(at, at + 3, 2, 2, DatePrecision.Day, "relative"),
        "today" or "tonight" => Span(at, at + 1, 0, 0, DatePrecision.Day, "relative"),
        "yesterday" or "yday" => Span(at, at + 1, 1, 1, DatePrecision.Day, "relative"),
        "overnight" => Span(at, at + 1, 1, 0, DatePrecision.Range, "overnight"),
        "recently" or "lately" => Span(at, at + 1, 7, 1, DatePrecision.Approx, "recent"),
        "recent" when !Is(at + 1, to, "days", "weeks", "months", "years", "times", "decades") => Span(at, at + 1, 7, 1, DatePrecision.Approx, "recent"),
        "tomorrow" => new TimeMention(at, at + 1, null, null, DatePrecision.Unknown, TimeUse.Future, "relative"),
        _ => null,
    };

    private TimeMention? ThisOrLast(int at, int to)
    {
        if (Is(at, to, "last", "past", "previous") && at + 1 < to)
        {
            return tokens[at + 1].Key switch
            {
                "night" => Span(at, at + 2, 1, 0, DatePrecision.Range, "overnight"),
                "week" => Span(at, at + 2, 12, 6, DatePrecision.Week, "relative"),
                "month" => Month(at, at + 2, 1, TimeUse.Total),
                "year" => Span(at, at + 2, 730, 365, DatePrecision.Year, "relative", TimeUse.History),
                _ => null,
            };
        }
        if (!Is(at, to, "this") || at + 1 >= to)
        {
            return Is(at, to, "next", "coming", "later") && Is(at + 1, to, "week", "month", "year", "this") ? new TimeMention(at, at + 2, null, null, DatePrecision.Unknown, TimeUse.Future, "relative") : null;
        }
        return tokens[at + 1].Key switch
        {
            "morning" or "afternoon" or "evening" => Span(at, at + 2, 0, 0, DatePrecision.Day, "relative"),
            "week" => Span(at, at + 2, 6, 0, DatePrecision.Week, "relative"),
            "month" => Month(at, at + 2, 0, TimeUse.When),
            "year" => Span(at, at + 2, (published?.DayOfYear ?? 1) - 1, 0, DatePrecision.Year, "relative", TimeUse.Total),
            _ => null,
        };
    }

    private TimeMention Month(int first, int last, int ago, TimeUse use)
    {
        if (published is not { } day)
        {
            return new TimeMention(first, last, null, null, DatePrecision.Unknown, use, "relative") { IsFloating = true };
        }
        var start = new DateOnly(day.Year, day.Month, 1).AddMonths(-ago);
        return new TimeMention(first, last, start, Earlier(start.AddMonths(1).AddDays(-1), day), DatePrecision.Month, use, "relative");
    }

    /// <summary>"the same night", "the next day", "the previous evening": counted from the day told before.</summary>
    private TimeMention? SameOrNext(int at, int to)
    {
        if (!Is(at, to, "same", "that", "next", "following", "previous") || !Is(at + 1, to, "day", "night", "evening", "morning", "afternoon") || (IsAtHead(at) ? head ?? stamp ?? anchor : anchor) is not { } day)
        {
            return null;
        }
        var on = day.AddDays(tokens[at].Key switch { "next" or "following" => 1, "previous" => -1, _ => 0 });
        return tokens[at + 1].Key == "night" ? new TimeMention(at, at + 2, on, on.AddDays(1), DatePrecision.Range, TimeUse.When, "anchor") : Day(at, at + 2, on, "anchor");
    }

    /// <summary>"Same day, a bomb ...": of the day at the head of the paragraph, whatever days its sentences name.</summary>
    private bool IsAtHead(int at) => at == begin && tokens[at].Key is "same";

    /// <summary>"a day earlier", "the night before", "two days earlier": counted back from the day told before.</summary>
    private TimeMention? Earlier(int at, int to)
    {
        var (count, next) = Is(at, to, "a", "one", "the") ? (1, at + 1) : CountAt(at, to) is var (least, most, last) && least == most ? (least, last) : (0, at);
        if (count == 0 || count > 60 || !Is(next, to, "day", "days", "night", "nights", "evening", "week", "weeks") || UnitAt(next, to) is null && !Is(next, to, "evening") || anchor is not { } day
            || !(Is(next + 1, to, "earlier") && !Is(at, to, "the") || (Is(next + 1, to, "before", "previous") && (next + 2 >= to || tokens[next + 2].Kind is TokenKind.Mark || Is(next + 2, to, "and", "when", "by", "in", "at")))))
        {
            return null;
        }
        var on = day.AddDays(-count * (Is(next, to, "week", "weeks") ? 7 : 1));
        return Is(next, to, "night", "nights", "evening") ? new TimeMention(at, next + 2, on, on.AddDays(1), DatePrecision.Range, TimeUse.When, "anchor") : Day(at, next + 2, on, "anchor");
    }

    /// <summary>"in recent days", "days after", "hours later": when, but for a span that figures are added up over.</summary>
    private TimeMention? Recent(int at, int to)
    {
        if (Is(at, to, "recent") && Is(at + 1, to, "days", "weeks", "months", "years", "times", "decades"))
        {
            return Span(at, at + 2, Is(at + 1, to, "days") ? 7 : 60, 0, DatePrecision.Approx, "recent", TimeUse.Total);
        }
        if (Is(at, to, "days", "hours", "weeks") && Is(at + 1, to, "after", "before", "later", "earlier", "ago", "following") && CountBefore(at) is null && !Is(at - 1, to, "a", "few"))
        {
            if (Is(at, to, "hours") && !Is(at + 1, to, "ago", "earlier"))
            {
                return new TimeMention(at, at + 2, null, null, DatePrecision.Unknown, TimeUse.Distance, "distance");
            }
            return Is(at, to, "weeks") ? Span(at, at + 2, 28, 7, DatePrecision.Approx, "recent") : Span(at, at + 2, Is(at, to, "days") ? 7 : 1, Is(at, to, "days") ? 1 : 0, DatePrecision.Approx, "recent");
        }
        return null;
    }

    private (int, int, int)? CountBefore(int at) => at > 0 ? CountAt(at - 1, at) : null;

    /// <summary>"the past 24 hours", "the last two weeks".</summary>
    private TimeMention? Past(int at, int to)
    {
        if (!Is(at, to, "past", "last", "previous") || CountAt(at + 1, to) is not var (_, most, next) || UnitAt(next, to) is not { } days)
        {
            return null;
        }
        var span = (int)Math.Min(20_000L, (long)Math.Ceiling(most * days));
        return Span(at, next + 1, span, 0, span <= 2 ? DatePrecision.Range : DatePrecision.Approx, "relative", span <= 4 ? TimeUse.When : TimeUse.Total);
    }

    /// <summary>"two days ago", "a few days ago", "three hours earlier"; "ten days after the gate was shut" is a distance.</summary>
    private TimeMention? Ago(int at, int to)
    {
        if (Is(at, to, "a", "one") && Is(at + 1, to, "day") && Is(at + 2, to, "after"))
        {
            return new TimeMention(at, at + 3, null, null, DatePrecision.Unknown, TimeUse.Distance, "distance") { Days = 1 };
        }
        if (Later(at, to) is { } later)
        {
            return later;
        }
        if (CountAt(at, to) is not var (least, most, next) || UnitAt(next, to) is not { } days)
        {
            return null;
        }
        var (near, far) = ((int)Math.Min(20_000, Math.Floor(least * days)), (int)Math.Min(20_000, Math.Ceiling(most * days)));
        if (!Is(next + 1, to, "ago", "earlier"))
        {
            return Is(next + 1, to, "after", "before", "later") ? new TimeMention(at, next + 2, null, null, DatePrecision.Unknown, TimeUse.Distance, "distance") { Days = Is(next + 1, to, "after") && near == far ? near : null } : null;
        }
        return days >= 300 ? Span(at, next + 2, far + 365, near, DatePrecision.Year, "relative", TimeUse.History)
            : days >= 28 ? Span(at, next + 2, far + 15, Math.Max(0, near - 15), DatePrecision.Approx, "relative")
            : Span(at, next + 2, far + (days >= 7 ? 4 : 0), near, near == far && days == 1 ? DatePrecision.Day : DatePrecision.Approx, "relative");
    }

    /// <summary>"a week later", "three days later": counted from the day told before.</summary>
    private TimeMention? Later(int at, int to)
    {
        var (count, next) = Is(at, to, "a", "one") && !Is(at + 1, to, "few", "couple") ? (1, at + 1) : CountAt(at, to) is var (least, most, last) && least == most ? (least, last) : (0, at);
        return count > 0 && UnitAt(next, to) is { } days and >= 1 && Is(next + 1, to, "later") && anchor is { } day && (long)count * (int)days < 20_000
            ? Day(at, next + 2, day.AddDays(count * (int)days), "anchor") : null;
    }

    /// <summary>"Monday 5.", "Friday 9 into Saturday 10": the last day of that name and number.</summary>
    private TimeMention? NumberedWeekday(int at, int to, DayOfWeek weekday, DateOnly day)
    {
        if (DayAt(at + 1, to) is not { } number || tokens[at + 1].IsJoined || !(at + 2 < to && (tokens[at + 2].Kind is TokenKind.Mark || Is(at + 2, to, "into", "and", "to"))))
        {
            return null;
        }
        for (var on = day.AddDays(PastOfDay); on > day.AddDays(-MostBackNumbered); on = on.AddDays(-1))
        {
            if (on.Day == number && on.DayOfWeek == weekday)
            {
                var isIntoNext = Is(at + 2, to, "into", "and", "to") && at + 4 < to && Weekdays.ContainsKey(tokens[at + 3].Key) && DayAt(at + 4, to) is not null;
                return isIntoNext ? new TimeMention(at, at + 5, on, on.AddDays(1), DatePrecision.Range, TimeUse.When, "weekday") : Day(at, at + 2, on, "weekday");
            }
        }
        return null;
    }

    /// <summary>A unit of time in days.</summary>
    private double? UnitAt(int at, int to) => at >= to ? null : tokens[at].Key switch
    {
        "hour" or "hours" => 1 / 24.0,
        "day" or "days" or "night" or "nights" => 1,
        "week" or "weeks" => 7,
        "month" or "months" => 30,
        "year" or "years" => 365,
        "decade" or "decades" => 3650,
        _ => null,
    };
}
