using BorderMap.Incidents.Model;
using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Dates;

/// <summary>
/// Days counted from another: "two days earlier", "the night before", "the following week" from the day told before; "three days ago" from the
/// day of the report; "six days after the gate was shut" is a distance between two deeds of the sentence.
/// </summary>
internal sealed partial class TimeReader
{
    private const double HoursOfOneDay = 0.5;
    private const int MostCounted = 20_000;

    private TimeMention? Counted(int at, int to)
    {
        if (Count(at, to) is not var (least, most, unit) || UnitAt(unit, to) is not { } days)
        {
            return !IsPartOfDay(at + 1, to) || !Is(at, to, "the") ? null : Is(at + 2, to, "before") && Is(at + 3, to, "last") ? BeforeLast(at, at + 1, at + 4, 1, to) : Beside(at, to);
        }
        var way = unit + 1;
        // "the night before last": two nights back.
        if (Is(at, to, "the") && Is(way, to, "before") && Is(way + 1, to, "last"))
        {
            return BeforeLast(at, unit, way + 2, days, to);
        }
        if (Is(way, to, "ago", "back"))
        {
            return Back(at, way + 1, days, (int)Math.Min(MostCounted, Math.Floor(least * days)), (int)Math.Min(MostCounted, Math.Ceiling(most * days)));
        }
        // "closed for three days after": how long; "the day before yesterday" is read by itself.
        if (Is(at - 1, to, "for", "recent", "coming", "these", "those", "few", "many") || Is(way + 1, to, "yesterday"))
        {
            return null;
        }
        var (near, far) = (WholeDays(least, days), WholeDays(most, days));
        var isNight = Is(unit, to, "night", "nights");
        var isBack = Is(way, to, "earlier", "before", "previously", "prior", "preceding");
        if (!isBack && !Is(way, to, "later", "after", "afterwards", "thereafter", "following", "since", "on", "into", "from"))
        {
            return null;
        }
        var last = way + (Is(way, to, "prior") && Is(way + 1, to, "to") ? 2 : 1);
        if (!EndsAt(way, to))
        {
            // Hours after a deed of this day, or of the night: the day before is as likely.
            far = days < 1 ? Math.Max(far, 1) : far;
            // "two weeks on from the raid", "10 days since", "three days into": no deed of its own follows.
            return Is(way, to, "since", "on", "into", "from") || (Is(at, to, "the") && !IsPartOfDay(unit, to)) ? null
                : new TimeMention(at, last, null, null, DatePrecision.Unknown, TimeUse.Distance, "distance") { Days = isBack ? -near : near, MostDays = isBack ? -far : far };
        }
        if (Is(way, to, "since", "into", "from") || (Is(way, to, "on") && days < 1))
        {
            return null;
        }
        return isBack && (anchor is null || days < 1) ? Back(at, last, days, near, Math.Max(near, (int)Math.Min(MostCounted, Math.Ceiling(most * days)))) : FromAnchor(at, last, isBack ? -near : near, isBack ? -far : far, isNight);
    }

    /// <summary>Hours make a day once they are more than half of one.</summary>
    private static int WholeDays(int count, double days) => (int)Math.Min(MostCounted, days < 1 ? Math.Floor(count * days + HoursOfOneDay) : count * days);

    /// <summary>How many, and where the unit stands: "two full days", "a short week", "the night" (one, of a night or day alone).</summary>
    private (int Least, int Most, int Unit)? Count(int at, int to)
    {
        if (CountAt(at, to) is var (least, most, last) && !(last == at))
        {
            return (least, most, Adjective(last, to));
        }
        return Is(at, to, "a", "an", "one") || (Is(at, to, "the") && Is(at + 1, to, "day", "night", "week", "month")) ? (1, 1, Adjective(at + 1, to))
            : Is(at, to, "days", "weeks", "hours", "minutes", "nights", "months") ? (tokens[at].Key is "days" or "nights" ? 2 : 1, tokens[at].Key is "weeks" ? 4 : 6, at) : null;
    }

    private int Adjective(int at, int to) => at + (Is(at, to, "full", "whole", "short", "long", "more", "further", "other", "mere", "quiet", "tense", "calendar", "entire", "odd", "clear") ? 1 : 0);

    /// <summary>"the evening before", "the morning after": of a part of a day, and the day itself.</summary>
    private TimeMention? Beside(int at, int to)
    {
        var way = at + 2;
        return Is(way, to, "before", "earlier", "prior", "previous") && EndsAt(way, to) ? FromAnchor(at, way + 1, -1, -1, Is(at + 1, to, "night", "evening"))
            : Is(way, to, "after", "following") && EndsAt(way, to) ? FromAnchor(at, way + 1, 1, 1, Is(at + 1, to, "night"))
            : Is(way, to, "before", "after") ? new TimeMention(at, way + 1, null, null, DatePrecision.Unknown, TimeUse.Distance, "distance") { Days = Is(way, to, "before") ? -1 : 1, MostDays = Is(way, to, "before") ? -1 : 1 } : null;
    }

