using BorderMap.Incidents.Model;
using BorderMap.Reports.Dates;
using BorderMap.Reports.Lexicons;
using BorderMap.Reports.Reading;
using BorderMap.Reports.Speakers;

namespace BorderMap.Reports.Happenings;

/// <summary>What speaks against an act: a question, a wish, a forecast, a sum, another cause, a denial.</summary>
internal sealed partial class MentionReader
{
    private const int HistoryDays = 31;

    /// <summary>Days of a stretch over which figures are added up.</summary>
    private const int ShortestPeriod = 14;

    /// <summary>Words from a plan to the deed planned: "would let gunmen attack".</summary>
    private const int LongestPlan = 4;

    private PhraseMatch<string>? Against(PhraseMatch<Act> act, (int From, int To) clause, TimeMention? time, string rule, (Speech? Said, Speech? Answered) denial, bool isPlaced, bool isDefinite)
    {
        var sentence = passage.Text.Sentences[passage.Text.SentenceOf[act.First]];
        if (IsQuestion(passage.Text.SentenceOf[act.First]) && !IsKnownInQuestion(passage.Text.SentenceOf[act.First], time, rule))
        {
            return new PhraseMatch<string>(act.First, act.Last, "question", "?");
        }
        if ((frames.Of(passage.Text.SentenceOf[act.First], act) ?? Grudge(passage.Text.SentenceOf[act.First], act.Value)) is { } unreal)
        {
            return unreal;
        }
        // "a helicopter crashed because of a technical fault": nobody brought it down.
        if (act.Value.Kind is "drone_shootdown" && Enumerable.Range(act.First, act.Last - act.First).Any(at => tokens[at].Key is "crashed" or "crash" or "came" or "went") && Modality.Cause(tokens, sentence.First, sentence.Last) is { } fault)
        {
            return fault;
        }
        // "in response to violations of its airspace": the ground of what is told.
        if (act.Value.Kind is "airspace_violation" && passage.AsideAt(act.First) >= 0)
        {
            return new PhraseMatch<string>(act.First, act.Last, "statement", "ground");
        }
        if (Undone(act, clause, time) is { } undone)
        {
            return undone;
        }
        var isRepeated = Modality.IsRepeated(tokens, sentence, act.Last);
        if (Modality.IsSupposed(tokens, sentence) && !isRepeated)
        {
            return new PhraseMatch<string>(act.First, act.Last, "forecast", "if");
        }
        if (denial is (null, null) && Modality.False(tokens, (passage.Text.Sentences[passage.Text.SentenceOf[act.First]].First, clause.To), act.First) is { } isFalse)
        {
            return isFalse;
        }
        if (IsUnconfirmed(passage.Text.SentenceOf[act.First]))
        {
            return new PhraseMatch<string>(act.First, act.Last, "unconfirmed", "not confirmed");
        }
        // "It was not closed", "there was no shooting": a word of the pattern's gap.
        if (act.Cue.StartsWith("there", StringComparison.Ordinal) && Enumerable.Range(act.First, act.Last - act.First).Any(at => tokens[at].Key is "no"))
        {
            return new PhraseMatch<string>(act.First, act.Last, "negation", "no");
        }
        if (!Acts.IsViolent(act.Value.Kind) && !act.Cue.Contains("not", StringComparison.Ordinal) && Enumerable.Range(act.First, act.Last - act.First).Any(at => tokens[at].Key is "not" or "never" or "isnt" or "arent" or "wasnt" or "werent" or "hasnt" or "havent" or "hadnt" or "didnt"))
        {
            return new PhraseMatch<string>(act.First, act.Last, "negation", "not");
        }
        // "denied that they planned to attack posts": of what nobody says was done.
        if (denial.Said is { } ofPlan && Enumerable.Range(Math.Max(ofPlan.VerbLast, act.First - LongestPlan), Math.Max(0, act.First - Math.Max(ofPlan.VerbLast, act.First - LongestPlan))).Any(at => tokens[at].Key is "planned" or "plan" or "plans" or "planning" or "intended" or "intends" or "intend" or "intention" or "would" or "will" or "wanted" or "wants"))
        {
            return new PhraseMatch<string>(act.First, act.Last, "forecast", "a plan denied");
        }
        // "rejected as baseless a remark about air strikes": of a deed nobody has told.
        if (denial.Said is { } said && Modality.Remark(tokens, (Math.Max(clause.From, said.VerbLast), clause.To), act.First) is { } remark)
        {
            return remark;
        }
        // Who accuses another of a deed at a place tells of it.
        if (Modality.Of(tokens, passage.Speakers.AfterSpeech(passage.Text.SentenceOf[act.First], clause, act.First), act.First, act.Last) is { } marker && !(marker.Value is "negation" or "forecast" && act.Cue is Acts.NotOpened) && !(marker.Value is "accusation" && isPlaced && (act.Value.Kind is "airspace_violation" || Acts.IsViolent(act.Value.Kind))) && !(marker.Value is "denial" or "negation" or "accusation" && denial.Said is not null) && !(marker.Value is "false" && denial is not (null, null))
            && !(marker.Value is "aggregate" && Modality.IsSpan(marker) && rule is "clause" && time is { Use: TimeUse.When, Precision: DatePrecision.Day or DatePrecision.Range })
            && !(marker.Value is "forecast" && isRepeated) && !IsOfItself(act, marker)
            && !(IsPresupposed(act, marker, time, rule, isDefinite) || IsLasting(act, marker, time) || IsAppointed(act, marker, time) || IsHeldSince(act, marker, time))
            && !(marker.Value is "aggregate" && !IsOfOften(marker, time) && Acts.GroupOf(act.Value.Kind) is "crossing_closure" or "crossing_reopening" or "ceasefire"))
        {
            return marker;
        }
        if (act.Value.Form is ActForm.Weak or ActForm.Read && Acts.IsViolent(act.Value.Kind) && PeriodOf(sentence) is { } period)
        {
            return new PhraseMatch<string>(period.First, period.Last, "sum", period.Rule);
        }
        if (rule is "publication" && IsOfHistory(passage.Text.SentenceOf[act.First]))
        {
            return new PhraseMatch<string>(act.First, act.Last, "history", "years told around it");
        }
        if (time is not { First: >= 0 } || rule is not ("clause" or "sentence"))
        {
            return null;
        }
        var isClosure = Acts.GroupOf(act.Value.Kind) is "crossing_closure" or "crossing_reopening" or "ceasefire";
        var why = time.Use switch
        {
            TimeUse.Total when !isClosure => "aggregate",
            TimeUse.History => "history",
            // "stayed shut for ten days then"
            _ when isClosure && time.Rule == "lasting" && clause.To > clause.From && tokens[Math.Min(clause.To, tokens.Count) - (tokens[Math.Min(clause.To, tokens.Count) - 1].Kind is TokenKind.Mark ? 2 : 1)].Key is "then" => "over",
            _ when isClosure && (time.Precision is DatePrecision.Year || (time.Rule == "lasting" && passage.TimesIn(passage.Text.SentenceOf[act.First]).Any(other => other.Use is TimeUse.History || IsSomeTimeOfYear(other, time) || IsMonthPast(other, clause) || IsDayPast(other)))) => "over",
            TimeUse.Future => "forecast",
            _ when !isClosure && time is { Start: { } first, End: { } final, Precision: DatePrecision.Range } && final.DayNumber - first.DayNumber >= ShortestPeriod => "sum",
            _ when !isClosure && time is { Start: { } start, End: { } end } && end.DayNumber - start.DayNumber >= LongestDays && time.Precision is DatePrecision.Range or DatePrecision.Year => "aggregate",
            _ when !isClosure && time.Precision is DatePrecision.Month && !isPlaced => "background",
            _ when time.Precision is DatePrecision.Month or DatePrecision.Approx or DatePrecision.Week && passage.Published is { } day && time.End is { } last && last.DayNumber < day.DayNumber - HistoryDays && time.Use is not TimeUse.Since => "background",
            _ => null,
        };
        return why is null ? null : new PhraseMatch<string>(time.First, time.Last, why, time.Rule);
    }

