using BorderMap.Incidents.Model;
using BorderMap.Reports.Dates;
using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Happenings;

/// <summary>When an act happened: by its clause, its sentence, the heading of its row, its neighbour, and last by when it was told.</summary>
internal sealed partial class Times(Passage passage)
{
    private const int AfterSpeech = 6;
    private const int AcrossAnd = 4;
    private const int MostBack = 20;
    private const int LongestLabel = 14;
    private const int MostInDateline = 8;
    private const int LongestBracket = 5;
    private const int MostOfHour = 5;

    /// <summary>Words from what stays shut to until when.</summary>
    private const int MostOfStay = 4;

    /// <summary>Sentences for which the day told in a paragraph holds.</summary>
    private const int FarthestDay = 6;

    /// <summary>What is said, or written: "Wednesday's statement".</summary>
    private static readonly HashSet<string> Said = new(StringComparer.Ordinal)
    {
        "statement", "statements", "briefing", "remarks", "report", "reports", "announcement", "speech", "interview", "message", "letter", "note", "communique", "release", "conference", "press", "news", "post", "tweet", "bulletin", "comments", "meeting", "call", "address", "sermon",
    };

    /// <summary>What was done before, and is named with its day where something else is told.</summary>
    private static readonly HashSet<string> Answered = new(StringComparer.Ordinal)
    {
        "bomb", "bombs", "bombing", "bombings", "strike", "strikes", "airstrike", "airstrikes", "raid", "raids", "attack", "attacks", "assault", "assaults", "incident", "incidents", "clash", "clashes", "fighting", "firing", "shelling", "killing", "killings", "events", "event",
        "violation", "violations", "aggression", "shooting", "blast", "blasts", "explosion", "explosions", "massacre", "martyrs", "victims", "dead", "truce", "ceasefire", "agreement", "deal", "meeting", "talks", "closure", "incursion", "provocation", "provocations", "casualties", "wounded", "loss", "losses",
    };

    private readonly IReadOnlyList<Token> tokens = passage.Tokens;

