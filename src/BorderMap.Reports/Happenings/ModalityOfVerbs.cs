using BorderMap.Reports.Lexicons;
using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Happenings;

/// <summary>Verbs that make an act one to come or to wish for: "will", "may", "is due to", "to attack".</summary>
internal static partial class Modality
{
    /// <summary>A modal verb farther behind a noun than this has another subject.</summary>
    private const int FarthestVerb = 12;

    private static readonly HashSet<string> Tries = new(StringComparer.Ordinal)
        { "tried", "trying", "attempted", "attempting", "began", "started", "continued", "used", "managed", "attempt", "attempts", "bid", "able", "forced", "sought", "moved", "fired", "way", "crossed", "entered", "returned", "proceeded", "due", "according", "shut", "led", "close", "closed", "resorted", "prior" };

    private static readonly HashSet<string> Ahead = new(StringComparer.Ordinal) { "expected", "due", "set", "likely", "scheduled", "planned", "poised", "about", "slated", "meant", "supposed" };

    private static readonly HashSet<string> Modals = new(StringComparer.Ordinal) { "will", "would", "could", "might", "shall", "should", "must", "cannot" };

    /// <summary>"will shell", "may bomb": whatever else speaks for it, it has not been done.</summary>
    public static bool IsAhead(IReadOnlyList<Token> tokens, int act) => act > 0 && (Modals.Contains(tokens[act - 1].Key) || tokens[act - 1] is { Key: "may", IsCapital: false });

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

    /// <summary>"two were martyred, may Allah accept them", "may their souls rest in peace": a wish for the dead.</summary>
    private static bool IsPrayer(IReadOnlyList<Token> tokens, int may) => may + 2 < tokens.Count && (tokens[may + 1].Key is "allah" or "god" or "almighty"
        || (tokens[may + 1].Key is "he" or "she" or "they" && tokens[may + 2].Key is "rest")
        || (tokens[may + 1].Key is "the" or "their" or "his" or "her" or "its" && tokens[may + 2].Key is "almighty" or "lord" or "soul" or "souls" or "martyrdom" or "shahadat" or "sacrifice" or "sacrifices" or "blood" or "departed" or "creator"));

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
