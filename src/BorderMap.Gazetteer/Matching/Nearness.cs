using BorderMap.Gazetteer.Folding;
using BorderMap.Gazetteer.Resolving;

namespace BorderMap.Gazetteer.Matching;

/// <summary>A written name, what was found near it, and how near something must be to matter still.</summary>
/// <param name="key">Its light key.</param>
/// <param name="heavy">Its heavy key.</param>
/// <param name="silent">Its <see cref="SkeletonLetters.SilentCounts"/>.</param>
/// <param name="kind">The kind that words beside the key speak for.</param>
/// <param name="hits">Takes what is found.</param>
/// <param name="admits">Which places count; null for all.</param>
/// <param name="best">Room for <see cref="Kept"/> numbers.</param>
internal ref struct Nearness(ReadOnlySpan<char> key, ReadOnlySpan<char> heavy, uint silent, PlaceKind? kind, List<Hit> hits, Func<int, bool>? admits, Span<(float Cost, int Place)> best)
{
    /// <summary>How many good names make the rest not worth a look.</summary>
    public const int Kept = 8;

    /// <summary>What costs so much more than the best is one in thirty as likely.</summary>
    private const float Window = 0.6f;

    /// <summary>Keys compared at most: the bar of time, met by one name in thirty.</summary>
    private const int MostCompared = 700;

    private readonly Span<(float Cost, int Place)> best = best;
    private readonly float most = Likelihood.Room(key.Length) * (1 - Likelihood.Least);
    private int comparisons;
    private float worst = float.PositiveInfinity;
    private int count;

    public readonly ReadOnlySpan<char> Key { get; } = key;

    public readonly ReadOnlySpan<char> Heavy { get; } = heavy;

    public readonly uint Silent { get; } = silent;

    public readonly bool IsArabic { get; } = Scripts.IsArabic(heavy);

    public readonly PlaceKind? Kind { get; } = kind;

    /// <summary>See <see cref="Likelihood.Room"/>.</summary>
    public readonly float Room { get; } = Likelihood.Room(key.Length);

    public readonly List<Hit> Hits { get; } = hits;

    public readonly bool Admits(int place) => admits is null || admits(place);

    /// <summary>Whether there is time for so many more comparisons.</summary>
    public bool MayCompare(int more) => (comparisons += more) <= MostCompared;

    /// <summary>What the edits to any name may cost at most.</summary>
    public readonly float MostOfAny => Most(Likelihood.PriorCost(1));

    /// <summary>What the edits to a name may cost at most, given the least prior cost of its places.</summary>
    public readonly float Most(float prior) => Math.Min(most, worst - prior);

    /// <summary>Remembers the best place of a name that was found, and what edits and prior cost together.</summary>
    public void Offer(float cost, int place)
    {
        var at = 0;
        while (at < count && best[at].Place != place)
        {
            at++;
        }
        if (at == count)
        {
            if (count < best.Length)
            {
                count++;
            }
            else if (cost >= best[--at].Cost)
            {
                return;
            }
        }
        else if (best[at].Cost <= cost)
        {
            return;
        }
        for (; at > 0 && best[at - 1].Cost > cost; at--)
        {
            best[at] = best[at - 1];
        }
        best[at] = (cost, place);
        worst = Math.Min(best[0].Cost + Window, count < best.Length ? float.PositiveInfinity : best[^1].Cost);
    }
}