    /// <summary>What speaks against an act amid its own words: a modal verb, and of a deed read from single words a negation or a cause that is no deed.</summary>
    private PhraseMatch<string>? Undone(PhraseMatch<Act> act, (int From, int To) clause, TimeMention? time)
    {
        if (act.Cue.Contains("neg ", StringComparison.Ordinal) || act.Cue.Contains("not", StringComparison.Ordinal) || IsPromise(act))
        {
            return null;
        }
        return (Modality.Modal(tokens, act.First, act.Last) is { } modal && !IsAppointed(act, modal, time) ? modal : (PhraseMatch<string>?)null) ?? (act.Value.Form is ActForm.Noun or ActForm.Weak && Modality.OfSubject(tokens, act.Last) is { } ahead && !IsAppointed(act, ahead, time) ? ahead : (PhraseMatch<string>?)null) ?? (act.Value.Form is ActForm.Read ? Modality.Negation(tokens, clause, act.Last) ?? Modality.Cause(tokens, act.First, act.Last) : null);
    }

    /// <summary>"agreed that guns would stay silent": a truce is a promise.</summary>
    private bool IsPromise(PhraseMatch<Act> act) => act.Value.Kind is "ceasefire" && tokens[act.First].Key is "agreed" or "agree" or "agreeing";

