using BorderMap.Reports.Lexicons;
using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Happenings;

/// <summary>
/// Deeds told in words that no pattern of <see cref="Acts"/> has: read from the classes of the words of a clause. One to a clause, the first rule that fits,
/// and none where a pattern has found the act.
/// </summary>
internal static class Deeds
{
    /// <summary>Classes of a capital word, and of nothing else.</summary>
    private static readonly string[] Name = ["name"];

    /// <summary>Words between a gate shut and the same gate opened.</summary>
    private const int FarthestGate = 10;

    private static readonly List<(string Words, string[] Classes)> Rows = [.. LexiconFile.Rows("deed-words.tsv", "words\tclasses").Select(row => (row[0], row[1].Split(' ')))];

    /// <summary>Groups of words: of a group the single words say nothing ("set fire", "came down").</summary>
    private static readonly PhraseTable<string[]> Groups = new(Rows.Where(row => row.Words.Contains(' ')));

    /// <summary>Single words, each with the classes of all its rows.</summary>
    private static readonly Dictionary<string, string[]> Singles = Rows.Where(row => !row.Words.Contains(' '))
        .SelectMany(row => PhrasePiece.Parse(row.Words).Words!.Select(word => (Word: word, row.Classes)))
        .GroupBy(pair => pair.Word, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.SelectMany(pair => pair.Classes).Distinct().ToArray(), StringComparer.Ordinal);

    private static readonly DeedRule[] Rules = [.. LexiconFile.Rows("deed-rules.tsv", "kind\tclasses").Select(row => DeedRule.Parse(row[0], row[1]))];

    /// <summary>The acts of a sentence with the deeds of its other clauses.</summary>
    public static List<PhraseMatch<Act>> With(List<PhraseMatch<Act>> acts, IReadOnlyList<Token> tokens, in Sentence sentence)
    {
        acts = acts.Exists(act => act.Value.Kind is "crossing_reopening") ? [.. Gates(tokens, sentence, acts)] : acts;
        var deeds = new List<PhraseMatch<Act>>();
        var before = sentence.First;
        foreach (var (from, to) in Clauses.Parts(tokens, sentence))
        {
            if (HasAct(acts, from, to))
            {
                before = to;
                continue;
            }
            if (DeedOf(tokens, before, from, to, isToldBefore: HasAct(acts, before, from) || deeds.Exists(known => known.Last > before)) is { } deed)
            {
                deeds.Add(deed);
            }
            before = from;
        }
        return deeds.Count == 0 ? acts : [.. acts.Where(act => !deeds.Exists(deed => act.First < deed.Last && act.Last > deed.First)).Concat(deeds).OrderBy(act => act.First)];
    }

    /// <summary>
    /// The deed of a clause, read with the clause before it where it tells more of somebody or something named there: "stopped seven persons who had entered
    /// without papers" is told by who they were, "gunmen who came over the hills made off with three men" by whom it was done.
    /// </summary>
    private static PhraseMatch<Act>? DeedOf(IReadOnlyList<Token> tokens, int before, int from, int to, bool isToldBefore)
    {
        var isMore = before < from && tokens[from].Key is "who" or "which" && !isToldBefore;
        if (isMore && tokens[from].Key is "who" && In(tokens, before, to) is { Value.Kind: "detention" } taken)
        {
            return taken;
        }
        return In(tokens, from, to) ?? (isMore ? In(tokens, before, to) : null);
    }

    /// <summary>"the gate was shut on Friday and opened again on Monday", "the gate, locked on Saturday, was unlocked on Sunday": one reading of two turns of a gate becomes both.</summary>
    private static IEnumerable<PhraseMatch<Act>> Gates(IReadOnlyList<Token> tokens, Sentence sentence, List<PhraseMatch<Act>> acts)
    {
        foreach (var act in acts)
        {
            if (act.Value.Kind is "crossing_reopening" && !acts.Exists(other => other.Value.Kind is "crossing_closure") && Shut(tokens, sentence, act) is { } shut)
            {
                yield return shut;
                yield return act with { First = Math.Max(shut.Last, act.First) };
            }
            else
            {
                yield return act;
            }
        }
    }

