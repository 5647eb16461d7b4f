using BorderMap.Incidents.Model;
using BorderMap.Reports.Figures;
using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Dates;

/// <summary>Reads expressions of time, relative ones against the day of publication; without it these stay open.</summary>
/// <param name="tokens">The text's.</param>
/// <param name="published">The day of publication; null: not known.</param>
/// <param name="frame">The period that the head of the text names.</param>
internal sealed partial class TimeReader(IReadOnlyList<Token> tokens, DateOnly? published, NamedPeriod frame = default)
{
    private const int PastOfDay = 2;
    private const int MostBackNumbered = 60;

    /// <summary>Years of the solar calendar that a report may name in figures.</summary>
    private const int SolarFrom = 1300;
    private const int SolarTo = 1430;

    /// <summary>The last single day read: "the same night", "the next day".</summary>
    private DateOnly? anchor;

    /// <summary>The first token of the sentence that told the day.</summary>
    private int anchorBegin = -1;

    /// <summary>A night told last, and the sentence of it: "on Thursday night ... still unexplained on Saturday", then "the same night".</summary>
    private (int Begin, DateOnly Evening)? night;

    /// <summary>The day at the head of the paragraph, as a diary or log has it: "last night" is the night before it.</summary>
    private DateOnly? head;
    private DateOnly? stamp;
    private int begin;
    private int block = -1;

    /// <summary>A day of the month told last: "on the 9th".</summary>
    private DateOnly? month;

    /// <summary>What days without a year are near to: none lies after it.</summary>
    private readonly DateOnly? latest = frame.Last ?? published;

    /// <summary>All expressions of a sentence, none overlapping another. To be called in the order of the text.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="stamp">The day of the stamp above it, in a thread or diary: days are counted from it.</param>
    public List<TimeMention> Read(in Sentence sentence, DateOnly? stamp = null)
    {
        var found = new List<TimeMention>();
        (this.stamp, begin) = (stamp, sentence.First);
        if (sentence.Block != block)
        {
            (block, head) = (sentence.Block, null);
        }
        for (var at = sentence.First; at < sentence.Last;)
        {
            var mention = Numeric(at, sentence.Last) ?? Glued(at, sentence.Last) ?? Feasts.At(tokens, at, sentence.Last, latest) ?? InCell(at, sentence) ?? DayAndMonth(at, sentence) ?? Calendar(at, sentence.Last) ?? PartOfMonth(at, sentence.Last) ?? Weekday(at, sentence.Last) ?? Lasting(at, sentence.Last) ?? Relative(at, sentence.Last) ?? DayOfMonth(at, sentence.Last) ?? Year(at, sentence);
            if (mention is null)
            {
                at++;
                continue;
            }
            if (found.Count > 0 && Merged(found[^1], mention) is { } merged)
            {
                found[^1] = mention = merged;
            }
            else
            {
                found.Add(mention);
            }
            found[^1] = mention = Begun(mention, sentence.First);
            at = mention.Last;
            head = mention is { Precision: DatePrecision.Day, Use: TimeUse.When, Rule: "month-day" or "numeric" or "weekday", Start: { } entry } && (mention.Rule is not "weekday" || mention.Last - mention.First > 1) && mention.First - sentence.First <= 1 && mention.Last < sentence.Last && tokens[mention.Last].Kind is TokenKind.Mark && !Is(mention.First - 1, sentence.Last, "on", "in", "since", "by") ? entry : head;
            month = (mention.Precision is DatePrecision.Day or DatePrecision.Range || (mention.Precision is DatePrecision.Month && tokens[mention.Last - 1].Kind is TokenKind.Number)) && mention is { Use: not TimeUse.History, Rule: not "lasting", Start: { } began } ? began : month;
            night = mention is { Use: TimeUse.When, Start: { } dark } && Is(mention.Last - 1, mention.Last, "night", "overnight") ? (begin, dark) : night;
            var kept = anchor;
            anchor = !IsBackInRelative(mention, sentence) && mention is { Use: TimeUse.When or TimeUse.Since, Rule: not "lasting", Start: { } start } && mention.Precision is DatePrecision.Day or DatePrecision.Range ? start : anchor;
            anchorBegin = anchor != kept ? begin : anchorBegin;
        }
        CountFromDayBeside(found);
        return found;
    }

