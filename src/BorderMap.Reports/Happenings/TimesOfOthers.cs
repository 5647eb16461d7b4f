using BorderMap.Reports.Dates;
using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Happenings;

/// <summary>Which days beside an act are none of its own: that a record goes back to, or on which a toll was counted.</summary>
internal sealed partial class Times
{
    /// <summary>Words from "since" to the day or year: "since the Taliban took power in August 2021".</summary>
    private const int FarthestSince = 9;

    /// <summary>Words from the verb of counting to the day: "rose to at least twelve people on Monday".</summary>
    private const int FarthestCount = 14;

    private static readonly HashSet<string> Counting = new(StringComparer.Ordinal)
    {
        "put", "puts", "putting", "rose", "rises", "risen", "climbed", "climbs", "jumped", "jumps", "reached", "reaches", "increased", "grew", "grown", "revised", "raised", "raising", "updated", "stood", "stands", "mounted", "mounts", "soared", "lowered", "gave", "went", "passed",
    };

    /// <summary>"the worst clashes since 2021": the time that a record goes back to.</summary>
    private bool IsOfRecord(TimeMention time, int sentence) => Superlatives.IsSince(tokens, passage.Text.Sentences[sentence].First, time.First - FarthestSince, time.First);

    /// <summary>"Officials put the toll of the raid at nine on Monday": the day on which the dead were counted, which may be that of the raid or a later one.</summary>
    public bool IsOfCount(TimeMention time)
    {
        var from = passage.Text.Sentences[passage.Text.SentenceOf[time.First]].First;
        for (var at = time.First - 1; at > from && time.First - at <= FarthestCount && tokens[at].Kind is not TokenKind.Mark; at--)
        {
            // "put the toll of Sunday's raid at nine": behind the noun alone the day is that of the raid.
            if (Counting.Contains(tokens[at].Key))
            {
                return Enumerable.Range(at, time.First - at).Any(word => tokens[word].Key is "to" or "at" or "past" or "from" or "reached" or "passed") && HasCount(from, time.First);
            }
        }
        // "on Monday put the toll at nine"
        return time.Last < tokens.Count && Counting.Contains(tokens[time.Last].Key) && HasCount(time.Last, Math.Min(time.Last + FarthestCount, tokens.Count));
    }

    private bool HasCount(int from, int to) => Enumerable.Range(from, to - from).Any(at => Figures.CountNouns.Is(tokens[at].Key));

