using BorderMap.Reports.Lexicons;
using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Happenings;

/// <summary>Why words of violence tell of no happening: forecasts, wishes, talk, history, sums.</summary>
internal static partial class Modality
{
    private enum Reach
    {
        /// <summary>In the clause, before the act.</summary>
        Before,

        /// <summary>Anywhere in the clause.</summary>
        Around,

        /// <summary>At most three words before the act.</summary>
        Near,

        /// <summary>Before an act that was only asked or said something about: "a remark about air strikes".</summary>
        About,

        /// <summary>The act is among the marker's own words: "a response to the bombing".</summary>
        Within,
    }

    private sealed record Marker(string Class, Reach Reach);

    private const int Near = 4;

    private static readonly PhraseTable<Marker> Table = new(LexiconFile.Rows("modality.tsv", "pattern\tclass\treach")
        .Select(row => (row[0], new Marker(row[1], Enum.Parse<Reach>(row[2], ignoreCase: true)))));

    /// <summary>Apart from the others, whose longer phrases would hide them: "its deadliest earthquake in years".</summary>
    private static readonly PhraseTable<Marker> Causes = new(LexiconFile.Rows("modality.tsv", "pattern\tclass\treach")
        .Where(row => row[1] is "legacy" or "other cause").Select(row => (row[0], new Marker(row[1], Reach.Around))));

    private static readonly HashSet<string> Negations = new(StringComparer.Ordinal)
        { "no", "not", "never", "nothing", "nobody", "none", "neither", "nor", "noone", "without", "didnt", "wasnt", "werent", "isnt", "arent", "hasnt", "havent", "hadnt", "cannot" };

    /// <summary>Words from a negation to the harm that it denies.</summary>
    private const int FarthestHarm = 5;

    private static readonly HashSet<string> Harms = new(StringComparer.Ordinal)
    {
        "hurt", "harmed", "injured", "wounded", "killed", "dead", "died", "martyred", "scratched", "lost", "casualty", "casualties", "deaths", "death", "fatality", "fatalities", "injury", "injuries", "loss", "losses", "harm", "victim", "victims",
    };

    /// <summary>The first marker that speaks against an act.</summary>
    /// <param name="tokens">The text's.</param>
    /// <param name="clause">The act's clause.</param>
    /// <param name="first">Number of the act's first token.</param>
    /// <param name="last">Number after its last token.</param>
    public static PhraseMatch<string>? Of(IReadOnlyList<Token> tokens, (int From, int To) clause, int first, int last) =>
        YearBefore(tokens, clause.From) ?? FirstOf(tokens, clause, marker => !IsNotOfAct(tokens, clause, marker, first, last) && Reaches(tokens, clause, marker, first, last)) ?? Purpose(tokens, clause, first) ?? May(tokens, clause, first, last);

    /// <summary>The first marker of a clause that fits.</summary>
    private static PhraseMatch<string>? FirstOf(IReadOnlyList<Token> tokens, (int From, int To) clause, Func<PhraseMatch<Marker>, bool> fits)
    {
        foreach (var marker in Table.Find(tokens, clause.From, clause.To))
        {
            if (fits(marker))
            {
                return new PhraseMatch<string>(marker.First, marker.Last, marker.Value.Class, marker.Cue);
            }
        }
        return null;
    }

    /// <summary>
    /// "in what would be the third raid": a remark on it. "firing since 1300": an hour. "the most serious fighting since 2022": how it compares.
    /// Words of the act itself speak against it only where they make it one of long ago.
    /// </summary>
    private static bool IsNotOfAct(IReadOnlyList<Token> tokens, (int From, int To) clause, PhraseMatch<Marker> marker, int first, int last) => marker.Value.Class is "remark"
        || (marker.Value.Class is "aggregate" && tokens[marker.First].Key is "since" && Superlatives.Is(tokens, clause.From, marker.First)) || IsHour(tokens, clause.To, marker) || IsOfHarm(tokens, marker, first) || IsSpokenOn(tokens, marker, first)
        || (marker.First >= first && marker.Last <= last && marker.Value.Class is not "legacy");