    /// <summary>"a group which it blames for the dead of two days earlier": the story goes on from the day before that.</summary>
    private bool IsBackInRelative(TimeMention mention, in Sentence sentence)
    {
        if (mention is not { Rule: "anchor" } || !Is(mention.Last - 1, mention.Last, "earlier", "before", "previously"))
        {
            return false;
        }
        for (var at = sentence.First; at < mention.First; at++)
        {
            if (tokens[at].Key is "which" or "who" or "whom" or "whose" or "blames" or "blamed" or "responsible")
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>"Monday, 3 March", "Tuesday (October 14)", "overnight on Saturday": two expressions of one time.</summary>
    private TimeMention? Merged(TimeMention before, TimeMention after)
    {
        var gap = after.First - before.Last;
        if (gap > 2 || !Enumerable.Range(before.Last, gap).All(at => tokens[at].IsMark(',') || tokens[at].IsMark('(') || tokens[at].Key is "on" or "the" or "of" or "a" || (gap == 1 && IsJoiner(before.First, at))))
        {
            return null;
        }
        if (before.Rule is "weekday" or "anchor" && after.Rule is "month-day" or "numeric" or "day" || (before.Rule is "anchor" && after.Rule is "weekday"))
        {
            return after with { First = before.First };
        }
        // "on 28 May, a Wednesday": the same day.
        if (before is { Rule: "month-day" or "numeric" or "day", Precision: DatePrecision.Day, Start: { } dated } && after is { Rule: "weekday", Precision: DatePrecision.Day, Start: { } named } && dated.DayOfWeek == named.DayOfWeek)
        {
            return before with { Last = after.Last };
        }
        if (before.Rule is "month-day" && after is { Rule: "month-day", Start: { } ends } && gap == 1 && IsJoiner(before.First, before.Last))
        {
            return Spanned(before, after, ends);
        }
        // "on Saturday, six days later": the day told by its name is the surer one.
        if (after.Rule is "anchor" && after.Use is TimeUse.When && before is { Use: TimeUse.When, Precision: DatePrecision.Day, Rule: "weekday" or "month-day" or "numeric" } && gap > 0 && tokens[before.Last].Kind is TokenKind.Mark)
        {
            return before with { Last = after.Last };
        }
        if (before.Rule == "overnight" && after is { Start: { } day, Precision: DatePrecision.Day })
        {
            return after with { First = before.First, End = day.AddDays(1), Precision = DatePrecision.Range, Rule = "overnight" };
        }
        return after.Rule == "overnight" && before is { Start: { } evening, Precision: DatePrecision.Day }
            ? before with { Last = after.Last, End = evening.AddDays(1), Precision = DatePrecision.Range, Rule = "overnight" } : null;
    }

    /// <summary>"28 July - 3 August", "between 28 July and 3 August".</summary>
    private bool IsJoiner(int first, int at) => tokens[at].IsMark('-') || tokens[at].Key is "to" or "through" or "until" or "till" || (tokens[at].Key is "and" && Is(first - 1, at, "between"));

    /// <summary>From a day to one of another month, in the year of the second.</summary>
    private TimeMention? Spanned(TimeMention before, TimeMention after, DateOnly ends)
    {
        var number = Enumerable.Range(before.First, before.Last - before.First).FirstOrDefault(at => tokens[at].Kind is TokenKind.Number, -1);
        var name = Enumerable.Range(before.First, before.Last - before.First).FirstOrDefault(IsMonth, -1);
        if (number < 0 || name < 0 || Months.IsSolarHijriMonth(tokens[name].Key))
        {
            return null;
        }
        var month = Months.NumberOf(tokens[name].Key);
        var start = before.Start is { } told && YearAt(before.Last - 1, before.Last) is not null ? told : Months.Day(month > ends.Month ? ends.Year - 1 : ends.Year, month, tokens[number].Value);
        return start <= ends ? after with { First = before.First, Start = start, Precision = DatePrecision.Range, Use = TimeUse.When } : null;
    }

    private bool Is(int at, int to, params ReadOnlySpan<string> words) => at >= 0 && at < to && tokens[at].Kind is not TokenKind.Mark && words.Contains(tokens[at].Key);

    /// <summary>A day of the month, "11" or "15th" or, in "1/2", none.</summary>
    private int? DayAt(int at, int to) => at < to && tokens[at] is { Kind: TokenKind.Number, Value: >= 1 and <= 31 } token && token.Key.Length <= 4 ? token.Value : null;

    private int? YearAt(int at, int to)
    {
        if (at >= to || tokens[at].Kind is not TokenKind.Number)
        {
            return null;
        }
        return tokens[at].Key.Length == 4 && tokens[at].Value is >= 1700 and <= 2100 or >= 1300 and <= 1450 && !IsClock(at) ? tokens[at].Value : null;
    }

    /// <summary>"1930 hrs", "from 1930 to 2010 hours": the time of day.</summary>
    private bool IsClock(int at) => Is(at + 1, tokens.Count, "hrs", "hr", "hours", "h", "pkt", "pst", "ist", "gmt", "utc", "local")
        || (Is(at + 1, tokens.Count, "to", "till", "until", "and") || tokens[at].IsJoined) && Enumerable.Range(at + 1, 2).Any(other => other < tokens.Count && tokens[other] is { Kind: TokenKind.Number, Key.Length: 4 } && Is(other + 1, tokens.Count, "hrs", "hr", "hours", "h", "pkt", "pst"));

    private static TimeMention Day(int first, int last, DateOnly day, string rule) => new(first, last, day, day, DatePrecision.Day, TimeUse.When, rule);

    private TimeMention Span(int first, int last, int fromDaysAgo, int toDaysAgo, DatePrecision precision, string rule, TimeUse use = TimeUse.When) =>
        (head ?? stamp ?? published) is { } day ? new TimeMention(first, last, day.AddDays(-fromDaysAgo), day.AddDays(-toDaysAgo), precision, use, rule)
            : new TimeMention(first, last, null, null, DatePrecision.Unknown, use, rule) { IsFloating = true };

    /// <summary>"2025-10-12", "12/10/2025", "12.10.2025": day before month, unless that cannot be.</summary>
    private TimeMention? Numeric(int at, int to)
    {
        var token = tokens[at];
        if (token.Kind is not TokenKind.Number)
        {
            return null;
        }
        if (token.Key.Count(c => c == '.') == 2 && token.Key.Split('.') is [var d, var m, var y] && int.TryParse(d, out var dotDay) && int.TryParse(m, out var dotMonth) && int.TryParse(y, out var dotYear))
        {
            return Ordered(at, at + 1, dotDay, dotMonth, dotYear);
        }
        if (!token.IsJoined || at + 2 >= to || !tokens[at + 1].IsJoined || tokens[at + 1].Kind is not TokenKind.Number || tokens[at + 2].Kind is not TokenKind.Number)
        {
            return null;
        }
        var (a, b, c) = (token.Value, tokens[at + 1].Value, tokens[at + 2].Value);
        return token.Key.Length == 4 ? Months.Day(a, b, c, a < 1500) is { } day ? Day(at, at + 3, day, "numeric") : null : Ordered(at, at + 3, a, b, c);
    }

    private static TimeMention? Ordered(int first, int last, int a, int b, int year)
    {
        var full = year is >= 0 and < 100 ? 2000 + year : year;
        // "21/12/1404": of the solar calendar
        return (b <= 12 ? Months.Day(full, b, a, year is >= SolarFrom and <= SolarTo) : Months.Day(full, a, b)) is { } day ? Day(first, last, day, "numeric") : null;
    }

    /// <summary>A year by itself: "in 2021".</summary>
    private TimeMention? Year(int at, in Sentence sentence)
    {
        if (tokens[at] is { Kind: TokenKind.Number, Key: [>= '1' and <= '2', _, _, '0', 's'] } decade && int.TryParse(decade.Key.AsSpan(0, 4), out var from))
        {
            return new TimeMention(at, at + 1, new DateOnly(from, 1, 1), new DateOnly(from + 9, 12, 31), DatePrecision.Year, TimeUse.History, "decade");
        }
        // "in the year 1401", of the solar calendar
        if (YearAt(at, sentence.Last) is >= 1300 and <= 1450 and var solar && !tokens[at].IsJoined && Is(at - 1, sentence.Last, "year", "in") && Months.Day(solar, 1, 1, isSolarHijri: true) is { } first)
        {
            return new TimeMention(at, at + 1, first, first.AddDays(364), DatePrecision.Year, TimeUse.History, "year");
        }
        // "the 2023 bombing": of a year before that of the report.
        var isOfThing = Is(at - 1, sentence.Last, "the", "a", "their", "its", "his") && at + 1 < sentence.Last && tokens[at + 1] is { IsWord: true, IsCapital: false } && YearAt(at, sentence.Last) < (latest?.Year ?? 0);
        if (YearAt(at, sentence.Last) is not { } year || year < 1700 || tokens[at].IsJoined || !isOfThing && !Is(at - 1, sentence.Last, "in", "since", "of", "from", "by", "until", "during", "early", "late", "mid"))
        {
            return null;
        }
        var use = Is(at - 1, sentence.Last, "since", "from") ? TimeUse.Total : TimeUse.History;
        return new TimeMention(at, at + 1, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), DatePrecision.Year, use, "year");
    }

    /// <summary>How many: "three", "a few", "several"; the number, or a guess with its spread.</summary>
    private (int Least, int Most, int Last)? CountAt(int at, int to)
    {
        if (at < to && Numbers.Whole(tokens, at, to) is var (value, last))
        {
            return Is(last, to, "to", "or") && Numbers.Whole(tokens, last + 1, to) is var (most, after) && most > value ? (value, most, after) : (value, value, last);
        }
        return Is(at, to, "a") && Is(at + 1, to, "few", "couple") ? (2, 6, Is(at + 2, to, "of") ? at + 3 : at + 2)
            : Is(at, to, "several", "few", "some") ? (2, 6, at + 1) : null;
    }
}
