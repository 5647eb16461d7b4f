using BorderMap.Incidents.Model;
using BorderMap.Reports.Figures;
using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Dates;

/// <summary>How long something lasts: it began so many days before the day of the report, or of the day told beside it.</summary>
internal sealed partial class TimeReader
{
    private const string LastingRule = "lasting";

    /// <summary>Words from "will" or "agreed to" to how long.</summary>
    private const int FarthestAhead = 6;

    private TimeMention? Lasting(int at, int to) => NthDay(at, to) ?? ForDays(at, to);

    /// <summary>"closed for a third consecutive day", "entered its 26th day", "for the fifth day running".</summary>
    private TimeMention? NthDay(int at, int to)
    {
        if (OrdinalAt(at) is not { } nth)
        {
            return null;
        }
        var next = at + 1;
        var isInARow = Is(next, to, "consecutive", "straight", "successive");
        next += isInARow ? 1 : 0;
        if (!Is(next, to, "day", "week", "month") || UnitAt(next, to) is not { } days)
        {
            return null;
        }
        isInARow |= Is(next + 1, to, "running") || (Is(next + 1, to, "in") && Is(next + 2, to, "a") && Is(next + 3, to, "row")) || Is(at - 1, to, "its", "their") || Is(at - 1, to, "a", "the", "into") && Is(at - 2, to, "for", "entered", "into", "entering");
        return isInARow ? Began(at, next + 1, (int)((nth - 1) * days)) : null;
    }

    /// <summary>"closed for 26 days", "for more than three weeks".</summary>
    private TimeMention? ForDays(int at, int to)
    {
        if (!Is(at, to, "for") || IsAhead(at))
        {
            return null;
        }
        var count = at + 1;
        while (count < to && count - at <= 3 && Is(count, to, "more", "than", "over", "nearly", "almost", "about", "around", "at", "least", "some"))
        {
            count++;
        }
        return CountAt(count, to) is var (least, _, next) && UnitAt(next, to) is { } days and >= 1 && !Is(next + 1, to, "ago", "earlier", "after", "before", "later")
            ? Began(at, next + 1, (int)Math.Min(20_000, least * days)) : null;
    }

    /// <summary>"guns would stay silent for ten days", "agreed to hold fire for a week": it has yet to last, and began on no day before.</summary>
    private bool IsAhead(int at)
    {
        for (var before = at - 1; before > 0 && at - before <= FarthestAhead && tokens[before].IsWord; before--)
        {
            if (tokens[before].Key is "will" or "would" or "shall" || (tokens[before].Key is "to" && tokens[before - 1].Key is "agreed" or "agree" or "decided" or "promised" or "undertook" or "pledged"))
            {
                return true;
            }
        }
        return false;
    }

    private int? OrdinalAt(int at) => tokens[at] is { Kind: TokenKind.Number, IsOrdinal: true, Value: > 0 and < 1000 and var value } ? value
        : tokens[at].IsWord && OrdinalWords.Of(tokens[at].Key) is > 0 and var word ? word : null;

    private TimeMention Began(int first, int last, int daysBefore) => Span(first, last, daysBefore, 0, daysBefore == 0 ? DatePrecision.Day : DatePrecision.Range, LastingRule, TimeUse.Since);

    /// <summary>"closed for a third day on Tuesday": counted from Tuesday.</summary>
    private static void CountFromDayBeside(List<TimeMention> found)
    {
        if (found.Find(time => time is { Use: TimeUse.When, Precision: DatePrecision.Day, Start: not null }) is not { Start: { } day })
        {
            return;
        }
        for (var i = 0; i < found.Count; i++)
        {
            if (found[i] is { Rule: LastingRule, Start: { } start, End: { } end })
            {
                found[i] = found[i] with { Start = day.AddDays(start.DayNumber - end.DayNumber), End = day };
            }
        }
    }

    /// <summary>Words between "since" and the day: an hour, or a part of the day.</summary>
    private const int LongestSince = 7;

    /// <summary>Words between "the first" or "the worst" and its "since".</summary>
    private const int LongestCompared = 6;

    /// <summary>"since six o'clock on Wednesday evening", "since the night of June 23": it lasts; "the worst raid since 12 October" does not, and that day is another's.</summary>
    private TimeMention Begun(TimeMention mention, int from)
    {
        if (mention.Use is not (TimeUse.When or TimeUse.Since) || mention.Precision is not (DatePrecision.Day or DatePrecision.Range) || mention.Rule is LastingRule)
        {
            return mention;
        }
        var since = mention.First - 1;
        while (since >= from && mention.First - since <= LongestSince && IsOfHour(since))
        {
            since--;
        }
        if (since < from || tokens[since].Key is not "since")
        {
            return mention;
        }
        for (var at = since - 1; at >= Math.Max(from, since - LongestCompared) && tokens[at].Kind is not TokenKind.Mark; at--)
        {
            if (tokens[at].Key is "first" or "worst" or "deadliest" or "bloodiest" or "biggest" or "heaviest" or "largest" or "fiercest" or "gravest" or "highest" or "longest" or "second" or "third" or "fourth" or "fifth")
            {
                return mention with { Use = TimeUse.Distance };
            }
        }
        return mention with { Use = TimeUse.Since };
    }

    private bool IsOfHour(int at) => tokens[at].Kind is TokenKind.Number || tokens[at].IsMark('.') || tokens[at].IsMark(':')
        || tokens[at].Key is "on" or "of" or "the" or "early" or "late" or "about" or "around" or "noon" or "midday" or "midnight" or "dawn" or "daybreak" or "dusk" or "sunset" or "sunrise" or "evening" or "morning" or "night" or "afternoon" or "hours" or "hrs" or "local" or "time" or "am" or "pm" or "a" or "p" or "m" or "oclock" or "clock" or "o"
        || Numbers.Whole(tokens, at, at + 1) is not null;
}
