using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Happenings;

/// <summary>Where the clause that holds a token begins and ends.</summary>
internal static class Clauses
{
    private static readonly HashSet<string> Openers = new(StringComparer.Ordinal)
        { "while", "whereas", "but", "although", "though", "after", "following", "when", "because", "which", "who", "adding", "before", "since", "amid", "despite", "until" };

    /// <summary>Openers that as often say when: "before dawn", "since February 21".</summary>
    private static readonly HashSet<string> OfTime = new(StringComparer.Ordinal) { "before", "after", "since", "until" };

    private static readonly HashSet<string> TimeWords = new(StringComparer.Ordinal)
        { "dawn", "noon", "midnight", "sunrise", "sunset", "dusk", "midday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "last", "early", "late", "then", "evening", "prayers",
          "prayer", "nightfall", "daybreak", "sundown", "sunup", "dark", "iftar", "sehri", "breakfast", "lunch", "dinner", "supper", "today", "tomorrow", "tonight", "morning" };

    /// <summary>What may stand before the noun in the name of a time of day: "after the sunset prayer".</summary>
    private static readonly HashSet<string> OfPrayer = new(StringComparer.Ordinal) { "the", "his", "her", "their", "evening", "morning", "noon", "afternoon", "night", "sunset", "dawn", "friday", "eid", "first", "fajr", "zuhr", "asr", "maghrib", "isha", "late" };

    /// <summary>Words for how long before or after.</summary>
    private static readonly HashSet<string> Lengths = new(StringComparer.Ordinal)
    {
        "minutes", "minute", "hours", "hour", "day", "days", "night", "nights", "evening", "morning", "week", "weeks", "fortnight", "month", "months", "moments", "long", "a", "an", "the", "one", "two", "three", "four", "five", "six", "seven",
        "eight", "nine", "ten", "eleven", "twelve", "twenty", "thirty", "few", "several", "some", "couple", "of", "half", "just", "only", "barely", "hardly", "shortly", "soon", "immediately", "right", "even", "less", "more", "than", "nearly", "almost", "about", "around", "exactly", "not", "full", "whole",
    };

    private const int LongestLabel = 3;

    public static (int From, int To) Of(IReadOnlyList<Token> tokens, in Sentence sentence, int first, int last)
    {
        var (from, to) = (first, last);
        while (from > sentence.First && !IsBorder(tokens[from - 1]) && !Opens(tokens, from) && !tokens[from].OpensQuotation)
        {
            from--;
        }
        while (to < sentence.Last && !IsBorder(tokens[to]) && !Opens(tokens, to) && !tokens[to].OpensQuotation)
        {
            to++;
        }
        // "IEDs: the road ... should be considered mined": a label, and what is said of it.
        if (from == sentence.First && to < sentence.Last && tokens[to].IsMark(':') && to - from <= LongestLabel)
        {
            to = sentence.Last;
        }
        return WithoutSubordinate(tokens, sentence, first, (from, to));
    }

    /// <summary>The stretches of a sentence between the words and marks that begin a clause; a comma with "and" or "but" after it begins one too, and so does a cell.</summary>
    public static IEnumerable<(int From, int To)> Parts(IReadOnlyList<Token> tokens, Sentence sentence)
    {
        var from = sentence.First;
        for (var at = from; at < sentence.Last; at++)
        {
            var isJoint = at > from && tokens[at].Key is "and" or "but" && tokens[at - 1].IsMark(',');
            var isBorder = IsBorder(tokens[at]) || tokens[at].IsMark('|');
            if (!isBorder && !Opens(tokens, at) && !isJoint)
            {
                continue;
            }
            if (at > from)
            {
                yield return (from, at);
            }
            from = isBorder ? at + 1 : at;
        }
        if (sentence.Last > from)
        {
            yield return (from, sentence.Last);
        }
    }

    /// <summary>"hours before the talks, jets hit a house": after the comma the main clause goes on; before it a clause that opens the sentence ends.</summary>
    private static (int From, int To) WithoutSubordinate(IReadOnlyList<Token> tokens, in Sentence sentence, int act, (int From, int To) clause)
    {
        if (!Opens(tokens, clause.From))
        {
            return clause;
        }
        for (var at = clause.From; at < clause.To; at++)
        {
            if (tokens[at].IsMark(','))
            {
                return at < act ? (at + 1, clause.To) : IsAtHead(tokens, sentence, clause.From) ? (clause.From, at) : clause;
            }
        }
        return clause;
    }

    /// <summary>"Just three weeks after ...": before the clause that opens a sentence stands at most how long after.</summary>
    private static bool IsAtHead(IReadOnlyList<Token> tokens, in Sentence sentence, int from)
    {
        for (var at = from - 1; at >= sentence.First; at--)
        {
            // "KHOST, Sept 9 - Two days after": a dateline is no part of it.
            if (tokens[at].IsMark('-'))
            {
                return true;
            }
            if (tokens[at].Kind is TokenKind.Mark || (tokens[at].IsWord && !Lengths.Contains(tokens[at].Key)))
            {
                return false;
            }
        }
        return true;
    }

    private static bool Opens(IReadOnlyList<Token> tokens, int at) => SpeaksOn(tokens, at) || Openers.Contains(tokens[at].Key)
        && !(tokens[at].Key is "while" && at > 0 && tokens[at - 1].Key is "a" or "short" or "little" or "long" or "brief" or "good")
        && !(OfTime.Contains(tokens[at].Key) && at + 1 < tokens.Count && (tokens[at + 1].Kind is TokenKind.Number || TimeWords.Contains(tokens[at + 1].Key) || Dates.Months.Is(tokens[at + 1].Key) || IsBeforeTime(tokens, at + 1)));

    private static bool IsBeforeTime(IReadOnlyList<Token> tokens, int at)
    {
        var noun = at;
        while (noun < tokens.Count && noun - at < LongestLabel && OfPrayer.Contains(tokens[noun].Key))
        {
            noun++;
        }
        return noun > at && noun < tokens.Count && tokens[noun].Key is "prayer" or "prayers" or "dawn" or "sunset" or "sunrise" or "nightfall" or "daybreak" or "dusk" or "light";
    }

    /// <summary>"rejected the claim, and said that ...": another thing is said.</summary>
    private static bool SpeaksOn(IReadOnlyList<Token> tokens, int at) => tokens[at].Key is "and" && at + 1 < tokens.Count && tokens[at + 1].Key is "said" or "says" or "added" or "claimed" or "warned" or "vowed" or "urged" or "called" or "insisted" or "stressed";

    private static bool IsBorder(in Token token) => token.IsMark(';') || token.IsMark(':') || token.IsMark('-') || token.IsMark('(') || token.IsMark(')');
}