    /// <param name="sentence">Number of the sentence.</param>
    /// <param name="first">Number of the act's first token.</param>
    /// <param name="last">Number after its last token.</param>
    /// <param name="clause">The act's clause.</param>
    /// <param name="isLasting">Whether it lasts, as a closure does: then "since" tells its beginning.</param>
    /// <param name="isOpening">Whether it ends what lasted: "shut since the 13th, was opened to all on Monday".</param>
    public (TimeMention? Time, string Rule) Of(int sentence, int first, int last, (int From, int To) clause, bool isLasting, bool isOpening = false)
    {
        var here = passage.TimesIn(sentence).Where(time => time.Use is TimeUse.When or TimeUse.Since or TimeUse.Total or TimeUse.History or TimeUse.Future && (isLasting || time.Use is not TimeUse.Since || IsExplained(time, first)) && !IsOfSpeech(time, sentence) && !IsOfDateline(time, sentence) && !IsOfRecord(time, sentence) && passage.AsideAt(time.First) == passage.AsideAt(first) && !(isLasting ? IsTerm(time) : IsTermOfStay(time))).Select(time => IsExplained(time, first) ? time with { Use = TimeUse.When } : time).ToList();
        // "shut since Thursday, reopened on Wednesday": the day right behind the word is its own.
        var isDated = here.Exists(time => time.Use is TimeUse.When && IsBeside(time, first, last)) || (isOpening && here.RemoveAll(time => time.Use is TimeUse.Since && time.Last <= first && here.Exists(other => other.Use is TimeUse.When && other.First >= last && other.Last <= clause.To)) > 0);
        var since = isLasting ? here.FindAll(time => time.Use is TimeUse.Since && !(!isOpening && IsOfOpen(time, first, last)) && !(isDated && time.Last <= first) && time.First >= clause.From && time.Last <= clause.To) : [];
        if (Nearest(since.Count > 0 ? since : here.FindAll(time => time.First >= clause.From && time.Last <= clause.To && !IsOfOtherThing(time, first, last) && !IsOfNextVerb(time, last, clause)), first, last) is { } inClause)
        {
            // "remained closed on Tuesday": a day of it, and not its first where another is told.
            return (inClause, isLasting && inClause.Use is TimeUse.When && IsStaying(first, last) ? "neighbour" : "clause");
        }
        // "Torkham | closed | since 12 Oct": in another cell.
        if (isLasting && passage.IsRow(sentence) && here.FindAll(time => time.Use is TimeUse.Since && time.First >= last) is [var ofCell] && Enumerable.Range(last, ofCell.First - last).Any(at => tokens[at].IsMark('|')))
        {
            return (ofCell, "sentence");
        }
        // "sealed on Sunday when a sentry opened fire": the time of the clause it hangs on.
        if (tokens[clause.From].Key is "when" && OfHost(here, sentence, clause) is { } host)
        {
            return host;
        }
        // "since October, when clashes killed 70": the time that the clause explains.
        if (tokens[clause.From].Key is "when" && passage.TimesIn(sentence).LastOrDefault(time => clause.From - time.Last is >= 0 and <= 1) is { IsDated: true } explained)
        {
            return (explained with { Use = explained.Use is TimeUse.Since or TimeUse.Total && explained.Precision is not DatePrecision.Year ? TimeUse.When : explained.Use }, "clause");
        }
        var heading = OfHeading(sentence);
        // "Sat: the gate, closed on Thursday after the row, opened again": a later clause is of the day at the head.
        if (heading is not null && heading.First - passage.Text.Sentences[sentence].First is 0 or 1 && isLasting && clause.From > heading.Last + 1)
        {
            return (heading, "heading");
        }
        if (OfDistance(here, sentence, clause) is { } counted)
        {
            return counted;
        }
        if (OfMainClause(sentence, clause, isLasting) is { } main)
        {
            return (main, "beside");
        }
        if (Nearest(here.FindAll(time => time.Use is TimeUse.When && !IsOfOtherClause(time, sentence, clause) && !IsOfOtherThing(time, first, last) && !IsOfNextVerb(time, last, clause) && !(heading is not null && HasSemicolon(time, first))), first, last) is { } inSentence)
        {
            return (inSentence, IsSubordinate(clause, sentence) ? "beside" : "sentence");
        }
        if (heading is not null)
        {
            return (heading, "heading");
        }
        // "they had been in Afghan hands since the night of October 11": the state tells when it began.
        if (passage.TimesIn(sentence).FirstOrDefault(time => time is { Use: TimeUse.Since, Start: not null, Precision: DatePrecision.Day or DatePrecision.Range } && time.First >= clause.From && time.Last <= clause.To) is { } began)
        {
            return (began with { Use = TimeUse.When, End = began.Start, Precision = DatePrecision.Day }, "neighbour");
        }
        if (!passage.IsRow(sentence) && ToldBefore(sentence) is { } before)
        {
            return (before, "neighbour");
        }
        if (DayOfSequel(sentence) is { } later)
        {
            return (later, "neighbour");
        }
        return passage.TimesIn(sentence).FirstOrDefault(time => time is { Use: TimeUse.When, IsDated: true } && passage.AsideAt(time.First) == passage.AsideAt(first) && !(HasSemicolon(time, first) && IsOfOtherClause(time, sentence, clause))) is { Start: { } said } speech
            ? OfSequel(sentence, said) is { } earlier ? (earlier, "neighbour") : (speech with { Start = said.AddDays(-1), Precision = DatePrecision.Range, Rule = "speech" }, "speech")
            : OfSequel(sentence, passage.Published) is { } next ? (next, "neighbour") : OfPublication(sentence);
    }

    /// <summary>"not since Sunday the 13th, when a man took a pistol and fired": the day of what "when" goes on to tell.</summary>
    private bool IsExplained(TimeMention time, int act) => time is { Use: TimeUse.Since, Precision: DatePrecision.Day or DatePrecision.Range } && time.Last + 1 < act && tokens[time.Last + (tokens[time.Last].IsMark(',') ? 1 : 0)].Key is "when";

