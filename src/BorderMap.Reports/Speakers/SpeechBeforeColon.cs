using BorderMap.Reports.Lexicons;
using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Speakers;

/// <summary>Who says what stands behind a colon, where the clause before it has no verb of speech: "The doctor has more: two dead", "The sum of the army: nine dead", "Their count: four".</summary>
internal sealed partial class SpeechReader
{
    private const int LongestLead = 40;

    /// <summary>Who is more often told of than heard: a clause of theirs before a colon is a deed.</summary>
    private static readonly HashSet<string> Doers = new(StringComparer.Ordinal)
        { "army", "military", "police", "troops", "forces", "corps", "brigade", "battalion", "levies", "fc", "command", "side", "people", "men", "guard", "commander", "leader", "driver", "guest", "elder" };

    /// <summary>Nouns for what is told, beside those of an account.</summary>
    private static readonly HashSet<string> Sums = new(StringComparer.Ordinal) { "sum", "total", "balance", "claim", "summary", "statement", "report", "line", "statistics", "books", "data" };

    /// <summary>The speaker of a clause before a colon that no verb of speech of its own is found in.</summary>
    private Speech? BeforeColon(int number, in Sentence sentence, List<Speech> found)
    {
        var colon = Enumerable.Range(sentence.First, Math.Min(LongestLead, sentence.Last - sentence.First)).FirstOrDefault(at => tokens[at].IsMark(':'), -1);
        if (colon < sentence.First + 2 || colon + 1 >= sentence.Last || !Figures.Tolls.Tells(tokens, colon + 1, sentence.Last) || Figures.Tolls.Tells(tokens, sentence.First, colon))
        {
            return null;
        }
        var leading = found.FindLast(speech => speech.VerbFirst < colon);
        if (leading is { Act: not SpeechAct.Deny })
        {
            return null;
        }
        // "An officer denied so high a figure: one had fallen"
        if (leading is not null)
        {
            return leading with { Act = SpeechAct.Say, VerbFirst = colon, VerbLast = colon + 1 };
        }
        return found.Exists(speech => speech.VerbFirst == colon) ? null : ByNoun(number, sentence.First, colon) ?? ByObject(number, sentence.First, colon) ?? ByClause(number, sentence.First, colon);
    }

    /// <summary>"The sum of the army:", "The doctor's figure is lower:", "Their count:".</summary>
    private Speech? ByNoun(int number, int from, int colon)
    {
        var noun = Enumerable.Range(from, Math.Min(LongestOffice, colon - from)).FirstOrDefault(at => Tellings.Contains(tokens[at].Key) || Sums.Contains(tokens[at].Key), -1);
        if (noun < 0)
        {
            return null;
        }
        if (noun == from + 1 && tokens[from].Key is "his" or "her" or "its" or "their")
        {
            return noun + 1 == colon ? Again(number, new PhraseMatch<SpeechAct>(colon, colon + 1, SpeechAct.Say, "")) : null;
        }
        if (noun <= from + 2 && noun + 2 < colon && tokens[noun + 1].Key is "of" or "from" or "by" or "at")
        {
            var last = Enumerable.Range(noun + 2, colon - noun - 2).FirstOrDefault(at => tokens[at].Key is "is" or "was" or "are" or "were" or "stands" or "stood" or "ran" or "runs" or "reads" or "differs" or "differed", colon);
            last -= tokens[last - 1].IsMark(',') ? 1 : 0;
            return last > noun + 2 && MaySpeak(noun + 2, last) ? Named(number, noun + 2, last, SpeechAct.Say, colon, colon + 1) : null;
        }
        return null;
    }

    /// <summary>"Our reporter spoke to Dr Popal, who runs the hospital:", "We reached the mayor by phone:": who is asked answers.</summary>
    private Speech? ByObject(int number, int from, int colon)
    {
        var verb = Enumerable.Range(from, colon - from).FirstOrDefault(at => IsAsking(at, colon), -1);
        if (verb < 0 || !tokens[colon + 1].OpensQuotation)
        {
            return null;
        }
        var first = verb + (tokens[verb + 1].Key is "to" or "with" ? 2 : 1);
        var last = first;
        while (last < colon && tokens[last].IsWord && tokens[last].Key is not ("who" or "whose" or "by" or "on" or "over" or "via"))
        {
            last++;
        }
        return last > first && MaySpeak(first, last) ? Named(number, first, last, SpeechAct.Say, verb, colon + 1) : null;
    }

    private bool IsAsking(int at, int colon) => at + 2 < colon && (tokens[at].Key is "spoke" or "speaks" or "spoken" or "talked" or "talks" && tokens[at + 1].Key is "to" or "with"
        || tokens[at].Key is "reached" or "asked" or "interviewed" or "phoned" or "telephoned" or "rang" or "met" && (tokens[at + 1].IsCapital || tokens[at + 1].Key is "the" or "a" or "an"));

    /// <summary>"Qari Hanif, head of information, has more:", "The governor sent a voice note:".</summary>
    private Speech? ByClause(int number, int from, int colon)
    {
        var verb = from;
        while (verb < colon && !(IsFinite(verb) && !tokens[verb - (verb > from ? 1 : 0)].IsMark('-')))
        {
            verb += 1;
        }
        var relative = Enumerable.Range(from, verb - from).FirstOrDefault(at => tokens[at].Key is "who" or "whose", -1);
        var last = relative > from ? relative : verb;
        // "A guard at the gate, speaking to us by telephone, turned it around:"
        var aside = Enumerable.Range(from, last - from).FirstOrDefault(at => tokens[at].IsMark(',') && at + 1 < last && tokens[at + 1].Key is "speaking" or "talking" or "writing" or "reached" or "asked", -1);
        var isTalking = aside > from && tokens[aside + 1].Key is "speaking" or "talking" or "writing" or "reached";
        last = aside > from ? aside : last;
        while (last > from && tokens[last - 1].Kind is TokenKind.Mark)
        {
            last--;
        }
        var first = last > from ? Math.Min(PastTime(from, last), last - 1) : from;
        first = last > from ? PastWhere(first, last) : first;
        var isSpeaker = verb < colon && last - first is > 1 and <= LongestOffice && !IsSuffering(verb) && tokens[first].IsWord && !Pronouns.Contains(tokens[first].Key)
            && (isTalking || IsPersonalName(first, last) || Enumerable.Range(first, last - first).TakeWhile(at => !tokens[at].IsMark(',')).Any(at => !Doers.Contains(tokens[at].Key) && IsTelling(at)));
        return isSpeaker ? Named(number, first, last, SpeechAct.Say, verb, colon + 1) : null;
    }

    private bool IsTelling(int at) => Offices.Contains(tokens[at].Key) || Sources.Contains(tokens[at].Key) || IsOfPeople(at, at + 1);
}