    /// <summary>"the gate, open only for returnees since November, has been shut": since when it was open.</summary>
    private bool IsOfOpen(TimeMention time, int first, int last)
    {
        for (var at = time.First - 1; at >= last || (at >= 0 && at < first); at--)
        {
            if (tokens[at].Kind is TokenKind.Mark || tokens[at].Key is "closed" or "shut" or "sealed" or "not")
            {
                return false;
            }
            if (tokens[at].Key is "open" or "opened" or "reopened")
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>"was shut on the 17th and reopened on the 23rd": what stands before "and" goes with the verb there.</summary>
    private bool IsOfOtherVerb(TimeMention time, int first)
    {
        for (var at = time.Last; at < first; at++)
        {
            if (tokens[at].Key is "and" or "but" or "then")
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>"said on Monday", "told reporters on Sunday": when it was said.</summary>
    private bool IsOfSpeech(TimeMention time, int sentence)
    {
        // "the army's reckoning of Wednesday's attack": the day of what the noun names.
        if (tokens[time.Last - 1].IsPossessive && time.Last < tokens.Count && !Said.Contains(tokens[time.Last].Key))
        {
            return false;
        }
        // "(b) Kabul, defence ministry, 27 January: "The invaders fired ..."": when the words quoted were written.
        if (time.First > passage.Text.Sentences[sentence].First + 1 && tokens[time.First - 1].IsMark(',') && time.Last + 1 < tokens.Count && tokens[time.Last].IsMark(':') && tokens[time.Last + 1].OpensQuotation)
        {
            return true;
        }
        foreach (var speech in passage.Speakers.In(sentence))
        {
            var gap = time.First - speech.VerbLast;
            if (gap >= 0 && gap <= AfterSpeech && Enumerable.Range(speech.VerbLast, gap).All(at => tokens[at].Kind is not TokenKind.Mark && tokens[at].Key is not "that" && !tokens[at].OpensQuotation)
                && (gap <= 1 || Enumerable.Range(speech.VerbLast, gap).All(at => tokens[at].Key is "in" or "a" or "an" or "statement" or "reporters" or "journalists" or "on" or "early" or "late" or "the" or "press" or "conference" or "briefing" or "afp" or "reuters" or "ap" or "media" or "news" || tokens[at].IsCapital)))
            {
                return true;
            }
            // "The minister on Tuesday said"; not "hit Dangam on Tuesday, residents said".
            // Nor "cut the wire on Sunday and told the soldiers to leave".
            if (speech.First >= 0 && time.First >= speech.First && time.Last <= speech.VerbFirst && !(time.Last < speech.VerbFirst && tokens[time.Last].Key is "and" or "then" or "but") && !(tokens[time.Last].IsMark(',') && speech.VerbFirst > time.Last + 1 && !(time.First > 1 && (tokens[time.First - 1].IsMark(',') || tokens[time.First - 2].IsMark(',')))))
            {
                return true;
            }
        }
        // "a note published on Tuesday", "the report, released Friday": when it came out.
        var before = time.First - (time.First > 0 && tokens[time.First - 1].Key is "on" ? 2 : 1);
        return before > 0 && (tokens[before].Key is "published" or "issued" or "released" or "printed" or "dated" or "circulated" || (tokens[before].Key is "statement" && before < time.First - 1));
    }

    /// <summary>"KANDAHAR, 24 Hoot (Pajhwok): ...": the day on which it was written. A label of a list has the day of what it tells.</summary>
    private bool IsOfDateline(TimeMention time, int sentence)
    {
        var first = passage.Text.Sentences[sentence].First;
        return time.First - first <= MostInDateline && time.Last < tokens.Count && tokens[time.Last].Kind is TokenKind.Mark && !tokens[time.Last].IsMark(',') && (tokens[first].IsAllCapitals || passage.PlacesIn(sentence).FirstOrDefault() is { Toponym.Usage: ToponymUsage.Dateline }) && !passage.IsRow(sentence) && passage.LabelOf(sentence).Count == 0
            && passage.PlacesIn(sentence).FirstOrDefault() is { } origin && origin.First == first && time.First >= origin.Last && passage.Published is { } day && time.Start is { } told && day.DayNumber - told.DayNumber is 0 or 1
            && Enumerable.Range(first, time.First - first).All(at => tokens[at].Kind is TokenKind.Mark || tokens[at].IsCapital);
    }

    /// <summary>"in answer to the bombs of Thursday": behind "of" a day belongs to the noun before it, unless that is an hour, or the act.</summary>
    private bool IsOfOtherThing(TimeMention time, int first, int last)
    {
        var of = time.First - 1;
        return of > 0 && tokens[of].Key is "of" && !(of > first && of <= last) && tokens[of - 1].IsWord && Answered.Contains(tokens[of - 1].Key);
    }

    /// <summary>A time in a clause that holds another act's words, across "after" or a semicolon.</summary>
    private bool IsOfOtherClause(TimeMention time, int sentence, (int From, int To) clause)
    {
        var of = Clauses.Of(tokens, passage.Text.Sentences[sentence], time.First, time.Last);
        // "levies hold eleven men; to be handed over on Monday"
        return of.From >= clause.To && tokens[of.From].Key is "after" or "following" or "since" or "before" or "when" or "to" or "due" or "expected" or "will" or "scheduled" or "set";
    }
}
