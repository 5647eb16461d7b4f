using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Happenings;

/// <summary>"The worst clashes since 2021", "the first raid there since the truce": what an act is measured against, and no time of it.</summary>
internal static class Superlatives
{
    /// <summary>Words from the superlative to "since": "the most serious exchange of fire between the two sides since".</summary>
    private const int Farthest = 11;

    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "worst", "heaviest", "deadliest", "gravest", "biggest", "largest", "bloodiest", "fiercest", "strongest", "sharpest", "most", "first", "highest", "longest", "broadest", "widest", "severest", "costliest", "hardest", "greatest", "deepest",
    };

    /// <summary>Whether among some tokens stands a "since" that a superlative goes with.</summary>
    public static bool IsSince(IReadOnlyList<Token> tokens, int sentence, int from, int to)
    {
        for (var since = to - 1; since >= Math.Max(sentence, from); since--)
        {
            if (tokens[since].Kind is TokenKind.Mark)
            {
                return false;
            }
            if (tokens[since].Key is "since")
            {
                return Is(tokens, sentence, since);
            }
        }
        return false;
    }

    /// <summary>Whether a superlative goes with a "since".</summary>
    public static bool Is(IReadOnlyList<Token> tokens, int sentence, int since)
    {
        for (var at = since - 1; at >= Math.Max(sentence, since - Farthest); at--)
        {
            if (tokens[at].Kind is TokenKind.Mark && !tokens[at].IsMark('-'))
            {
                return false;
            }
            if (Words.Contains(tokens[at].Key) && at > 0 && (tokens[at - 1].Key is "the" or "its" or "their" or "among" or "second" || tokens[at - 1].IsPossessive))
            {
                return true;
            }
        }
        return false;
    }
}
