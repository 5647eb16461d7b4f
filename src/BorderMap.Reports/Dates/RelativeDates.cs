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

    private TimeMention? Relative(int at, int to) => OneWord(at, to) ?? SinceThen(at, to) ?? Counted(at, to) ?? ThisOrLast(at, to) ?? SameOrNext(at, to) ?? Recent(at, to) ?? Past(at, to);

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

    /// <summary>"in recent days": a span that figures are added up over.</summary>
    private TimeMention? Recent(int at, int to)
    {
        if (Is(at, to, "recent") && Is(at + 1, to, "days", "weeks", "months", "years", "times", "decades"))
        {
            return Span(at, at + 2, Is(at + 1, to, "days") ? 7 : 60, 0, DatePrecision.Approx, "recent", TimeUse.Total);
        }
        return null;
    }

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
        "minute" or "minutes" => 1 / 1440.0,
        "hour" or "hours" => 1 / 24.0,
        "day" or "days" or "night" or "nights" => 1,
        "week" or "weeks" => 7,
        "fortnight" or "fortnights" => 14,
        "month" or "months" => 30,
        "year" or "years" => 365,
        "decade" or "decades" => 3650,
        _ => null,
    };
}
