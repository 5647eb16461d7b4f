using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Happenings;

/// <summary>Where the clause that holds a token begins and ends.</summary>
internal static class Clauses
{
    private static readonly HashSet<string> Openers = new(StringComparer.Ordinal)
        { "while", "whereas", "but", "although", "though", "after", "following", "when", "because", "which", "who", "adding", "before", "since", "amid", "despite", "until" };

    public static (int From, int To) Of(IReadOnlyList<Token> tokens, in Sentence sentence, int first, int last)
    {
        var (from, to) = (first, last);
        while (from > sentence.First && !IsBorder(tokens[from - 1]) && !Openers.Contains(tokens[from].Key) && !tokens[from].OpensQuotation)
        {
            from--;
        }
        while (to < sentence.Last && !IsBorder(tokens[to]) && !Openers.Contains(tokens[to].Key) && !tokens[to].OpensQuotation)
        {
            to++;
        }
        return (from, to);
    }

    private static bool IsBorder(in Token token) => token.IsMark(';') || token.IsMark(':') || token.IsMark('-') || token.IsMark('(') || token.IsMark(')');
}
