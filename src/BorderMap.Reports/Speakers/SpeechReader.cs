using BorderMap.Reports.Lexicons;
using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Speakers;

/// <summary>Finds who says what: verbs of speech with their subject before or after them, "according to", quotations that run on.</summary>
internal sealed partial class SpeechReader
{
    private const int LongestName = 24;
    private const int LongestOffice = 14;
    private const int LongestClaimed = 5;
    private const int LongestOfPlace = 5;

    private static readonly HashSet<string> Offices = new(StringComparer.Ordinal)
        { "spokesman", "spokesperson", "spokeswoman", "governor", "minister", "chief", "commander", "cmdr", "cdr", "comd", "director", "head", "official", "officer", "commissioner", "administrator", "superintendent", "elder", "resident", "doctor", "deputy", "mayor", "mediator", "ambassador", "envoy", "lawmaker", "president", "secretary", "representative", "leader", "adviser", "advisor", "chairman", "politician" };

    /// <summary>Sentences within which "the spokesman" is the one named before.</summary>
    private const int MostBack = 8;

    private static readonly PhraseTable<SpeechAct> Verbs = new(LexiconFile.Rows("speech.tsv", "pattern\tact\tnote").Select(row => (row[0], Enum.Parse<SpeechAct>(row[1], ignoreCase: true))));