    private static bool Reaches(IReadOnlyList<Token> tokens, (int From, int To) clause, PhraseMatch<Marker> marker, int first, int last)
    {
        var isBefore = marker.Last <= first;
        return marker.Value.Reach switch
        {
            Reach.Before or Reach.About => isBefore,
            Reach.Within => marker.First < last && marker.Last > first,
            Reach.Near => isBefore && first - marker.Last < Near && NoMark(tokens, marker.Last, first),
            _ => isBefore || marker.Value.Class is not "forecast" and not "wish" || (marker.First - last < FarthestVerb && !HasOwnSubject(tokens, last, marker.First)) || (last < clause.To && tokens[last].IsMark(':')),
        };
    }

    /// <summary>"Talk turns to 2017, when shells fell here": a year that the clause goes back to.</summary>
    private static PhraseMatch<string>? YearBefore(IReadOnlyList<Token> tokens, int from)
    {
        var when = tokens[from].Key is "when" ? from : from > 0 && tokens[from - 1].Key is "when" ? from - 1 : -1;
        var year = when > 1 && tokens[when - 1].IsMark(',') ? when - 2 : when - 1;
        return year > 0 && tokens[year] is { Key.Length: 4, Value: >= 1900 and <= 2100 } && tokens[year - 1].Key is "in" or "to" or "of" or "since" or "from" or "recall" or "recalls" or "recalled" or "remember" or "remembers" or "remembered"
            ? new PhraseMatch<string>(year, year + 1, "history", "# when") : null;
    }

    /// <summary>What begins a subject of its own.</summary>
    private static readonly HashSet<string> Subjects = new(StringComparer.Ordinal)
    {
        "the", "its", "their", "his", "her", "our", "my", "a", "an", "it", "they", "he", "she", "we", "you", "i", "this", "that", "these", "those", "no", "there", "nobody", "noone", "none", "neither", "nothing", "all", "both", "some", "each", "every", "everyone", "everybody", "who", "what", "when",
    };