    private bool IsPartOfDay(int at, int to) => Is(at, to, "night", "evening", "morning", "afternoon", "day");

    /// <summary>Whether "before" or "after" says its say here: no clause or thing follows that it would be counted from.</summary>
    private bool EndsAt(int way, int to) => Is(way, to, "earlier", "later", "previously", "afterwards", "thereafter", "previous") && !Is(way + 1, to, "than")
        || way + 1 >= to || tokens[way + 1].Kind is TokenKind.Mark || Is(way + 1, to, "and", "but", "or", "when", "by", "in", "at", "near", "on", "across", "along", "inside", "outside", "over", "was", "were", "had", "that", "as", "while", "with", "to") || (Is(way + 1, to, "this", "that") && (way + 2 >= to || tokens[way + 2].Kind is TokenKind.Mark));

    /// <summary>Counted from the day told before, or, where none is, from the day of the report.</summary>
    private TimeMention? FromAnchor(int first, int last, int near, int far, bool isNight)
    {
        if ((anchor ?? head ?? stamp ?? published) is not { } day)
        {
            return null;
        }
        var (a, b) = (day.AddDays(Math.Min(near, far)), day.AddDays(Math.Max(near, far)));
        return isNight && a == b ? new TimeMention(first, last, a, a.AddDays(1), DatePrecision.Range, TimeUse.When, "anchor")
            : new TimeMention(first, last, a, b, a == b && anchor is not null ? DatePrecision.Day : DatePrecision.Approx, TimeUse.When, "anchor");
    }

    /// <summary>"the night before last", "the evening before last", "the week before last".</summary>
    private TimeMention BeforeLast(int first, int unit, int last, double days, int to) => days > 1 ? Span(first, last, (int)(2.5 * days), (int)(1.5 * days), DatePrecision.Approx, "relative")
        : Is(unit, to, "night") ? Span(first, last, 2, 1, DatePrecision.Range, "relative") : Span(first, last, 2, 2, DatePrecision.Day, "relative");

    /// <summary>"two days ago", "a few days ago", "four weeks back".</summary>
    private TimeMention Back(int first, int last, double days, int near, int far) => days >= 300 ? Span(first, last, far + 365, near, DatePrecision.Year, "relative", TimeUse.History)
        : days >= 28 ? Span(first, last, far + 15, Math.Max(0, near - 15), DatePrecision.Approx, "relative")
        : Span(first, last, far + (days >= 7 ? 4 : 0), near, near == far && days == 1 ? DatePrecision.Day : DatePrecision.Approx, "relative");

    /// <summary>"the same night", "the next day", "the previous evening", "the following week": from the day told before.</summary>
    private TimeMention? SameOrNext(int at, int to)
    {
        var unit = at + (Is(at, to, "that", "the") && Is(at + 1, to, "very", "same") ? 2 : 1);
        if (!Is(at, to, "same", "that", "next", "following", "previous", "preceding", "ensuing") || !(IsPartOfDay(unit, to) || Is(unit, to, "week", "weekend") && Is(at, to, "following", "preceding", "ensuing"))
            || (IsAtHead(at) ? head ?? stamp ?? anchor : Is(unit, to, "night") && night is var (of, told) && of == anchorBegin ? told : anchor) is not { } day)
        {
            return null;
        }
        var step = tokens[at].Key switch { "next" or "following" or "ensuing" => 1, "previous" or "preceding" => -1, _ => 0 };
        if (Is(unit, to, "week", "weekend"))
        {
            return new TimeMention(at, unit + 1, day.AddDays(step < 0 ? -10 : 4), day.AddDays(step < 0 ? -4 : 10), DatePrecision.Week, TimeUse.When, "anchor");
        }
        var on = day.AddDays(step);
        return Is(unit, to, "night") ? new TimeMention(at, unit + 1, on, on.AddDays(1), DatePrecision.Range, TimeUse.When, "anchor") : Day(at, unit + 1, on, "anchor");
    }

    /// <summary>"Same day, a bomb ...": of the day at the head of the paragraph, whatever days its sentences name.</summary>
    private bool IsAtHead(int at) => at == begin && tokens[at].Key is "same";

    /// <summary>"since then", "from that hour": a state that lasts from the day told before.</summary>
    private TimeMention? SinceThen(int at, int to)
    {
        var last = Is(at, to, "since") && Is(at + 1, to, "then") ? at + 2 : Is(at, to, "since", "from") && Is(at + 1, to, "that") && Is(at + 2, to, "day", "hour", "moment", "date", "night", "evening", "morning") ? at + 3 : 0;
        return last > 0 && anchor is { } day ? Day(at, last, day, "anchor") with { Use = TimeUse.Since } : null;
    }
}
