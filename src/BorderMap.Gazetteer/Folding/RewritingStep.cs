using System.Runtime.CompilerServices;

namespace BorderMap.Gazetteer.Folding;

/// <summary>Where in a joined name a rewrite applies.</summary>
internal enum RewritePlace { Anywhere, Start, End }

/// <summary>A spelling and the one it is folded to.</summary>
internal sealed record Rewrite(string From, string To, RewritePlace Where);

/// <summary>Replaces spellings of one sound by one of them, from left to right, the longest rule first.</summary>
internal sealed class RewritingStep : IFoldStep
{
    private readonly Rewrite[]?[] byFirst = new Rewrite[]?[NameFolding.Alphabet];

    public RewritingStep(IEnumerable<Rewrite> rules)
    {
        foreach (var group in rules.GroupBy(rule => rule.From[0]))
        {
            byFirst[group.Key] = [.. group.OrderByDescending(rule => rule.From.Length)];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Apply(ReadOnlySpan<char> from, Span<char> to)
    {
        var length = 0;
        for (var at = 0; at < from.Length;)
        {
            var rule = Find(from, at);
            var replacement = rule is null ? from.Slice(at, 1) : rule.To;
            if (length + replacement.Length > to.Length)
            {
                return -1;
            }
            replacement.CopyTo(to[length..]);
            length += replacement.Length;
            at += rule?.From.Length ?? 1;
        }
        return length;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Rewrite? Find(ReadOnlySpan<char> text, int at)
    {
        if (text[at] >= NameFolding.Alphabet || byFirst[text[at]] is not { } rules)
        {
            return null;
        }
        foreach (var rule in rules)
        {
            if (text[at..].StartsWith(rule.From) && rule.Where switch
            {
                RewritePlace.Start => at == 0,
                // A name is more than its ending.
                RewritePlace.End => at > 0 && at + rule.From.Length == text.Length,
                _ => true,
            })
            {
                return rule;
            }
        }
        return null;
    }
}