    private static PhraseMatch<Act>? Shut(IReadOnlyList<Token> tokens, in Sentence sentence, PhraseMatch<Act> opened)
    {
        var words = WordsOf(tokens, Math.Max(sentence.First, opened.First - FarthestGate), opened.Last - 1);
        var at = words.FindIndex(word => word.Classes.Contains("shut"));
        return at < 0 || !words.Take(at).Any(word => word.Classes.Contains("gate")) || !words.Skip(at).Any(word => word.Classes.Contains("and") || word.Classes.Contains("then")) && !HasComma(tokens, words[at].Last, opened.Last) ? null
            : new PhraseMatch<Act>(words[at].First, words[at].Last, new Act("crossing_closure", ActForm.Verb), "gate shut");
    }

    /// <summary>Whether a pattern has found an act, more than a general word, in a clause.</summary>
    private static bool HasAct(List<PhraseMatch<Act>> acts, int from, int to)
    {
        foreach (var act in acts)
        {
            if (act.Value.Form is not ActForm.Weak && act.First < to && act.Last > from)
            {
                return true;
            }
        }
        return false;
    }

    private static bool HasComma(IReadOnlyList<Token> tokens, int from, int to) => Enumerable.Range(from, to - from).Any(at => tokens[at].IsMark(','));

    /// <summary>Of some classes the one that the last word of a stretch with any of them belongs to.</summary>
    public static string? LastOf(IReadOnlyList<Token> tokens, int from, int to, string[] classes)
    {
        var words = WordsOf(tokens, from, to);
        for (var i = words.Count - 1; i >= 0; i--)
        {
            if (Array.Find(classes, name => words[i].Classes.Contains(name)) is { } found)
            {
                return found;
            }
        }
        return null;
    }

    /// <summary>The first rule that fits without a negation amid its words, else the first that fits: "circled for an hour without dropping anything" is no strike.</summary>
    private static PhraseMatch<Act>? In(IReadOnlyList<Token> tokens, int from, int to)
    {
        var words = WordsOf(tokens, from, to);
        PhraseMatch<Act>? negated = null;
        if (words.Count < 2)
        {
            return null;
        }
        foreach (var rule in Rules)
        {
            for (var start = 0; start < words.Count; start++)
            {
                if (rule.EndFrom(words, start) is not (> 0 and var end))
                {
                    continue;
                }
                var match = new PhraseMatch<Act>(words[start].First, end, new Act(rule.Kind, ActForm.Read), rule.Written);
                if (rule.Kind is "fence_dispute" && rule.Written.EndsWith(" wire", StringComparison.Ordinal) && Acts.IsBesideFence(tokens, match))
                {
                    continue;
                }
                if (rule.Kind is "suicide_attack" && IsHarmedOnly(tokens, match))
                {
                    continue;
                }
                if (rule.Written.StartsWith("neg ", StringComparison.Ordinal) || !IsNegated(words, match))
                {
                    return match;
                }
                negated ??= match;
            }
        }
        return negated;
    }

    /// <summary>"fifteen militants, four suicide bombers among them, were killed": they are harmed and harm nobody.</summary>
    private static bool IsHarmedOnly(IReadOnlyList<Token> tokens, PhraseMatch<Act> match) => match.Last - match.First > 2 && tokens[match.Last - 2].Key is "was" or "were" or "been" && !Enumerable.Range(match.First, match.Last - match.First).Any(at => tokens[at].Key is "and" or "who" or "that" or "which");

    private static bool IsNegated(List<DeedWord> words, PhraseMatch<Act> match) => words.Exists(word => word.First > match.First && word.Last < match.Last && Array.IndexOf(word.Classes, "neg") >= 0);

    private static List<DeedWord> WordsOf(IReadOnlyList<Token> tokens, int from, int to)
    {
        var words = new List<DeedWord>();
        for (var at = from; at < to; at++)
        {
            if (Groups.At(tokens, at, to) is { } match)
            {
                words.Add(new DeedWord(at, match.Last, match.Value));
                at = match.Last - 1;
            }
            else if (Singles.TryGetValue(tokens[at].Key, out var classes))
            {
                words.Add(new DeedWord(at, at + 1, classes));
            }
            else if (tokens[at] is { IsWord: true, IsCapital: true })
            {
                words.Add(new DeedWord(at, at + 1, Name));
            }
        }
        return words;
    }
}