    /// <summary>The day that the paragraph told last: a story goes on with it until it names another.</summary>
    private TimeMention? ToldBefore(int sentence)
    {
        for (var before = sentence - 1; before >= Math.Max(0, sentence - FarthestDay) && passage.SameBlock(sentence, before); before--)
        {
            if (passage.TimesIn(before).LastOrDefault(time => IsDay(time) && !IsTerm(time) && !IsOfDateline(time, before) && passage.AsideAt(time.First) < 0) is { } told)
            {
                return IsOfSpeech(told, before) ? null : told;
            }
        }
        return OfQuestion(sentence);
    }

    /// <summary>"asked for time until Thursday": how long, and not when.</summary>
    private bool IsTerm(TimeMention time) => time.First > 0 && tokens[time.First - 1].Key is "till" or "until";

    /// <summary>"replied to the firing; schools stay shut until Monday": of what stays shut, and not of the firing.</summary>
    private bool IsTermOfStay(TimeMention time) => IsTerm(time) && Enumerable.Range(Math.Max(0, time.First - MostOfStay), Math.Min(time.First, MostOfStay)).Any(at => tokens[at].Key is "shut" or "closed" or "open" or "suspended" or "off" or "postponed" or "stay" or "remain");

    /// <summary>"What happened last Tuesday night?", and the paragraph that answers.</summary>
    private TimeMention? OfQuestion(int sentence)
    {
        var first = sentence;
        while (first > 0 && passage.SameBlock(first - 1, sentence))
        {
            first--;
        }
        return first > 0 && tokens[passage.Text.Sentences[first - 1].Last - 1].IsMark('?') ? passage.TimesIn(first - 1).LastOrDefault(IsDay) : null;
    }

    /// <summary>What a report tells without a day happened on the day of publication or the one before; a row of a ticker on its day.</summary>
    private (TimeMention?, string) OfPublication(int sentence)
    {
        if (passage.Published is not { } day)
        {
            return (null, "");
        }
        var isTicker = passage.IsRow(sentence);
        return (new TimeMention(-1, -1, isTicker ? day : day.AddDays(-1), day, isTicker ? DatePrecision.Day : DatePrecision.Range, TimeUse.When, "publication"), "publication");
    }

    private TimeMention? Nearest(List<TimeMention> times, int first, int last) =>
        times.OrderBy(time => IsBeside(time, first, last) ? 0 : 1).ThenBy(time => time.Precision is DatePrecision.Day or DatePrecision.Range ? 0 : 1).ThenBy(time => time.First >= last ? time.First - last : first - time.Last + 1 + (IsOfOtherVerb(time, first) ? AcrossAnd : 0)).FirstOrDefault();

    /// <summary>"captured in fighting nearly four weeks ago": what stands right behind an act is its time.</summary>
    private bool IsBeside(TimeMention time, int first, int last)
    {
        // "in last Sunday's firing"
        if (time.Last == first && (tokens[first - 1].IsPossessive || time.Rule is "year"))
        {
            return true;
        }
        for (var at = last; at < time.First; at++)
        {
            if (at - last > 2 || tokens[at].Kind is TokenKind.Mark || tokens[at].Key is "and" or "by" or "with" or "to" or "from" or "said")
            {
                return false;
            }
        }
        return time.First >= last;
    }

    private bool IsStaying(int first, int last) => Enumerable.Range(first - 1, last - first + 1).Any(at => at >= 0 && tokens[at].Key is "remained" or "remains" or "remain" or "stayed" or "stays");

