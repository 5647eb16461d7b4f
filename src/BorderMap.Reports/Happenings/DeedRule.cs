namespace BorderMap.Reports.Happenings;

/// <summary>Classes of words that together tell of a deed, in their order: <c>munition ..8 land</c> is a munition, then at most eight words on a word of falling or hitting.</summary>
/// <param name="Kind">Kind of the deed.</param>
/// <param name="Pieces">The classes, any of which will do, with the words that may stand before each.</param>
/// <param name="Written">As the lexicon writes it.</param>
internal sealed record DeedRule(string Kind, IReadOnlyList<(HashSet<string> Classes, int Gap)> Pieces, string Written)
{
    public static DeedRule Parse(string kind, string written)
    {
        var pieces = new List<(HashSet<string>, int)>();
        var gap = 0;
        foreach (var piece in written.Split(' '))
        {
            if (piece.StartsWith("..", StringComparison.Ordinal))
            {
                gap = int.Parse(piece.AsSpan(2));
                continue;
            }
            pieces.Add((piece.Split('|').ToHashSet(StringComparer.Ordinal), gap));
            gap = 0;
        }
        return new DeedRule(kind, pieces, written);
    }

    /// <summary>Where the rule, begun with a word, ends; -1 where it does not fit.</summary>
    public int EndFrom(List<DeedWord> words, int start) => IsOf(words[start], Pieces[0].Classes) ? End(words, start + 1, 1, words[start].Last) : -1;

    private static bool IsOf(in DeedWord word, HashSet<string> classes)
    {
        foreach (var name in word.Classes)
        {
            if (classes.Contains(name))
            {
                return true;
            }
        }
        return false;
    }

    private int End(List<DeedWord> words, int from, int piece, int last)
    {
        if (piece == Pieces.Count)
        {
            return last;
        }
        var (classes, gap) = Pieces[piece];
        for (var next = from; next < words.Count && words[next].First - last <= gap; next++)
        {
            if (words[next].First >= last && IsOf(words[next], classes) && End(words, next + 1, piece + 1, words[next].Last) is > 0 and var end)
            {
                return end;
            }
        }
        return -1;
    }
}

/// <summary>A word or fixed group of words with the classes it belongs to.</summary>
/// <param name="First">Number of its first token.</param>
/// <param name="Last">Number after its last token.</param>
/// <param name="Classes">Such as <c>munition</c>.</param>
internal readonly record struct DeedWord(int First, int Last, string[] Classes);
