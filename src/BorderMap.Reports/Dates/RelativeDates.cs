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
        ["jumuah"] = DayOfWeek.Friday,
        ["jumua"] = DayOfWeek.Friday,
        ["jumah"] = DayOfWeek.Friday,
        ["jumma"] = DayOfWeek.Friday,
        ["shanba"] = DayOfWeek.Saturday,
        ["shanbeh"] = DayOfWeek.Saturday,
        ["yakshanba"] = DayOfWeek.Sunday,
        ["yekshanbeh"] = DayOfWeek.Sunday,
        ["doshanba"] = DayOfWeek.Monday,
        ["dushanba"] = DayOfWeek.Monday,
        ["seshanba"] = DayOfWeek.Tuesday,
        ["chaharshanba"] = DayOfWeek.Wednesday,
        ["chaharshanbeh"] = DayOfWeek.Wednesday,
        ["panjshanba"] = DayOfWeek.Thursday,
        ["panjshanbeh"] = DayOfWeek.Thursday,
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
        if ((frame.WeekEnd ?? published) is not { } day)
        {
            return new TimeMention(at, next, null, null, DatePrecision.Unknown, TimeUse.When, "weekday") { IsFloating = true };
        }
        if (NumberedWeekday(at, to, weekday, day) is { } numbered)
        {
            return numbered;
        }
        var (on, end) = NamedDay(at, next, to, weekday, day);
        next = end;
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

    /// <summary>"last Monday", "Monday before last", "Monday of last week", "the following Monday"; else the last of that name.</summary>
    private (DateOnly Day, int Last) NamedDay(int at, int next, int to, DayOfWeek weekday, DateOnly day)
    {
        var back = ((int)day.DayOfWeek - (int)weekday + DaysOfWeek) % DaysOfWeek;
        var last = day.AddDays(-(back == 0 && (Is(at - 1, to, "last", "past") || Is(next, to, "last")) ? DaysOfWeek : back));
        if (Is(next, to, "before", "but") && Is(next + 1, to, "last", "one"))
        {
            return (day.AddDays(-(back == 0 ? DaysOfWeek : back) - DaysOfWeek), next + 2);
        }
        var of = next + (Is(next, to, "of") ? 1 : 0);
        if (Is(of, to, "last", "this", "the") && Is(of + 1, to, "week", "previous", "past") && (of > next || !Is(of, to, "the")))
        {
            var monday = day.AddDays(-(((int)day.DayOfWeek + DaysOfWeek - 1) % DaysOfWeek) - (Is(of, to, "this") ? 0 : DaysOfWeek));
            var told = monday.AddDays(((int)weekday + DaysOfWeek - 1) % DaysOfWeek);
            return (told > day ? last : told, of + (Is(of + 1, to, "week") ? 2 : 3));
        }
        // "on that Sunday": the one of the day told before, or the last before it.
        if (anchor is { } dayTold && Is(at - 1, to, "that") && !Is(next, to, "the", "a", "his", "its", "their"))
        {
            return (dayTold.AddDays(-(((int)dayTold.DayOfWeek - (int)weekday + DaysOfWeek) % DaysOfWeek)), next);
        }
        // "the following Saturday", "the previous Friday": from the day told before.
        if (anchor is { } from && Is(at - 1, to, "following", "ensuing", "previous", "preceding"))
        {
            var ahead = ((int)weekday - (int)from.DayOfWeek + DaysOfWeek) % DaysOfWeek;
            return (Is(at - 1, to, "following", "ensuing") ? from.AddDays(ahead == 0 ? DaysOfWeek : ahead) : from.AddDays(ahead == 0 ? -DaysOfWeek : ahead - DaysOfWeek), next);
        }
        // "reopened on the Monday", in what is told of weeks ago: the first one after that day.
        if (anchor is { } begun && Is(at - 1, to, "the") && day.DayNumber - begun.DayNumber > DaysOfWeek)
        {
            return (begun.AddDays(((int)weekday - (int)begun.DayOfWeek + DaysOfWeek) % DaysOfWeek), next);
        }
        return (last, next + (Is(next, to, "last") && (next + 1 >= to || !Is(next + 1, to, "week", "month", "year", "night")) ? 1 : 0));
    }

    /// <summary>"at the weekend", "over the weekend", "last weekend": the last Saturday and Sunday.</summary>
    private TimeMention? Weekend(int at, int to)
    {
        if (!Is(at, to, "weekend") || !Is(at - 1, to, "the", "last", "past", "this", "during", "over", "at"))
        {
            return null;
        }
        if ((head ?? stamp ?? published) is not { } day)
        {
            return new TimeMention(at, at + 1, null, null, DatePrecision.Unknown, TimeUse.When, "relative") { IsFloating = true };
        }
        var saturday = day.AddDays(-(((int)day.DayOfWeek + 1) % DaysOfWeek));
        return new TimeMention(at, at + 1, saturday, Earlier(saturday.AddDays(1), day), DatePrecision.Range, TimeUse.When, "relative");
    }

    private TimeMention? Relative(int at, int to) => OneWord(at, to) ?? SinceThen(at, to) ?? Counted(at, to) ?? ThisOrLast(at, to) ?? SameOrNext(at, to) ?? Recent(at, to) ?? Past(at, to) ?? Weekend(at, to);

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
                "night" or "evening" => Span(at, at + 2, 1, 0, DatePrecision.Range, "overnight"),
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
