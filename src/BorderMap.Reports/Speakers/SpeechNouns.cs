using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Speakers;

/// <summary>Who says a figure by a noun for what was said: "by the army's account", "was the minister's answer", "what the mayor admits to is", "the clinic had nine dead".</summary>
internal sealed partial class SpeechReader
{
    private const int LongestOwner = 8;

    private static readonly HashSet<string> Tellings = new(StringComparer.Ordinal)
        { "account", "reckoning", "count", "tally", "estimate", "telling", "version", "figure", "figures", "number", "numbers", "toll", "arithmetic", "answer", "reply", "verdict", "bulletin", "admission", "calculation", "testimony", "story", "word", "sums", "list", "register" };

    /// <summary>Accounts that others doubt: "rejected Kabul's claim that nine were killed".</summary>
    private static readonly HashSet<string> Doubted = new(StringComparer.Ordinal) { "claim", "claims", "assertion", "assertions", "statement", "report", "allegation", "allegations", "charge", "announcement", "announcements" };

    /// <summary>"killed by the army's account", "was the minister's answer": whose telling it is.</summary>
    private IEnumerable<Speech> Accounts(int number, Sentence sentence)
    {
        for (var at = sentence.First + 1; at < sentence.Last; at++)
        {
            var isDoubted = Doubted.Contains(tokens[at].Key) || (at + 1 < sentence.Last && tokens[at + 1].Key is "that");
            if (!(Tellings.Contains(tokens[at].Key) || isDoubted || tokens[at].Key is "words"))
            {
                continue;
            }
            if (IsAsideOfSpeaker(at, sentence))
            {
                continue;
            }
            // "in his telling", "by their count": whoever spoke before.
            if (at - 2 >= sentence.First && !isDoubted && tokens[at - 1].Key is "his" or "her" or "its" or "their" && tokens[at - 2].Key is "in" or "by" && Again(number, new Lexicons.PhraseMatch<SpeechAct>(at - 2, at + 1, SpeechAct.Say, "")) is { } again)
            {
                yield return again;
                continue;
            }
            // "by the army's own account"
            var owner = at - 1 - (tokens[at - 1].Key is "own" or "latest" or "first" or "official" && at - 2 >= sentence.First ? 1 : 0);
            // "dismissed a Taliban claim that nine were killed": whose it is by its adjective.
            if (isDoubted && owner - 2 >= sentence.First && tokens[owner - 1].Key is "a" or "an" or "the" or "any" or "this" && tokens[owner].IsCapital && IsDoubt(owner - 2) && ActorNames.Find(tokens, owner, owner + 1).Count > 0 && Named(number, owner, owner + 1, SpeechAct.Say, owner, at + 1) is { } side)
            {
                yield return side;
                continue;
            }
            if (!tokens[owner].IsPossessive)
            {
                continue;
            }
            var first = owner;
            while (first > sentence.First && at - first <= LongestOwner && !IsBeforeOwner(first - 1) && !IsDoubt(first - 1) && tokens[first - 1].IsWord)
            {
                first--;
            }
            // "The enemy's announcement that two of ours fell": at the head of the sentence nobody need doubt it.
            var isHead = first == sentence.First && isDoubted && at + 1 < sentence.Last && tokens[at + 1].Key is "that";
            if ((isHead || (first > sentence.First && (isDoubted ? IsDoubt(first - 1) : IsBeforeOwner(first - 1)))) && !tokens[first].IsMark(',') && Named(number, first, owner + 1, SpeechAct.Say, isDoubted ? first : first - 1, at + 1) is { } speech)
            {
                yield return speech;
            }
        }
    }

    /// <summary>"The army, in its account of the incident, said ...": who says so stands before the aside, and the verb behind it.</summary>
    private bool IsAsideOfSpeaker(int at, in Sentence sentence)
    {
        if (at - 3 <= sentence.First || !tokens[at - 3].IsMark(',') || tokens[at - 1].Key is not ("his" or "her" or "its" or "their"))
        {
            return false;
        }
        var to = Math.Min(sentence.Last, at + LongestOwner);
        var comma = Enumerable.Range(at, to - at).FirstOrDefault(mark => tokens[mark].IsMark(','), -1);
        return comma >= 0 && comma + 1 < sentence.Last && Verbs.At(tokens, comma + 1, sentence.Last) is not null;
    }

    private bool IsBeforeOwner(int at) => tokens[at].Key is "by" or "in" or "on" or "at" or "was" or "were" or "is" or "are" or "ran" or "runs" or "came" or "comes" or "from";

