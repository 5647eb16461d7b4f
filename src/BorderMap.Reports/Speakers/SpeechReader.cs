using BorderMap.Reports.Lexicons;
using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Speakers;

/// <summary>Finds who says what: verbs of speech with their subject before or after them, "according to", quotations that run on.</summary>
internal sealed class SpeechReader
{
    private const int LongestName = 24;

    /// <summary>Sentences within which "the spokesman" is the one named before.</summary>
    private const int MostBack = 30;

    private static readonly PhraseTable<SpeechAct> Verbs = new(LexiconFile.Rows("speech.tsv", "pattern\tact\tnote").Select(row => (row[0], Enum.Parse<SpeechAct>(row[1], ignoreCase: true))));

    private static readonly PhraseTable<bool> Before = new([("according to", true), ("as reported by", true), ("citing", true), ("quoted by", true), ("was|were|been denied by", false), ("was|were|been rejected by", false), ("was|were|been dismissed by", false), ("was|were|been confirmed by", true), ("statement by|from", true), ("in the words of", true)]);

    private static readonly HashSet<string> Days = new(StringComparer.Ordinal) { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday", "evening", "morning", "night", "late", "early" };

    private static readonly HashSet<string> Pronouns = new(StringComparer.Ordinal) { "he", "she", "they", "it" };

    /// <summary>Words that a speaker's name does not go past, to the left of the verb.</summary>
    private static readonly HashSet<string> Edges = new(StringComparer.Ordinal) { "that", "while", "but", "whereas", "although", "though", "as", "when", "because", "if", "after", "before", "which", "where", "however", "meanwhile", "earlier", "later", "separately", "also" };

    private static readonly HashSet<string> Skipped = new(StringComparer.Ordinal)
        { "also", "has", "have", "had", "later", "earlier", "further", "then", "who", "was", "were", "been", "publicly", "officially", "separately", "immediately", "not", "did", "initially", "repeatedly", "again", "meanwhile" };

    private static readonly HashSet<string> Nobody = new(StringComparer.Ordinal)
        { "reports", "report", "this", "that", "it", "which", "there", "what", "nothing", "sign", "signs", "talks", "figures", "toll", "number", "attack", "attacks", "clashes", "one", "two", "three", "blasts", "incident", "incidents", "who" };

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
        foreach (var match in Before.Find(tokens, sentence.First, sentence.Last))
        {
            Keep(After(number, match.Last, sentence.Last, match.Value ? SpeechAct.Say : SpeechAct.Deny, match.First, match.Last), found);
        }
        foreach (var verb in Verbs.Find(tokens, sentence.First, sentence.Last))
        {
            if (found.Exists(speech => speech.VerbFirst <= verb.First && verb.First < speech.VerbLast) || IsParticiple(verb, sentence))
            {
                continue;
            }
            Keep(BeforeVerb(number, sentence, verb) ?? Inverted(number, sentence, verb), found);
        }
        found.Sort((a, b) => a.VerbFirst.CompareTo(b.VerbFirst));
        return found;
    }

    private void Keep(Speech? speech, List<Speech> found)
    {
        if (speech is not null)
        {
            found.Add(speech);
            last = speech;
        }
    }

    /// <summary>"the truce announced on Monday", "was reported", "casualties reported": no one is its subject.</summary>
    private bool IsParticiple(PhraseMatch<SpeechAct> verb, in Sentence sentence)
    {
        var key = tokens[verb.First].Key;
        if (key is "found" or "finds" or "recalled" or "explained" or "claims" or "reports" or "report" or "states" or "notes" or "counts" or "records")
        {
            return verb.First == sentence.First || (verb.Last < sentence.Last && !tokens[verb.Last].Is("that") && tokens[verb.Last].Kind is not TokenKind.Mark) || tokens[verb.First - 1].Key is "was" or "were" or "been";
        }
        if (!key.EndsWith("ed", StringComparison.Ordinal) && key is not "put")
        {
            return key is "noted" or "put" && !HasNumberAfter(verb.Last, sentence.Last);
        }
        var before = verb.First - 1;
        while (before >= sentence.First && tokens[before].Key is "also" or "not" or "initially" or "first" or "so" or "far")
        {
            before--;
        }
        return before >= sentence.First && (tokens[before].Key is "was" or "were" or "been" or "be" or "being" or "is" or "are" || Figures.People.CategoryAt(tokens, before, verb.First) is null && tokens[before].Key is "casualties" or "clashes" or "attacks" or "losses" or "strikes")
            || (verb.Value is SpeechAct.Count && !HasNumberAfter(verb.Last, sentence.Last));
    }