    private bool HasSemicolon(TimeMention time, int act)
    {
        for (var at = Math.Min(time.Last, act); at < Math.Max(time.First, act); at++)
        {
            if (tokens[at].IsMark(';'))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>"12 JAN 26: ...": the day at the head of a row or paragraph holds for all of it, until another.</summary>
    private TimeMention? OfHeading(int sentence)
    {
        for (var at = sentence; at >= Math.Max(0, sentence - MostBack) && passage.SameBlock(at, sentence); at--)
        {
            var first = passage.Text.Sentences[at].First;
            foreach (var time in passage.TimesIn(at).Reverse())
            {
                var isAtHead = time.First - first <= 1 && time.Last < tokens.Count && (tokens[time.Last].IsMark(':') || tokens[time.Last].IsMark('-') || tokens[time.Last].IsMark('|') || tokens[time.Last].IsMark(';')
                    || (tokens[time.Last].IsMark('.') && (time.First == first || (time.Last + 1 == passage.Text.Sentences[at].Last && passage.IsRow(at)))));
                // "Wed 1830 - Goshta: ...": with the hour behind it.
                isAtHead |= time.First == first && passage.IsRow(at) && HourBehind(time.Last) is var mark && mark > time.Last && mark < tokens.Count && (tokens[mark].IsMark(':') || tokens[mark].IsMark('-') || tokens[mark].IsMark('.'));
                // "17 October (Friday). Urgun: ..."
                isAtHead |= time.First - first <= 1 && IsLabelOfDay(time, at);
                // "9 March, Upper Dir. Gunfire struck ...": the day of a label of names.
                isAtHead |= time.First == first && time.Last < tokens.Count && tokens[time.Last].IsMark(',') && passage.LabelOf(at).Count > 0 && IsLabel(at);
                if (isAtHead && time is { Use: TimeUse.When, IsDated: true })
                {
                    return time;
                }
            }
        }
        return DayOfCell(sentence) ?? passage.StampOf(sentence) ?? (passage.IsRow(sentence) && !HasDayInRow(sentence) ? passage.DayOfForm(sentence) ?? passage.DayOfTitle : null);
    }

    /// <summary>Number after the hour that stands at a token: "1830", "18:30 hrs".</summary>
    private int HourBehind(int at)
    {
        var next = at;
        while (next < tokens.Count && next - at < MostOfHour && (tokens[next].Kind is TokenKind.Number || (next > at && (tokens[next].Key is "hrs" or "hours" or "h" or "local" or "pkt" || (tokens[next].IsMark(':') && tokens[next + 1 < tokens.Count ? next + 1 : next].Kind is TokenKind.Number)))))
        {
            next++;
        }
        return next;
    }

    /// <summary>Whether a sentence says its day at the head of a paragraph, with a word in brackets, and no more.</summary>
    private bool IsLabelOfDay(TimeMention time, int sentence)
    {
        var last = passage.Text.Sentences[sentence].Last;
        return last - time.Last is > 0 and <= LongestBracket && Enumerable.Range(time.First, last - time.First).Any(at => tokens[at].IsMark(')')) && (sentence == 0 || !passage.SameBlock(sentence - 1, sentence)) && sentence + 1 < passage.Text.Sentences.Count && passage.SameBlock(sentence, sentence + 1);
    }

    /// <summary>The first sentence of a paragraph that goes on, of names and figures alone.</summary>
    private bool IsLabel(int sentence)
    {
        var (first, last) = (passage.Text.Sentences[sentence].First, passage.Text.Sentences[sentence].Last);
        return last - first <= LongestLabel && (sentence == 0 || !passage.SameBlock(sentence - 1, sentence)) && Enumerable.Range(first, last - first).All(at => !tokens[at].IsWord || tokens[at].IsCapital || Toponyms.PlaceCues.IsKind(tokens, at));
    }

    /// <summary>"Zabul | 22 Mar | Attack on a post; 3 killed | Attack repulsed; 7 killed": what a row of a table goes on to tell is of its own day.</summary>
    private TimeMention? DayOfCell(int sentence)
    {
        for (var at = sentence; at >= Math.Max(0, sentence - MostBack) && passage.SameBlock(at, sentence) && passage.IsRow(sentence); at--)
        {
            if (passage.TimesIn(at).FirstOrDefault(time => time is { Use: TimeUse.When, IsDated: true } && (time.First == passage.Text.Sentences[at].First || tokens[time.First - 1].IsMark('|')) && time.Last < tokens.Count && tokens[time.Last].IsMark('|')) is { } day)
            {
                return day;
            }
        }
        return null;
    }

    /// <summary>"2. 5 May, about 2 a.m.: ... Two sheds burnt": what the row goes on to tell is of its own day.</summary>
    private bool HasDayInRow(int sentence)
    {
        for (var at = sentence - 1; at >= 0 && passage.SameBlock(at, sentence); at--)
        {
            if (passage.TimesIn(at).Any(time => time is { Use: TimeUse.When, IsDated: true }))
            {
                return true;
            }
        }
        return false;
    }
}