    private bool IsDoubt(int at) => tokens[at].Key is "rejected" or "rejects" or "denied" or "denies" or "dismissed" or "dismisses" or "disputed" or "disputes" or "refuted" or "contradicted" or "contradicts" or "challenged" or "doubted" or "confirmed" or "repeated" or "echoed" or "rejecting" or "denying" or "dismissing";

    /// <summary>"the figure is the general's": whose a number is, behind it.</summary>
    private IEnumerable<Speech> Owners(int number, Sentence sentence)
    {
        for (var at = sentence.First + 1; at + 1 < sentence.Last; at++)
        {
            if (tokens[at].Key is not ("is" or "was" or "are" or "were") || !Tellings.Contains(tokens[at - 1].Key))
            {
                continue;
            }
            var last = at + 1;
            while (last < sentence.Last && last - at <= LongestOwner && tokens[last].IsWord && !tokens[last].IsPossessive)
            {
                last++;
            }
            var isEnd = last < sentence.Last && tokens[last].IsPossessive && (last + 1 == sentence.Last || tokens[last + 1].Kind is TokenKind.Mark);
            if (isEnd && MaySpeak(at + 1, last + 1) && Named(number, at + 1, last + 1, SpeechAct.Say, at, last + 1) is { } speech)
            {
                yield return speech;
            }
        }
    }

    /// <summary>"What the governor would own up to was two wounded": who says so stands between "what" and the verb.</summary>
    private IEnumerable<Speech> Clefts(int number, Sentence sentence)
    {
        for (var at = sentence.First; at + 3 < sentence.Last; at++)
        {
            // "That is what the villagers told us": of what stands before.
            if (tokens[at].Key is "what" && at == sentence.First + 2 && tokens[sentence.First].Key is "that" or "this" or "so" && Verbs.Find(tokens, at + 2, Math.Min(sentence.Last, at + LongestOffice)) is [var told, ..] && MaySpeak(at + 1, told.First) && Named(number, at + 1, told.First, told.Value, sentence.First + 1, told.Last) is { } teller)
            {
                yield return teller;
                continue;
            }
            if (tokens[at].Key is not "what" || (at > sentence.First && tokens[at - 1].Kind is not TokenKind.Mark && tokens[at - 1].Key is not ("and" or "but" or "while")))
            {
                continue;
            }
            var copula = at + 2;
            while (copula < sentence.Last && copula - at <= LongestOffice && tokens[copula].IsWord && tokens[copula].Key is not ("was" or "is" or "were" or "are"))
            {
                copula++;
            }
            var last = at + 1;
            while (last < copula && !Modals.Contains(tokens[last].Key) | tokens[last].Key is "the" or "a" or "an" or "and" or "or" && !IsFinite(last) && Verbs.At(tokens, last, copula) is null && !tokens[last].Is("has"))
            {
                last++;
            }
            if (copula < sentence.Last && tokens[copula].IsWord && last > at + 1 && last < copula && MaySpeak(at + 1, last) && Named(number, at + 1, last, SpeechAct.Say, last, copula + 1) is { } speech)
            {
                yield return speech;
            }
        }
    }

    private static readonly HashSet<string> Counters = new(StringComparer.Ordinal)
    {
        "hospital", "hospitals", "clinic", "medics", "doctors", "doctor", "surgeon", "surgeons", "nurses", "staff", "ministry", "department", "directorate", "administration", "agency", "spokesman", "spokesperson", "spokesmen", "official", "officials", "sources", "commander", "governor", "commissioner", "headquarters", "bulletin",
        "statement", "register", "ispr", "dawn", "tolo", "tolonews", "pajhwok", "bakhtar", "reuters", "afp", "ap", "bbc", "tribune", "geo", "ariana", "khaama", "amu", "papers", "newspapers", "newspaper", "channel", "channels", "radio", "website", "report", "reports", "committee", "mission", "monitors", "unama", "ngo",
    };

