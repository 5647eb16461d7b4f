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
        "cost", "hit", "hurt", "shut", "struck", "burst", "spread", "tore", "blew", "shot", "used", "died", "became", "grew", "flung", "sank", "stuck", "bled", "fled", "ate", "drank", "forgot", "forgave", "sold", "bought", "taught", "keeps", "lives", "sits", "owns", "sells", "teaches", "walks", "nods", "shrugs", "wants", "goes", "comes", "laughs", "scoffs", "shakes", "waves", "smiles", "sighs", "disagrees",
    };

    /// <summary>"he said": the person who spoke last, unless one was named since, or stands before it in the sentence.</summary>
    private Speech? Meant(int number, in Sentence sentence, int pronoun, Lexicons.PhraseMatch<SpeechAct> verb)
    {
        var isPerson = tokens[pronoun].Key is not "it";
        if (isPerson && last?.Sentence != number && SubjectBefore(number, sentence, pronoun, verb) is { } subject)
        {
            return subject;
        }
        if (!isPerson && BodyBefore(number, sentence, pronoun, verb) is { } body)
        {
            return body;
        }
        return tokens[pronoun].Key is "it" && last is null ? null : Again(number, verb);
    }

    /// <summary>"Islamabad had put it down to raiders, by whom, it said, two fell": the body that a paragraph is of, where nobody has spoken in it.</summary>
    private Speech? BodyBefore(int number, in Sentence sentence, int pronoun, Lexicons.PhraseMatch<SpeechAct> verb)
    {
        if (last is not null && text.Sentences[last.Sentence].Block == sentence.Block)
        {
            return null;
        }
        for (var before = number; before >= Math.Max(0, number - MostBackToSubject) && text.Sentences[before].Block == sentence.Block; before--)
        {
            var (from, to) = (text.Sentences[before].First, before == number ? pronoun : text.Sentences[before].Last);
            if (HeadSubject(number, from, to, verb) is { First: >= 0 } subject && IsBody(subject))
            {
                return subject;
            }
        }
        return null;
    }

    /// <summary>A government, an office or a unit, which is called "it".</summary>
    private bool IsBody(Speech subject)
    {
        var first = subject.First + (tokens[subject.First].Is("the") ? 1 : 0);
        var isNamed = subject.Actor is { Side: not "civ" } && ActorNames.Find(tokens, first, Math.Min(tokens.Count, first + LongestLabel)) is [var actor, ..] && actor.First == first;
        return (isNamed || Enumerable.Range(first, subject.Last - first).Any(at => Sources.Contains(tokens[at].Key))) && !IsPlural(subject.Last - 1) && !IsPersonalName(subject.First, subject.Last) && !Enumerable.Range(first, subject.Last - first).Any(at => Offices.Contains(tokens[at].Key) || IsHarmed(at));
    }

    /// <summary>"The surgeon showed us his book. Nine had died, he said": the subject of the sentence itself or of one before it, since the last speaker.</summary>
    private Speech? SubjectBefore(int number, in Sentence sentence, int pronoun, Lexicons.PhraseMatch<SpeechAct> verb)
    {
        if (HeadPerson(number, sentence.First, pronoun, pronoun, verb) is { } own)
        {
            return own;
        }
        for (var before = number - 1; before >= Math.Max(0, number - MostBackToSubject) && text.Sentences[before].Block == sentence.Block && !(last?.Sentence >= before); before--)
        {
            if (HeadPerson(number, text.Sentences[before].First, text.Sentences[before].Last, pronoun, verb) is { } subject)
            {
                return subject;
            }
        }
        return null;
    }

    /// <summary>The subject of a clause, where it is one person: with an office or a name of two words.</summary>
    private Speech? HeadPerson(int number, int from, int to, int pronoun, Lexicons.PhraseMatch<SpeechAct> verb)
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
        // "Further north, in Ghaziabad of Kunar": places apart are no name of two words.
        var names = tokens[from].Key is "a" or "an" or "the" ? 0 : Enumerable.Range(from, last - from).Any(at => at + 1 < last && tokens[at].IsCapital && tokens[at + 1].IsCapital) ? 2 : 0;
        var isMany = tokens[pronoun].Key is "they";
        if (isMany)
        {
            return end < to && last > from && !IsSuffering(end) && (!HasNumberAfter(from, last) || IsOfPeople(from, Math.Min(last, from + LongestLabel))) && Enumerable.Range(from, last - from).Any(at => IsPlural(at) && IsOfSpeaker(at, last) && !IsHarmed(at)) ? Named(number, from, last, verb.Value, verb.First, verb.Last) : null;
        }
        var isPerson = end < to && last > from && !IsSuffering(end) && tokens[from].Kind is TokenKind.Word && !Pronouns.Contains(tokens[from].Key) && !HasNumberAfter(from, last)
            && (names > 1 || (tokens[from].Key is "a" or "an" or "one" && Enumerable.Range(from + 1, Math.Min(2, last - from - 1)).Any(at => IsOfSpeaker(at, last) || tokens[at].Key is "member" or "relative")) || Enumerable.Range(from, last - from).Any(at => Offices.Contains(tokens[at].Key) || Roles.Contains(tokens[at].Key) || tokens[at].Key is "uncle" or "brother" or "cousin" or "father" or "neighbour" or "imam" or "teacher" or "surgeon" or "mullah" or "malik"));
        return isPerson ? Named(number, from, last, verb.Value, verb.First, verb.Last) : null;
    }

    /// <summary>"A little-known outfit, X, owned up to the raid and claimed that ...": who did the one thing said the other.</summary>
    private Speech? HeadSubject(int number, int from, int to, Lexicons.PhraseMatch<SpeechAct> verb)
    {
        var end = from;
        while (end < to && end - from < LongestOffice && !IsFinite(end) && tokens[end].Key is not ("would" or "will" or "could" or "can" or "may" or "did"))
        {
            end++;
        }
        var last = end;
        while (last > from && tokens[last - 1].Kind is TokenKind.Mark)
        {
            last--;
        }
        // "The governor's spokesman, Qureshi Badloon, uses another list": to the comma before what he does.
        last = Enumerable.Range(from, last - from).FirstOrDefault(at => at > from && tokens[at].IsMark(',') && at + 1 < last && tokens[at + 1] is { IsCapital: false, IsWord: true } && !IsExplaining(at + 1) && MaySpeak(from, at), last);
        var isSpeaker = end < to && last > from && !IsSuffering(end) && (IsPersonalName(from, last) || Enumerable.Range(from, Math.Min(last - from, LongestLabel)).Any(at => IsOfSpeaker(at, last) || tokens[at].Key is "group" or "outfit" or "faction" or "statement" or "spokesmen" or "party") || ActorNames.Find(tokens, from, last).Count > 0);
        return isSpeaker && !Pronouns.Contains(tokens[from].Key) ? Named(number, from, last, verb.Value, verb.First, verb.Last) : null;
    }

    /// <summary>"that his men warned them": those of whoever speaks, and "he said" behind it is not they.</summary>
    private bool IsOfHisMen(Speech speech) => speech.First >= 0 && speech.Last > speech.First + 1 && tokens[speech.First].Key is "his" or "her" or "our" && (IsHarmed(speech.Last - 1) || tokens[speech.Last - 1].Key is "men" or "police" or "policemen" or "jawans");

    /// <summary>"The soldiers came back": who is more often harmed than heard.</summary>
    private bool IsHarmed(int at) => tokens[at].Key is "soldiers" or "troops" or "militants" or "fighters" or "civilians" or "children" or "forces" or "guards" or "insurgents" or "terrorists" or "attackers";

    private bool IsOfSpeaker(int at, int to) => Offices.Contains(tokens[at].Key) || Sources.Contains(tokens[at].Key) || Roles.Contains(tokens[at].Key) || IsOfPeople(at, at + 1) || Figures.People.CategoryAt(tokens, at, to) is not null;

    /// <summary>"Asad Gul", "Dr Samina Bibi": nothing but capitals, up to what explains it.</summary>
    private bool IsPersonalName(int from, int to)
    {
        var end = Enumerable.Range(from, to - from).FirstOrDefault(at => tokens[at].IsMark(','), to);
        return end - from > 1 && Enumerable.Range(from, end - from).All(at => tokens[at] is { IsCapital: true, IsPossessive: false }) && Enumerable.Range(from, end - from).Any(at => Toponyms.NameRoles.Of(tokens, at) is Toponyms.NameRole.Given or Toponyms.NameRole.Family or Toponyms.NameRole.Title);
    }

    /// <summary>"A teacher was killed": the verb says what was done to its subject, who says nothing of it.</summary>
    private bool IsSuffering(int verb) => tokens[verb].Key is "died" or "perished" or "fell" or "lay" or "succumbed" || IsHarmTaken(verb) || (tokens[verb].Key is "was" or "were" or "had" or "has" or "have" && verb + 1 < tokens.Count && tokens[verb + 1] is { IsWord: true } next && (next.Key is "been" or "shot" or "hit" or "hurt" or "left" or "found" or "died" or "martyred" || Figures.Tolls.Tells(tokens, verb, Math.Min(tokens.Count, verb + 3))));

    /// <summary>"A girl lost her life", "a guard embraced martyrdom", "a driver received splinter injuries"; a surgeon who "received nine wounded" took them in.</summary>
    private bool IsHarmTaken(int verb) => tokens[verb].Key is "lost" or "suffered" or "sustained" or "received" or "embraced" or "breathed" or "laid" or "met" or "drank" or "attained" or "got" or "took"
        && verb + 1 < tokens.Count && Figures.Numbers.At(tokens, verb + 1, Math.Min(tokens.Count, verb + 3)) is null or { IsArticle: true } && (tokens[verb].Key is "breathed" || Figures.Tolls.Tells(tokens, verb, Math.Min(tokens.Count, verb + LongestLabel)));

    private bool IsFinite(int at) => tokens[at] is { IsWord: true, IsCapital: false } word && (Pasts.Contains(word.Key) || (word.Key.Length > 4 && word.Key.EndsWith("ed", StringComparison.Ordinal) && !tokens[at - (at > 0 ? 1 : 0)].IsJoined));

    /// <summary>"The latter": the second of two named in the sentence before.</summary>
    private (int First, int Last)? OfTwo(int end)
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