    private bool HasNumberAfter(int at, int to)
    {
        for (var next = at; next < Math.Min(to, at + 6); next++)
        {
            if (Figures.Numbers.At(tokens, next, to) is { IsArticle: false })
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>"The spokesman for the interior ministry said": the words before the verb, back to where the clause begins.</summary>
    private Speech? BeforeVerb(int number, in Sentence sentence, PhraseMatch<SpeechAct> verb)
    {
        var end = verb.First;
        while (end > sentence.First && Skipped.Contains(tokens[end - 1].Key))
        {
            end--;
        }
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
        if (end == sentence.First)
        {
            return tokens[verb.First].Key.EndsWith("ing", StringComparison.Ordinal) ? Again(number, verb) : null;
        }
        // "and claimed the other side ...", ", adding that": whoever spoke before.
        if (tokens[end - 1].Key is "and" or "but" || tokens[verb.First].Key.EndsWith("ing", StringComparison.Ordinal))
        {
            return Again(number, verb);
        }
        if (Pronouns.Contains(tokens[end - 1].Key))
        {
            return tokens[end - 1].Key is "it" && last is null ? null : Again(number, verb);
        }
        var first = StartOf(sentence.First, end);
        return first < end ? Named(number, first, end, verb.Value, verb.First, verb.Last) : null;
    }

    private Speech? Again(int number, PhraseMatch<SpeechAct> verb) => last is null ? null
        : last with { Sentence = number, First = -1, Last = -1, Act = verb.Value, VerbFirst = verb.First, VerbLast = verb.Last };

    /// <summary>Where a speaker's name begins that ends at a token.</summary>
    private int StartOf(int from, int end)
    {
        var at = end;
        while (at > from && end - at < LongestName)
        {
            var token = tokens[at - 1];
            if (token.ClosesQuotation || token.IsQuoted != tokens[end - 1].IsQuoted || token.IsMark(';') || token.IsMark(':') || token.IsMark('-') || token.IsMark('.') || Edges.Contains(token.Key))
            {
                break;
            }
            if (token.IsMark(',') && !IsApposition(from, at, end))
            {
                break;
            }
            if ((token.Key is "and" && EndsClause(from, at - 1)) || (token.Key is "to" && at - 2 >= from && tokens[at - 2].Key is "according"))
            {
                break;
            }
            at--;
        }
        while (at < end && (tokens[at].Kind is TokenKind.Mark || tokens[at].Key is "and" or "on" or "in" && at + 1 < end && tokens[at + 1].IsMark(',')))
        {
            at++;
        }
        return PastTime(at, end);
    }

    /// <summary>"Since January 2024 the mission", "On Monday the ministry": the time is none of the name.</summary>
    private int PastTime(int first, int end)
    {
        if (tokens[first].Key is not ("on" or "in" or "since" or "by" or "during" or "late" or "early" or "earlier"))
        {
            return first;
        }
        // "In Peshawar a paramilitary officer"
        if (tokens[first].Key is "in" && first + 2 < end && tokens[first + 1].IsCapital && !tokens[first + 1].IsPossessive)
        {
            var after = first + 2;
            while (after < end - 1 && (tokens[after].IsCapital || tokens[after].IsMark(',')) && tokens[after].Key is not "the" and not "a")
            {
                after++;
            }
            if (tokens[after].Key is "a" or "an" or "the" or "officials" or "residents" or "police" or "doctors" or "two" or "three")
            {
                return after;
            }
        }
        var at = first + 1;
        while (at < end && (tokens[at].Kind is not TokenKind.Word || Dates.Months.Is(tokens[at].Key) || Days.Contains(tokens[at].Key) || tokens[at].Key is "on" or "in"))
        {
            at++;
        }
        return at > first + 1 && at < end ? at : first;
    }

    /// <summary>Whether what stands before a comma is the name that what follows explains: "Haji Ismail Khan Zazi, the district chief of ...,".</summary>
    private bool IsApposition(int from, int comma, int end)
    {
        var follows = tokens[comma].Key is "the" or "a" or "an" or "who" or "deputy" or "spokesman" or "spokesperson" or "head" or "chief" or "governor" or "director" || (!tokens[comma].IsCapital && tokens[comma].IsWord);
        var start = comma - 1;
        while (start > from && !(tokens[start - 1].Kind is TokenKind.Mark) && !Edges.Contains(tokens[start - 1].Key))
        {
            start--;
        }
        var capitals = 0;
        for (var at = start; at < comma - 1; at++)
        {
            capitals += tokens[at].IsCapital ? 1 : 0;
        }
        var isName = comma - 1 - start is > 0 and <= 9 && capitals * 2 >= comma - 1 - start && capitals > 0;
        return (follows && isName) || (tokens[comma].IsCapital && isName && EndsWithComma(end) && comma - 1 - start <= 5 && start == from);
    }

    private bool EndsWithComma(int end) => end < tokens.Count && tokens[end].IsMark(',');

    /// <summary>"... was killed and police said": the words before "and" are a clause of their own.</summary>
    private bool EndsClause(int from, int and)
    {
        for (var at = and - 1; at >= from && and - at <= 10; at--)
        {
            if (tokens[at].Kind is TokenKind.Mark)
            {
                return false;
            }
            if (tokens[at].Key is "was" or "were" or "killed" or "wounded" or "injured" or "fired" or "said" or "is" or "are" or "had" or "have" or "has")
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>"..., said Zabihullah Mujahid, the spokesman": the subject after the verb.</summary>
    private Speech? Inverted(int number, in Sentence sentence, PhraseMatch<SpeechAct> verb)
    {
        var isAfter = verb.First > sentence.First && (tokens[verb.First - 1].IsMark(',') || tokens[verb.First - 1].ClosesQuotation);
        return isAfter && verb.Last < sentence.Last && !tokens[verb.Last].IsQuoted && tokens[verb.Last].Key is not ("that" or "on" or "in" or "it" or "there" or "to") && !Days.Contains(tokens[verb.Last].Key) && Figures.Numbers.At(tokens, verb.Last, sentence.Last) is null or { IsArticle: true }
            ? After(number, verb.Last, sentence.Last, verb.Value, verb.First, verb.Last) : null;
    }

    /// <summary>A speaker named after a word, to the end of the name and of what explains it.</summary>
    private Speech? After(int number, int first, int to, SpeechAct act, int verbFirst, int verbLast)
    {
        var end = first;
        var commas = 0;
        for (; end < to && end - first < LongestName; end++)
        {
            var token = tokens[end];
            if (token.OpensQuotation || token.IsMark(';') || token.IsMark(':') || token.IsMark('(') || token.IsMark('.') || token.Key is "that" or "on" && end > first + 1 || Edges.Contains(token.Key) || token.Key is "said" or "were" or "was" or "have" or "had" or "who" or "whose")
            {
                break;
            }
            if (token.IsMark(',') && !(end + 1 < to && tokens[end + 1].Key is "the" or "a" or "an" or "spokesman" or "spokesperson" or "deputy" or "head" or "director" && ++commas == 1))
            {
                break;
            }
        }
        while (end > first && tokens[end - 1].Kind is TokenKind.Mark)
        {
            end--;
        }
        return end > first ? Named(number, first, end, act, verbFirst, verbLast) : null;
    }

    /// <summary>"the spokesman", "the sources": whoever was called so before, in more words.</summary>
    private Speech? Full(int first, int end)
    {
        if (end - first > 2 || tokens[first].Key is not "the")
        {
            return null;
        }
        var head = tokens[end - 1].Key;
        for (var before = bySentence.Count - 1; before >= Math.Max(0, bySentence.Count - MostBack); before--)
        {
            if (bySentence[before].FindLast(speech => speech.Last - speech.First >= 2 && !tokens[speech.First].Is("the") | speech.Last - speech.First > 2 && Holds(speech, head)) is { } speech)
            {
                return speech;
            }
        }
        return null;
    }

    /// <summary>"two security officials", but not "58 soldiers".</summary>
    private bool IsOfPeople(int first, int end)
    {
        for (var at = first; at < end; at++)
        {
            if (tokens[at].Key is "officials" or "sources" or "residents" or "witnesses" or "elders" or "villagers" or "spokesmen" or "doctors" or "diplomats" or "police" or "eyewitnesses" or "locals" or "people")
            {
                return true;
            }
        }
        return false;
    }

    private bool Holds(Speech speech, string head)
    {
        for (var at = speech.First; at < speech.Last; at++)
        {
            if (tokens[at].Key == head)
            {
                return true;
            }
        }
        return false;
    }

    private Speech? Named(int number, int first, int end, SpeechAct act, int verbFirst, int verbLast)
    {
        if (Nobody.Contains(tokens[end - 1].Key) && end - first <= 2 || Nobody.Contains(tokens[first].Key) && end - first == 1 || Figures.Numbers.At(tokens, first, end) is { IsArticle: false } && !IsOfPeople(first, end))
        {
            return null;
        }
        var actor = ActorNames.Find(tokens, first, end);
        var full = Full(first, end);
        if (full is not null)
        {
            return full with { Sentence = number, First = first, Last = end, Span = text.SpanOf(first, end), Act = act, VerbFirst = verbFirst, VerbLast = verbLast };
        }
        return new Speech(number, first, end, text.Words(first, end), act, verbFirst, verbLast)
        {
            Span = text.SpanOf(first, end),
            Actor = actor.Count == 0 ? null : actor.OrderByDescending(match => match.Last - match.First).First().Value,
        };
    }
}
