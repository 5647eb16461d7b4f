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

        /// <summary>The act is among the marker's own words: "a response to the bombing".</summary>
        Within,
    }

    private sealed record Marker(string Class, Reach Reach);

    private const int Near = 4;

    /// <summary>A modal verb farther behind a noun than this has another subject.</summary>
    private const int FarthestVerb = 12;

    private static readonly PhraseTable<Marker> Table = new(LexiconFile.Rows("modality.tsv", "pattern\tclass\treach")
        .Select(row => (row[0], new Marker(row[1], Enum.Parse<Reach>(row[2], ignoreCase: true)))));

    /// <summary>Apart from the others, whose longer phrases would hide them: "its deadliest earthquake in years".</summary>
    private static readonly PhraseTable<Marker> Causes = new(LexiconFile.Rows("modality.tsv", "pattern\tclass\treach")
        .Where(row => row[1] is "legacy" or "other cause").Select(row => (row[0], new Marker(row[1], Reach.Around))));

    private static readonly HashSet<string> Tries = new(StringComparer.Ordinal)
        { "tried", "trying", "attempted", "attempting", "began", "started", "continued", "used", "managed", "attempt", "attempts", "bid", "able", "forced", "sought", "moved", "fired", "way", "crossed", "entered", "returned", "proceeded", "due", "according", "shut", "led", "close", "closed", "resorted", "prior" };

    private static readonly HashSet<string> Negations = new(StringComparer.Ordinal)
        { "no", "not", "never", "nothing", "nobody", "none", "neither", "nor", "noone", "without", "didnt", "wasnt", "werent", "isnt", "arent", "hasnt", "havent", "hadnt", "cannot" };

    /// <summary>Words from a negation to the harm that it denies.</summary>
    private const int FarthestHarm = 5;

    private static readonly HashSet<string> Harms = new(StringComparer.Ordinal)
    {
        "hurt", "harmed", "injured", "wounded", "killed", "dead", "died", "martyred", "scratched", "lost", "casualty", "casualties", "deaths", "death", "fatality", "fatalities", "injury", "injuries", "loss", "losses", "harm", "victim", "victims",
    };

    private static readonly HashSet<string> Ahead = new(StringComparer.Ordinal) { "expected", "due", "set", "likely", "scheduled", "planned", "poised", "about", "slated", "meant", "supposed" };

    private static readonly HashSet<string> Modals = new(StringComparer.Ordinal) { "will", "would", "could", "might", "shall", "should", "must", "cannot" };

    /// <summary>The first marker that speaks against an act.</summary>
    /// <param name="tokens">The text's.</param>
    /// <param name="clause">The act's clause.</param>
    /// <param name="first">Number of the act's first token.</param>
    /// <param name="last">Number after its last token.</param>
    public static PhraseMatch<string>? Of(IReadOnlyList<Token> tokens, (int From, int To) clause, int first, int last)
    {
        if (YearBefore(tokens, clause.From) is { } year)
        {
            return year;
        }
        foreach (var marker in Table.Find(tokens, clause.From, clause.To))
        {
            // "in what would be the third raid": a remark on it.
            // "firing since 1300": an hour.
            // "the most serious fighting since 2022": how it compares.
            if (marker.Value.Class is "remark" || (marker.Value.Class is "aggregate" && tokens[marker.First].Key is "since" && Superlatives.Is(tokens, clause.From, marker.First)) || IsHour(tokens, clause.To, marker) || IsOfHarm(tokens, marker, first) || IsSpokenOn(tokens, marker, first) || (marker.First >= first && marker.Last <= last && marker.Value.Class is not "legacy"))
            {
                continue;
            }
            var isBefore = marker.Last <= first;
            var fits = marker.Value.Reach switch
            {
                Reach.Before => isBefore,
                Reach.Within => marker.First < last && marker.Last > first,
                Reach.Near => isBefore && first - marker.Last < Near && NoMark(tokens, marker.Last, first),
                _ => isBefore || marker.Value.Class is not "forecast" and not "wish" || (marker.First - last < FarthestVerb && !HasOwnSubject(tokens, last, marker.First)) || (last < clause.To && tokens[last].IsMark(':')),
            };
            if (fits)
            {
                return new PhraseMatch<string>(marker.First, marker.Last, marker.Value.Class, marker.Cue);
            }
        }
        return Purpose(tokens, clause, first) ?? May(tokens, clause, first, last);
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

    /// <summary>"may", the verb, not the month.</summary>
    private static PhraseMatch<string>? May(IReadOnlyList<Token> tokens, (int From, int To) clause, int first, int last)
    {
        for (var at = clause.From; at < Math.Min(clause.To, last + FarthestVerb); at++)
        {
            // "It may be recalled that ...": no doubt of what follows.
            var isRecalled = at + 2 < clause.To && tokens[at + 1].Key is "be" && tokens[at + 2].Key is "recalled" or "noted" or "mentioned" or "remembered" or "added" or "pointed";
            if (tokens[at] is { Key: "may", IsCapital: false } && (at < first || at >= last) && !isRecalled && !IsPrayer(tokens, at))
            {
                return new PhraseMatch<string>(at, at + 1, "forecast", "may");
            }
        }
        return null;
    }

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
    public static PhraseMatch<string>? False(IReadOnlyList<Token> tokens, (int From, int To) clause, int first)
    {
        foreach (var marker in Table.Find(tokens, clause.From, clause.To))
        {
            if (marker.Value.Class is "false" && (marker.Value.Reach is Reach.Around || (marker.Last <= first && (marker.Value.Reach is Reach.Before || first - marker.Last < Near))))
            {
                return new PhraseMatch<string>(marker.First, marker.Last, marker.Value.Class, marker.Cue);
            }
        }
        return null;
    }

    /// <summary>"a remark about air strikes", "a question on the shelling": what was only asked or said of a deed.</summary>
    public static PhraseMatch<string>? Remark(IReadOnlyList<Token> tokens, (int From, int To) clause, int first)
    {
        foreach (var marker in Table.Find(tokens, clause.From, clause.To))
        {
            if (marker.Last <= first && marker.Cue.StartsWith("remark", StringComparison.Ordinal))
            {
                return new PhraseMatch<string>(marker.First, marker.Last, marker.Value.Class, marker.Cue);
            }
        }
        return null;
    }

    /// <summary>"two were martyred, may Allah accept them", "may their souls rest in peace": a wish for the dead.</summary>
    private static bool IsPrayer(IReadOnlyList<Token> tokens, int may) => may + 2 < tokens.Count && (tokens[may + 1].Key is "allah" or "god" or "almighty"
        || (tokens[may + 1].Key is "he" or "she" or "they" && tokens[may + 2].Key is "rest")
        || (tokens[may + 1].Key is "the" or "their" or "his" or "her" or "its" && tokens[may + 2].Key is "almighty" or "lord" or "soul" or "souls" or "martyrdom" or "shahadat" or "sacrifice" or "sacrifices" or "blood" or "departed" or "creator"));

    /// <summary>"the fence at Torkham will be cut": a modal verb amid the words of an act.</summary>
    public static PhraseMatch<string>? Modal(IReadOnlyList<Token> tokens, int first, int last)
    {
        for (var at = first; at < last; at++)
        {
            // "traffic at the gate is due to resume"
            if (Modals.Contains(tokens[at].Key) || (Ahead.Contains(tokens[at].Key) && at + 1 < last && tokens[at + 1].Key is "to"))
            {
                return new PhraseMatch<string>(at, at + 1, "forecast", tokens[at].Key);
            }
            // "launched no attack"
            if (at > first && tokens[at].Key is "no" && tokens[first].Key is "launched" or "launching" or "carried" or "conducted" or "mounted" or "staged" or "made" or "undertook" or "executed")
            {
                return new PhraseMatch<string>(at, at + 1, "negation", tokens[at].Key);
            }
        }
        return null;
    }

    /// <summary>"strikes on Khost or Kunar 'would help nobody'": a modal verb right behind a noun and where it is, past a quotation mark.</summary>
    public static PhraseMatch<string>? OfSubject(IReadOnlyList<Token> tokens, int last)
    {
        for (var at = last; at < Math.Min(tokens.Count, last + FarthestVerb); at++)
        {
            if (Modals.Contains(tokens[at].Key))
            {
                return new PhraseMatch<string>(at, at + 1, "forecast", tokens[at].Key);
            }
            var isOfPlace = tokens[at].IsCapital || tokens[at].IsMark('"') || tokens[at].Key is "in" or "on" or "at" or "or" or "and" or "of" or "the" or "across" or "inside" or "near" or "against" or "district" or "province" or "soil" or "territory";
            if (!isOfPlace)
            {
                return null;
            }
        }
        return null;
    }

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

    /// <summary>"to attack", "may attack": a purpose, unless somebody tried.</summary>
    private static PhraseMatch<string>? Purpose(IReadOnlyList<Token> tokens, (int From, int To) clause, int first)
    {
        if (first > clause.From && tokens[first - 1].Key is "may")
        {
            return new PhraseMatch<string>(first - 1, first, "forecast", "may");
        }
        var at = first - 1;
        if (at <= clause.From || tokens[at].Key is not "to" || tokens[first].Key.EndsWith("ed", StringComparison.Ordinal) || tokens[first].Key.EndsWith('s') || tokens[first].Key.EndsWith("ing", StringComparison.Ordinal))
        {
            return null;
        }
        // "four fell to mortar shells": what killed them, not what for.
        if (tokens[at - 1].Key is "fell" or "fallen" or "fall" or "falls" or "succumbed" or "lost" or "victim")
        {
            return null;
        }
        for (var before = at - 1; before >= clause.From && at - before <= 3; before--)
        {
            if (Tries.Contains(tokens[before].Key))
            {
                return null;
            }
        }
        return new PhraseMatch<string>(at, first, "purpose", "to");
    }
}