    /// <summary>"called for an inquiry into the air strikes that hit Khost on Tuesday": who speaks of a deed with its day takes it as done.</summary>
    private bool IsPresupposed(PhraseMatch<Act> act, PhraseMatch<string> marker, TimeMention? time, string rule, bool isDefinite)
    {
        if (rule is not "clause" || time is not { Use: TimeUse.When, Precision: DatePrecision.Day or DatePrecision.Range })
        {
            return false;
        }
        // "Thursday's clash was the deadliest in years": what is compared has its day; "the deadliest since the raid of 9 March" has another's.
        if (marker.Value is "comparison")
        {
            return act.First < marker.First && time.First < marker.First;
        }
        return marker.Value is "wish" or "talk" or "statement" or "accusation" && marker.Last <= act.First && time.First >= act.First && (isDefinite || IsOfInquiry(marker, act.First));
    }

    /// <summary>"asked for an inquiry into a drone strike", "demanded an apology for": of what has been done.</summary>
    private bool IsOfInquiry(PhraseMatch<string> marker, int act)
    {
        for (var at = marker.First; at < act - 1; at++)
        {
            if (tokens[at].Key is "inquiry" or "enquiry" or "investigation" or "probe" or "explanation" or "debate" or "compensation" or "reparations" or "apology" or "accountability" or "answers" or "justice" or "condemnation" or "clarification" or "findings" or "investigate" or "condemn" or "explain" or "examine" or "probing")
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>"pressed for the opening of the gates, both closed since October", "the gate, closed since the 16th, will be opened": that they are closed is no wish.</summary>
    private bool IsLasting(PhraseMatch<Act> act, PhraseMatch<string> marker, TimeMention? time) => marker.Value is "wish" or "talk" or "forecast" && Acts.GroupOf(act.Value.Kind) is "crossing_closure"
        && time is { Use: TimeUse.Since } && time.First >= act.First - 1 && (marker.Last > act.First ? time.Last < marker.First && tokens[marker.First - 1].IsMark(',') : Enumerable.Range(marker.Last, act.Last - marker.Last).Any(at => tokens[at].IsMark(',') || tokens[at].Key is "which" or "that"));

    /// <summary>"Between 1 January and 31 March the mission verified 1,020 casualties": the weeks that a sentence begins with, and counts over.</summary>
    private TimeMention? PeriodOf(in Sentence sentence)
    {
        foreach (var time in passage.TimesIn(passage.Text.SentenceOf[sentence.First]))
        {
            if (time.First - sentence.First <= 1)
            {
                return time is { Precision: DatePrecision.Range, Start: { } start, End: { } end } && end.DayNumber - start.DayNumber >= ShortestPeriod ? time : null;
            }
        }
        return null;
    }

    /// <summary>A paragraph that tells of years, and of no day of its own: what it tells is of those years.</summary>
    private bool IsOfHistory(int number)
    {
        var isHistory = false;
        for (var sentence = number; sentence >= 0 && passage.SameBlock(sentence, number); sentence--)
        {
            foreach (var time in passage.TimesIn(sentence))
            {
                if (time is { Use: TimeUse.When, IsDated: true, Precision: DatePrecision.Day or DatePrecision.Range })
                {
                    return false;
                }
                isHistory |= time.Use is TimeUse.History;
            }
        }
        return isHistory;
    }

    /// <summary>"... a drone hit a car. NOT CONFIRMED", or taken back: "It had not."</summary>
    private bool IsUnconfirmed(int number)
    {
        if (number + 1 >= passage.Text.Sentences.Count || !passage.SameBlock(number, number + 1))
        {
            return false;
        }
        var next = passage.Text.Sentences[number + 1];
        // "... that the terminal had been closed. It was not closed."
        if (next.Last - next.First is > 2 and <= 6 && tokens[next.First].Key is "it" or "they" or "that" or "this" && tokens[next.First + 1].Key is "was" or "were" or "had" or "did" or "has" or "have" or "is" && tokens[next.First + 2].Key is "not")
        {
            return true;
        }
        return tokens[next.First].Key is "unconfirmed" || (next.Last - next.First > 1 && tokens[next.First].Key is "not" && tokens[next.First + 1].Key is "confirmed");
    }

    private bool IsQuestion(int number)
    {
        var sentence = passage.Text.Sentences[number];
        for (var at = sentence.Last - 1; at >= sentence.First && sentence.Last - at <= 2; at--)
        {
            if (tokens[at].IsMark('?'))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Who denies the act in its own sentence: "denied carrying out", "was denied by", "rejected reports that".</summary>
    private Speech? DenialOf(int number, PhraseMatch<Act> act)
    {
        foreach (var speech in passage.Speakers.In(number))
        {
            if (speech.Act is not SpeechAct.Deny)
            {
                continue;
            }
            // "was denied by X": what stands before it; "X denied ...": what follows it.
            var isPassive = speech.First >= speech.VerbLast;
            if (isPassive ? act.First < speech.VerbFirst : act.First >= speech.VerbLast)
            {
                return speech;
            }
        }
        return null;
    }
}