    /// <summary>"was hit in the exchange of fire and its repair would take days": the verb after "and" has a subject of its own.</summary>
    private static bool HasOwnSubject(IReadOnlyList<Token> tokens, int from, int verb)
    {
        for (var at = from; at < verb; at++)
        {
            // "was opened so that the stranded could go home"
            if (tokens[at].Key is "so" && verb - at > 1)
            {
                return true;
            }
            // "to keep up a ceasefire and to set up a body that will watch over it"
            if (tokens[at].Key is "and" or "but" && verb - at > 1 && ((at > from && Subjects.Contains(tokens[at + 1].Key)) || tokens[verb - 1].Key is "that" or "which" or "who"))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>"Nobody was hurt in the exchange", "without a casualty in the raid": what is denied is the harm, not the deed.</summary>
    private static bool IsOfHarm(IReadOnlyList<Token> tokens, PhraseMatch<Marker> marker, int first)
    {
        if (marker.Value.Class is not "negation")
        {
            return false;
        }
        var end = Math.Min(first, marker.Last + FarthestHarm);
        for (var at = marker.First + 1; at < end && tokens[at].Kind is not TokenKind.Mark; at++)
        {
            // A deed follows its harm: "no one was hurt in ...", "no deaths from ..."; not "no deadly raid".
            if (Harms.Contains(tokens[at].Key))
            {
                return Enumerable.Range(at + 1, first - at - 1).Any(between => tokens[between].Key is "in" or "by" or "from" or "during" or "when" or "as" or "after" or "of" or "under" or "despite");
            }
        }
        return false;
    }

    /// <summary>"since 1300", "since 6.30", "since 4 p.m.": an hour, and no year.</summary>
    private static bool IsHour(IReadOnlyList<Token> tokens, int to, PhraseMatch<Marker> marker) => marker.Cue is "since #" && (IsBareHour(tokens, to, marker.Last) || tokens[marker.Last - 1] is { Key.Length: 4, Value: < 1900 or > 2100 } || tokens[marker.Last - 1].Key.AsSpan().IndexOfAny(':', '.') > 0
        || (marker.Last < to && tokens[marker.Last].Key is "am" or "pm" or "a" or "p" or "hrs" or "hours" or "oclock" or "local"));

    /// <summary>"since 11 at Angoor Adda": of a day, a month would follow.</summary>
    private static bool IsBareHour(IReadOnlyList<Token> tokens, int to, int last) => tokens[last - 1] is { Key.Length: <= 2, Value: > 0 and <= 24 } && (last >= to || tokens[last].Kind is TokenKind.Mark || tokens[last].Key is "at" or "in" or "on" or "near" or "today" or "yesterday" or "this" or "last");

    /// <summary>"If they go on sheltering those who kill ...": all that follows is supposed.</summary>
    public static bool IsSupposed(IReadOnlyList<Token> tokens, in Sentence sentence) => tokens[sentence.First].Key is "if" or "unless" or "suppose" or "supposing" && sentence.First + 1 < sentence.Last && tokens[sentence.First + 1].Key is not ("confirmed" or "true" or "verified" or "correct");

    /// <summary>"if they bomb Khost once more as they did on Monday": what is supposed to come again has been done.</summary>
    public static bool IsRepeated(IReadOnlyList<Token> tokens, in Sentence sentence, int last)
    {
        for (var at = last; at + 2 < sentence.Last; at++)
        {
            if (tokens[at].Key is "as" or "like" && tokens[at + 1].Key is "it" or "they" or "he" or "both" or "its" or "their" && tokens[at + 2].Key is "did" or "had" or "have" or "has")
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>"the third raid this year": a span of time, which says nothing against a happening that has its day.</summary>
    public static bool IsSpan(PhraseMatch<string> marker) => marker.Cue.EndsWith("year", StringComparison.Ordinal) || marker.Cue.EndsWith("decade", StringComparison.Ordinal) || marker.Cue.EndsWith("month", StringComparison.Ordinal);

    /// <summary>"a false report that ...": what somebody is said to say wrongly.</summary>
    public static PhraseMatch<string>? False(IReadOnlyList<Token> tokens, (int From, int To) clause, int first) =>
        FirstOf(tokens, clause, marker => marker.Value.Class is "false" && (marker.Value.Reach is Reach.Around || (marker.Last <= first && (marker.Value.Reach is Reach.Before || first - marker.Last < Near))));

    /// <summary>"a remark about air strikes", "a question on the shelling": what was only asked or said of a deed.</summary>
    public static PhraseMatch<string>? Remark(IReadOnlyList<Token> tokens, (int From, int To) clause, int first) => FirstOf(tokens, clause, marker => marker.Value.Reach is Reach.About && marker.Last <= first);

    /// <summary>A negation in the clause before the end of a deed read from single words.</summary>
    public static PhraseMatch<string>? Negation(IReadOnlyList<Token> tokens, (int From, int To) clause, int last)
    {
        for (var at = clause.From; at < last; at++)
        {
            if (Negations.Contains(tokens[at].Key))
            {
                return new PhraseMatch<string>(at, at + 1, "negation", tokens[at].Key);
            }
        }
        return null;
    }

    /// <summary>A cause of harm that is no act of today: a left-over mine, an accident, a flood.</summary>
    public static PhraseMatch<string>? Cause(IReadOnlyList<Token> tokens, int from, int to) => Causes.Find(tokens, from, to) is [var marker, ..] ? new PhraseMatch<string>(marker.First, marker.Last, marker.Value.Class, marker.Cue) : null;

    private static bool NoMark(IReadOnlyList<Token> tokens, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (tokens[at].Kind is TokenKind.Mark)
            {
                return false;
            }
        }
        return true;
    }
}
