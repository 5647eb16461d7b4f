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

    private static readonly PhraseTable<string[]> Words = new(LexiconFile.Rows("deed-words.tsv", "words\tclasses").Select(row => (row[0], row[1].Split(' '))));

    private static readonly DeedRule[] Rules = [.. LexiconFile.Rows("deed-rules.tsv", "kind\tclasses").Select(row => DeedRule.Parse(row[0], row[1]))];

    /// <summary>The acts of a sentence with the deeds of its other clauses.</summary>
    public static List<PhraseMatch<Act>> With(List<PhraseMatch<Act>> acts, IReadOnlyList<Token> tokens, in Sentence sentence)
    {
        var deeds = new List<PhraseMatch<Act>>();
        foreach (var (from, to) in Clauses.Parts(tokens, sentence))
        {
            if (!acts.Exists(act => act.Value.Form is not ActForm.Weak && act.First < to && act.Last > from) && In(tokens, from, to) is { } deed)
            {
                deeds.Add(deed);
            }
        }
        return deeds.Count == 0 ? acts : [.. acts.Where(act => !deeds.Exists(deed => act.First < deed.Last && act.Last > deed.First)).Concat(deeds).OrderBy(act => act.First)];
    }

    private static PhraseMatch<Act>? In(IReadOnlyList<Token> tokens, int from, int to)
    {
        var words = WordsOf(tokens, from, to);
        foreach (var rule in Rules)
        {
            for (var start = 0; start < words.Count; start++)
            {
                if (rule.EndFrom(words, start) is > 0 and var end)
                {
                    return new PhraseMatch<Act>(words[start].First, end, new Act(rule.Kind, ActForm.Read), rule.Written);
                }
            }
        }
        return null;
    }

    private static List<DeedWord> WordsOf(IReadOnlyList<Token> tokens, int from, int to)
    {
        var words = new List<DeedWord>();
        for (var at = from; at < to; at++)
        {
            if (Words.At(tokens, at, to) is { } match)
            {
                words.Add(new DeedWord(at, match.Last, match.Value));
                at = match.Last - 1;
            }
            else if (tokens[at] is { IsWord: true, IsCapital: true })
            {
                words.Add(new DeedWord(at, at + 1, Name));
            }
        }
        return words;
    }
}
