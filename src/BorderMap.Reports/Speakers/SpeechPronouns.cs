using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Speakers;

/// <summary>Who is meant where a sentence names nobody beside its verb: "he said", "the latter counted", "and claimed".</summary>
internal sealed partial class SpeechReader
{
    /// <summary>Sentences back to where "he" was named without having said anything yet.</summary>
    private const int MostBackToSubject = 2;

    private static readonly HashSet<string> Pasts = new(StringComparer.Ordinal)
    {
        "was", "were", "is", "are", "has", "have", "had", "took", "made", "gave", "went", "held", "sent", "put", "came", "saw", "met", "told", "spoke", "ran", "fell", "left", "began", "stood", "sat", "knew", "found", "drove", "brought", "rang", "shook",
        "withdrew", "bore", "sought", "showed", "swore", "got", "hung", "laid", "lay", "set", "cut", "let", "lost", "won", "fought", "wrote", "read", "heard", "felt", "kept", "led", "paid", "thought", "broke", "chose", "drew", "flew", "rode", "rose", "slept", "spent", "threw", "woke", "wore", "built", "caught", "dug", "dealt", "said", "says",
    };

    /// <summary>"he said": the person who spoke last, unless one was named since, or stands before it in the sentence.</summary>
    private Speech? Meant(int number, in Sentence sentence, int pronoun, Lexicons.PhraseMatch<SpeechAct> verb)
    {
        var isPerson = tokens[pronoun].Key is "he" or "she";
        if (isPerson && last?.Sentence != number && SubjectBefore(number, sentence, pronoun, verb) is { } subject)
        {
            return subject;
        }
        return tokens[pronoun].Key is "it" && last is null ? null : Again(number, verb);
    }

    /// <summary>"The surgeon showed us his book. Nine had died, he said": the subject of the sentence itself or of one before it, since the last speaker.</summary>
    private Speech? SubjectBefore(int number, in Sentence sentence, int pronoun, Lexicons.PhraseMatch<SpeechAct> verb)
    {
        if (HeadPerson(number, sentence.First, pronoun, verb) is { } own)
        {
            return own;
        }
        for (var before = number - 1; before >= Math.Max(0, number - MostBackToSubject) && text.Sentences[before].Block == sentence.Block && !(last?.Sentence >= before); before--)
        {
            if (HeadPerson(number, text.Sentences[before].First, text.Sentences[before].Last, verb) is { } subject)
            {
                return subject;
            }
        }
        return null;
    }

    /// <summary>The subject of a clause, where it is one person: with an office or a name of two words.</summary>
    private Speech? HeadPerson(int number, int from, int to, Lexicons.PhraseMatch<SpeechAct> verb)
    {
        // "After talking with the colonel, Malik Janan came out": past what stands before the subject.
        if (tokens[from].Key is "after" or "before" or "at" or "in" or "on" or "when" or "as" or "while" or "speaking" or "from")
        {
            var comma = Enumerable.Range(from, to - from).FirstOrDefault(at => tokens[at].IsMark(','), -1);
            from = comma >= 0 && comma + 1 < to ? comma + 1 : from;
        }
        // "KABUL - The minister withdrew": past the dateline.
        var dash = Enumerable.Range(from, Math.Min(to - from, LongestLabel)).FirstOrDefault(at => tokens[at].IsMark('-'), -1);
        from = dash >= 0 && dash + 1 < to ? dash + 1 : from;
        var end = from;
        while (end < to && end - from < LongestOffice && !IsFinite(end) && Verbs.At(tokens, end, to) is null)
        {
            end++;
        }
        var relative = Enumerable.Range(from, end - from).FirstOrDefault(at => tokens[at].IsMark(',') && at + 1 < end && tokens[at + 1].Key is "who" or "whose", -1);
        var last = relative > from ? relative : end;
        while (last > from && tokens[last - 1].Kind is TokenKind.Mark)
        {
            last--;
        }
        var names = tokens[from].Key is "a" or "an" or "the" ? 0 : Enumerable.Range(from, last - from).Count(at => tokens[at].IsCapital);
        var isPerson = end < to && last > from && tokens[from].Kind is TokenKind.Word && !Pronouns.Contains(tokens[from].Key) && !HasNumberAfter(from, last)
            && (names > 1 || Enumerable.Range(from, last - from).Any(at => Offices.Contains(tokens[at].Key) || Roles.Contains(tokens[at].Key) || tokens[at].Key is "uncle" or "brother" or "cousin" or "father" or "neighbour" or "imam" or "teacher" or "surgeon" or "mullah" or "malik"));
        return isPerson ? Named(number, from, last, verb.Value, verb.First, verb.Last) : null;
    }

    /// <summary>"A little-known outfit, X, owned up to the raid and claimed that ...": who did the one thing said the other.</summary>
    private Speech? HeadSubject(int number, int from, int to, Lexicons.PhraseMatch<SpeechAct> verb)
    {
        var end = from;
        while (end < to && end - from < LongestOffice && !IsFinite(end))
        {
            end++;
        }
        var last = end;
        while (last > from && tokens[last - 1].Kind is TokenKind.Mark)
        {
            last--;
        }
        var isSpeaker = end < to && last > from && (Enumerable.Range(from, last - from).Any(at => Offices.Contains(tokens[at].Key) || tokens[at].Key is "group" or "outfit" or "faction" or "statement" or "spokesmen" or "party" or "council" or "ministry") || IsOfPeople(from, last) || ActorNames.Find(tokens, from, last).Count > 0);
        return isSpeaker && !Pronouns.Contains(tokens[from].Key) ? Named(number, from, last, verb.Value, verb.First, verb.Last) : null;
    }

    private bool IsFinite(int at) => tokens[at] is { IsWord: true, IsCapital: false } word && (Pasts.Contains(word.Key) || (word.Key.Length > 4 && word.Key.EndsWith("ed", StringComparison.Ordinal) && !tokens[at - (at > 0 ? 1 : 0)].IsJoined));

    /// <summary>"The latter": the second of two named in the sentence before.</summary>
    private (int First, int Last)? OfTwo(int first, int end)
    {
        if (tokens[end - 1].Key is not ("latter" or "former") || bySentence.Count == 0)
        {
            return null;
        }
        var before = text.Sentences[bySentence.Count - 1];
        var and = Enumerable.Range(before.First, before.Last - before.First).FirstOrDefault(at => tokens[at].Key is "and" && at > before.First, -1);
        if (and < 0)
        {
            return null;
        }
        var to = and + 1;
        while (to < before.Last && to - and <= LongestOffice && !IsFinite(to) && tokens[to].Key is not "both" && !tokens[to].IsMark('.'))
        {
            to++;
        }
        while (to > and && tokens[to - 1].Kind is TokenKind.Mark)
        {
            to--;
        }
        return tokens[end - 1].Key is "former" ? (before.First, and) : (and + 1, to);
    }
}