    /// <summary>"the hospital had nine dead and twenty wounded", "the army gave two dead": who counts others, and did not lose them.</summary>
    private IEnumerable<Speech> Havers(int number, Sentence sentence)
    {
        for (var at = sentence.First + 1; at + 2 < sentence.Last; at++)
        {
            var isGiver = tokens[at].Key is "gave" or "gives" or "give";
            if (!(isGiver || tokens[at].Key is "had" or "has" or "have") || tokens[at - 1].Key is "to" or "may" or "might" or "could" || tokens[at + 1].Key is "been" or "to" or "its" or "their" or "his" or "lost" || !HasNumberAfter(at + 1, Math.Min(sentence.Last, at + 4)) || !Figures.Tolls.Tells(tokens, at + 1, Math.Min(sentence.Last, at + LongestOffice)))
            {
                continue;
            }
            if (BeforeVerb(number, sentence, new Lexicons.PhraseMatch<SpeechAct>(at, at + 1, SpeechAct.Count, "had")) is { First: >= 0 } speech && Enumerable.Range(speech.First, speech.Last - speech.First).Any(word => (isGiver && (Sources.Contains(tokens[word].Key) || Offices.Contains(tokens[word].Key))) || Counters.Contains(tokens[word].Key)))
            {
                yield return speech;
            }
        }
    }

    /// <summary>"The hospital (nine dead), the police (four dead)": whose a figure in brackets is, before it.</summary>
    private IEnumerable<Speech> BeforeFigures(int number, Sentence sentence)
    {
        for (var open = sentence.First + 1; open + 2 < sentence.Last; open++)
        {
            if (!tokens[open].IsMark('(') || !HasNumberAfter(open + 1, Math.Min(sentence.Last, open + 3)))
            {
                continue;
            }
            var close = open + 1;
            while (close < sentence.Last && !tokens[close].IsMark(')'))
            {
                close++;
            }
            var first = open;
            while (first > sentence.First && open - first < LongestOwner && tokens[first - 1].IsWord && tokens[first - 1].Key is not ("and" or "or" or "but" or "while" or "by"))
            {
                first--;
            }
            var isSpeaker = first < open && !Figures.Tolls.Tells(tokens, first, open) && (Enumerable.Range(first, open - first).Any(at => Counters.Contains(tokens[at].Key)) || (IsOfPeople(first, open) && tokens[open - 1].Kind is TokenKind.Word));
            if (isSpeaker && Figures.Tolls.Tells(tokens, open + 1, close) && Named(number, first, open, SpeechAct.Say, open, open + 1) is { } speech)
            {
                yield return speech;
            }
        }
    }

    /// <summary>"one elder spoke of four dead; another, Mir Khan, of six", "he put it at six; the doctor at four": the verb is told once.</summary>
    private IEnumerable<Speech> Gapped(int number, Sentence sentence)
    {
        for (var at = sentence.First + 3; at + 1 < sentence.Last; at++)
        {
            if (tokens[at].Key is not ("of" or "at") || !HasNumberAfter(at + 1, Math.Min(sentence.Last, at + 3)))
            {
                continue;
            }
            var first = at;
            while (first > sentence.First && at - first < LongestOwner && !tokens[first - 1].IsMark(';') && !IsGapOf(first, at) && tokens[first - 1].Key is not ("and" or "while" or "but"))
            {
                first--;
            }
            var isSecond = first > sentence.First && at - first < LongestOwner && (at - first > 1 || IsGapOf(first, at)) && !Enumerable.Range(first, at - first).Any(IsFinite) && Enumerable.Range(sentence.First, first - sentence.First).Any(verb => tokens[at].Is("at") ? tokens[verb].Key is "put" or "puts" : tokens[verb].Key is "spoke" or "speaks" or "speak" or "talked" or "talks" or "told" or "tells");
            var comma = Enumerable.Range(first, at - first).FirstOrDefault(mark => tokens[mark].IsMark(','), -1);
            var start = comma > first && tokens[first].Key is "another" or "other" or "a" or "the" && comma + 1 < at - 1 ? comma + 1 : first;
            var last = tokens[at - 1].IsMark(',') ? at - 1 : at;
            if (isSecond && start < last && MaySpeak(start, last) && (comma >= 0 || tokens[first - 1].IsMark(';') || IsGapOf(first, at)) && Named(number, start, last, SpeechAct.Count, at, at + 1) is { } speech)
            {
                yield return speech;
            }
        }
    }

    /// <summary>"Pakistani officials put the dead at two, Afghan officials at nine": behind the comma stand those who can speak, and none who came to harm.</summary>
    private bool IsGapOf(int first, int at) => tokens[first - 1].IsMark(',') && Enumerable.Range(first, at - first).All(word => tokens[word].IsWord) && !Figures.Tolls.Tells(tokens, first, at + 2)
        && (IsOfPeople(first, at) || Enumerable.Range(first, at - first).Any(word => Offices.Contains(tokens[word].Key) || Sources.Contains(tokens[word].Key)) || ActorNames.Find(tokens, first, at).Exists(actor => actor.Last == at && !IsHarmed(at - 1)));
}