    private static readonly HashSet<string> Days = new(StringComparer.Ordinal) { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday", "evening", "morning", "night", "late", "early" };

    private static readonly HashSet<string> Pronouns = new(StringComparer.Ordinal) { "he", "she", "they", "it" };

    /// <summary>Words that a speaker's name does not go past, to the left of the verb.</summary>
    private static readonly HashSet<string> Edges = new(StringComparer.Ordinal) { "that", "while", "but", "whereas", "although", "though", "as", "when", "because", "if", "after", "before", "which", "where", "however", "meanwhile", "earlier", "later", "separately", "also", "quoting", "citing" };

    private static readonly HashSet<string> Skipped = new(StringComparer.Ordinal)
        { "also", "has", "have", "had", "later", "earlier", "further", "then", "who", "which", "was", "were", "been", "publicly", "officially", "separately", "immediately", "not", "did", "does", "do", "initially", "repeatedly", "again", "meanwhile", "so", "far", "already", "now", "too", "alone", "thus", "first", "originally", "finally", "still", "subsequently", "likewise", "flatly", "categorically", "simply", "merely", "only", "since", "just", "together", "both", "all", "herself", "himself", "themselves" };

    private static readonly HashSet<string> Nobody = new(StringComparer.Ordinal)
        { "reports", "report", "this", "that", "it", "which", "there", "what", "nothing", "sign", "signs", "talks", "figures", "toll", "number", "attack", "attacks", "clashes", "one", "two", "three", "blasts", "incident", "incidents", "who", "shelling", "fighting", "firing", "fire", "strike", "strikes", "violence", "war", "fear", "fears", "news", "word", "something", "everything", "anything", "he", "she", "they", "we", "i", "you", "neither" };

    private readonly ReportText text;
    private readonly IReadOnlyList<Token> tokens;
    private readonly List<List<Speech>> bySentence = [];
    private Speech? last;

    private SpeechReader(ReportText text) => (this.text, tokens) = (text, text.Tokens);

    /// <summary>By sentence, who speaks in it.</summary>
    public static List<List<Speech>> Read(ReportText text)
    {
        var reader = new SpeechReader(text);
        for (var number = 0; number < text.Sentences.Count; number++)
        {
            reader.bySentence.Add(reader.Of(number));
        }
        return reader.bySentence;
    }

    private List<Speech> Of(int number)
    {
        var sentence = text.Sentences[number];
        var found = new List<Speech>();
        foreach (var quoted in Quoted(number, sentence).Concat(Accounts(number, sentence)).Concat(Owners(number, sentence)).Concat(Clefts(number, sentence)).Concat(Tallies(number, sentence)).Concat(Labels(number, sentence)).Concat(InBrackets(number, sentence)).Concat(BeforeFigures(number, sentence)).Concat(Havers(number, sentence)).Concat(Gapped(number, sentence)).Concat(BehindDash(number, sentence)).Concat(Registers(number, sentence)))
        {
            Keep(quoted, found);
        }
        Keep(Tagged(number, sentence), found);
        foreach (var named in AfterWords(number, sentence).Where(named => !found.Exists(speech => speech.VerbFirst <= named.VerbFirst && named.VerbFirst < speech.VerbLast)).ToList())
        {
            Keep(named, found);
        }
        foreach (var verb in Verbs.Find(tokens, sentence.First, sentence.Last))
        {
            if (found.Exists(speech => speech.VerbFirst <= verb.First && verb.First < speech.VerbLast) || IsParticiple(verb, sentence) || IsNameSaid(verb.First, sentence))
            {
                continue;
            }
            Keep(BeforeVerb(number, sentence, verb) ?? Inverted(number, sentence, verb), found);
        }
        Keep(BeforeColon(number, sentence, found), found);
        found.Sort((a, b) => a.VerbFirst.CompareTo(b.VerbFirst));
        return found;
    }

    /// <summary>"the house of a driver, Said Wali, was struck": a name; in a title every word is capital.</summary>
    private bool IsNameSaid(int at, in Sentence sentence)
    {
        if (tokens[at] is not { IsCapital: true, Key: "said" } || at + 1 >= sentence.Last || !tokens[at + 1].IsCapital)
        {
            return false;
        }
        for (var word = sentence.First; word < sentence.Last; word++)
        {
            if (tokens[word] is { IsWord: true, IsCapital: false, Key.Length: > 4 })
            {
                return true;
            }
        }
        return false;
    }

    private void Keep(Speech? speech, List<Speech> found)
    {
        if (speech is not null)
        {
            found.Add(speech);
            last = IsOfHisMen(speech) ? last : speech;
        }
    }

    /// <summary>"The spokesman for the interior ministry said": the words before the verb, back to where the clause begins.</summary>
    private Speech? BeforeVerb(int number, in Sentence sentence, PhraseMatch<SpeechAct> verb)
    {
        var end = verb.First;
        while (end > sentence.First && (Skipped.Contains(tokens[end - 1].Key) || IsAdverb(end - 1) || (tokens[end - 1].Is("at") && end < verb.First && tokens[end].Key is "first") || (tokens[end - 1].Key is "would" or "will" && end == verb.First) || (tokens[end - 1].Key is "could" or "can" && IsOnly(verb, sentence))))
        {
            end--;
        }
        end = BeforeBracket(sentence.First, end);
        if (end > sentence.First && tokens[end - 1].IsMark(','))
        {
            // ", said X" has its subject after the verb; "X, who ..., said" before it.
            if (Inverted(number, sentence, verb) is { } inverted)
            {
                return inverted;
            }
            end--;
            // "Officials here, however, said"
            if (end - 1 > sentence.First && tokens[end - 1].Key is "however" or "meanwhile" or "though" or "too" or "also" or "for" && tokens[end - 2].IsMark(','))
            {
                end -= 2;
            }
        }
        if (end < verb.First && tokens[end].IsMark(','))
        {
            end = BeforeParenthesis(sentence.First, end);
        }
        if (end == sentence.First)
        {
            return tokens[verb.First].Key.EndsWith("ing", StringComparison.Ordinal) ? Again(number, verb) : null;
        }
        // "and claimed the other side ...", ", adding that": whoever spoke before.
        var isParticiple = tokens[verb.First].Key.EndsWith("ing", StringComparison.Ordinal);
        if (isParticiple && Absolute(verb, sentence) is { } subject)
        {
            return Named(number, subject, end, verb.Value, verb.First, verb.Last);
        }
        if (isParticiple && Disputing(sentence.First, end) is var (disputing, deny) && disputing < deny)
        {
            return Named(number, disputing, deny, verb.Value, verb.First, verb.Last);
        }
        if ((tokens[end - 1].Key is "and" or "but" || (isParticiple && end < verb.First)) && last?.Sentence != number && HeadSubject(number, sentence.First, end - 1, verb) is { } doer)
        {
            return doer;
        }
        if (tokens[end - 1].Key is "and" or "but" || isParticiple)
        {
            return Again(number, verb);
        }
        // "Media close to it said": the pronoun is of the name.
        if (Pronouns.Contains(tokens[end - 1].Key) && !(tokens[end - 1].Is("it") && end - 3 >= sentence.First && IsTie(end - 2) && MaySpeak(Math.Max(sentence.First, end - LongestLabel - 1), end - 2)))
        {
            return Meant(number, sentence, end - 1, verb);
        }
        // "claims to have seen three bodies", "recalled having counted five": who speaks in the sentence saw or counted them.
        if (tokens[end - 1].Key is "to" or "having" && end < verb.First | tokens[end - 1].Is("having"))
        {
            return last?.Sentence == number ? Again(number, verb) : null;
        }
        // "One of them, who asked for no name, said": of those who spoke.
        if (tokens[end - 1].Key is "them" && end - 3 >= sentence.First && tokens[end - 2].Key is "of" && last is not null)
        {
            // "Haji Gul, one of them, said": he has a name.
            if (end - 5 < sentence.First || !tokens[end - 4].IsMark(',') || !IsPersonalName(StartOf(sentence.First, end - 4), end - 4))
            {
                return Again(number, verb);
            }
            end -= 4;
        }
        end = BeforeDash(sentence.First, end);
        var first = StartOf(sentence.First, end);
        (first, end) = BeforeTalking(sentence.First, first, end);
        (first, end) = BeforeInsertion(sentence.First, first, end);
        // "..., said an official, who spoke of five", "The army confirmed the deaths, gave the wounded as two": who spoke in the sentence goes on.
        // "said that his ward had seen six wounded": his own.
        if (last?.Sentence == number && tokens[first].Key is "his" or "her" or "its" or "their" && (first - last.VerbLast is 0 or 1 || (first > last.VerbLast && first - last.VerbLast <= LongestLabel && tokens[first - 1].Key is "that")))
        {
            return Again(number, verb);
        }
        if (last?.Sentence == number && last.VerbFirst >= first && last.VerbFirst < end && Enumerable.Range(last.VerbLast, verb.First - last.VerbLast).Any(at => tokens[at].IsMark(',')))
        {
            return Again(number, verb);
        }
        // "officials there, who regretted it, said their hospital had received ten": the name begins behind the verb before.
        if (last?.Sentence == number && last.VerbFirst >= first && last.VerbLast <= end)
        {
            first = Math.Min(last.VerbLast, end);
            if (first == end || tokens[first].Key is "his" or "her" or "its" or "their" || !MaySpeak(first, end))
            {
                return Again(number, verb);
            }
        }
        (first, end) = Bounded(first, BeforeRelative(first, end));
        return first < end ? Named(number, first, end, verb.Value, verb.First, verb.Last) : null;
    }

    /// <summary>"could vouch only for three", "can only confirm two": says so much and no more.</summary>
    private bool IsOnly(PhraseMatch<SpeechAct> verb, in Sentence sentence) => tokens[verb.First - 1].Is("only") || Enumerable.Range(verb.First, Math.Min(3, sentence.Last - verb.First)).Any(at => tokens[at].Is("only"));

    /// <summary>"wrongly said", "privately admits".</summary>
    private bool IsAdverb(int at) => tokens[at] is { IsCapital: false, IsWord: true, Key: { Length: > 5 } key } && key.EndsWith("ly", StringComparison.Ordinal) && key is not ("family" or "assembly" or "weekly" or "monthly" or "elderly" or "monopoly" or "supply" or "butterfly");

    private Speech? Again(int number, PhraseMatch<SpeechAct> verb) => last is null ? null
        : last with { Sentence = number, First = -1, Last = -1, Act = verb.Value, VerbFirst = verb.First, VerbLast = verb.Last };

    /// <summary>"..., said Zabihullah Mujahid, the spokesman": the subject after the verb.</summary>
    private Speech? Inverted(int number, in Sentence sentence, PhraseMatch<SpeechAct> verb)
    {
        var isAfter = verb.First > sentence.First && (tokens[verb.First - 1].ClosesQuotation || (tokens[verb.First - 1].IsMark(',') && tokens[verb.First].Key is "said" or "says" or "say" or "added" or "adds" or "wrote" or "writes" or "tweeted" or "reports" or "report" or "insists" or "insisted" or "admits" or "admitted" or "claims" or "claimed" or "shouted" or "recalled" or "recalls" or "answered" or "answers" or "replied" or "replies" or "countered" or "counters" or "responded" or "responds" or "remarks" or "comments" or "objected" or "objects" or "protested" or "protests" or "affirmed" or "affirms" or "assures" or "assured" or "confides" or "confided" or "reveals" or "revealed" or "complains" or "complained" or "concludes" or "concluded" or "writes" or "tells" or "retorted" or "retorts" or "continued" or "explained" or "explains" or "conceded" or "concedes" or "remarked" or "argued" or "argues" or "posted" or "posts" or "confirmed" or "confirms" or "announced" or "announces" or "declared" or "stated" or "states" or "noted" or "notes" or "reported" or "disclosed" or "discloses" or "alleged" or "alleges" or "asserted" or "asserts" or "maintained" or "maintains" or "acknowledged" or "acknowledges" or "recounted" or "recounts" or "estimated" or "estimates" or "observed" or "observes" or "testified" or "specified"));
        return isAfter && verb.Last < sentence.Last && !tokens[verb.Last].IsQuoted && tokens[verb.Last].Key is not ("that" or "it" or "there") && !IsOfHarm(verb.Last, sentence.Last) && !IsTie(verb.Last) && !Days.Contains(tokens[verb.Last].Key) && (Figures.Numbers.At(tokens, verb.Last, sentence.Last) is null or { IsArticle: true } || EndsWithFew(verb.Last, sentence.Last))
            && After(number, verb.Last, sentence.Last, verb.Value, verb.First, verb.Last) is { First: >= 0 } speech && !GoesOn(speech, sentence) && MaySpeak(speech.First, speech.Last) ? speech : null;
    }

    /// <summary>"the head of the district, confirmed the death of two": what came of it is said, and says nothing.</summary>
    private bool IsOfHarm(int first, int to) => Enumerable.Range(first, Math.Min(2, to - first)).Any(at => Harms.Contains(tokens[at].Key));

    /// <summary>"said the bombs fell shortly": who is named after the verb has a name, an office or is of people.</summary>
    private bool MaySpeak(int first, int last)
    {
        for (var at = first; at < last; at++)
        {
            if (tokens[at].IsCapital || Offices.Contains(tokens[at].Key) || Sources.Contains(tokens[at].Key) || Roles.Contains(tokens[at].Key) || Figures.People.CategoryAt(tokens, at, last) is not null)
            {
                return true;
            }
        }
        return IsOfPeople(first, last) || ActorNames.Find(tokens, first, last).Count > 0;
    }

    /// <summary>"..., said two officials.": so few speak, and nothing is said of them.</summary>
    private bool EndsWithFew(int first, int to) => (IsOfPeople(first, Math.Min(to, first + LongestLabel)) || IsOne(first, to)) && !Enumerable.Range(first, to - first).TakeWhile(at => !tokens[at].IsMark(',')).Any(IsFinite) && !Figures.Tolls.Tells(tokens, first, to);

    /// <summary>"said jets had destroyed a camp", "Haji Gulab, a tribal elder, said soldiers shelled the villages": who is named after the verb does something else than speak.</summary>
    private bool GoesOn(Speech speech, in Sentence sentence) => (speech.Last < sentence.Last && tokens[speech.Last].Key is "had" or "has" or "have" or "was" or "were" or "is" or "are" or "would" or "will" or "killed" or "fired")
        || (speech.Last < sentence.Last && tokens[speech.Last].Key is "that" && tokens[speech.VerbFirst].Key is "tells") || IsClauseOf(speech)
        || (tokens[speech.VerbFirst - 1].IsMark(',') && !Tells(sentence.First, speech.VerbFirst - 1) && Tells(speech.First + 1, Math.Min(sentence.Last, speech.Last + 1)));

    /// <summary>Whether a verb stands among some words, apart from what they say of somebody: "Abdul Rahim, who was there".</summary>
    private bool Tells(int from, int to)
    {
        var isAside = false;
        for (var at = from; at < to; at++)
        {
            isAside = tokens[at].Key is "who" or "whose" or "which" or "where" || (isAside && !tokens[at].IsMark(','));
            if (!isAside && IsFinite(at))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>"said shells hit the bazaar": things, and what they did.</summary>
    private bool IsClauseOf(Speech speech) => tokens[speech.First] is { IsCapital: false } first && IsPlural(speech.First) && !IsOfPeople(speech.First, speech.First + 1) && Figures.People.CategoryAt(tokens, speech.First, speech.Last) is null && first.IsWord
        && speech.First + 1 < speech.Last && Pasts.Contains(tokens[speech.First + 1].Key);
}
