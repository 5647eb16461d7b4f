using BorderMap.Gazetteer.Folding;
using BorderMap.Gazetteer.Index;
using BorderMap.Gazetteer.Resolving;

namespace BorderMap.Gazetteer.Matching;

/// <summary>From a written name to names near it, in either script: gathers what may be near by cheap keys, then compares letter by letter.</summary>
internal sealed class NearNames
{
    /// <summary>Skeletons shorter than this have too many neighbours to tell anything.</summary>
    private const int ShortestSkeleton = 3;

    private readonly NameIndex index;
    private readonly NameComparison comparison;
    private readonly Task<WellKnownNeighbours> wellKnown;

    public NearNames(Place[] places, NameIndex index, float[] prominence)
    {
        this.index = index;
        var priors = LeastPriors(index, prominence);
        comparison = new NameComparison(places, index, prominence, priors);
        wellKnown = Task.Run(() => new WellKnownNeighbours(index, priors));
    }

    /// <summary>Other transliterations of a name.</summary>
    public void AddSpellings(ReadOnlySpan<char> key, PlaceKind? kind, List<Hit> hits, Func<int, bool>? admits)
    {
        Span<char> heavy = stackalloc char[NameFolding.MaxLength];
        heavy = heavy[..index.Rules.Folding.Heavy(key, heavy)];
        if (index.Heavy.Find(heavy) is >= 0 and var same)
        {
            var near = new Nearness(key, heavy, index.Rules.Skeletons.SilentCounts(heavy), kind, hits, admits, stackalloc (float, int)[Nearness.Kept]);
            comparison.Compare(same, ref near);
        }
    }

    /// <summary>Of a name that is recorded: its other spellings, and well-known places a slip away.</summary>
    public void AddBeside(int lightKey, PlaceKind? kind, List<Hit> hits, Func<int, bool>? admits)
    {
        var same = index.HeavyOf(lightKey);
        var neighbours = wellKnown.GetAwaiter().GetResult().Of(same);
        var (from, to) = index.LightKeysOf(same);
        if (neighbours.IsEmpty && to - from == 1)
        {
            return;
        }
        var near = new Nearness(index.Light[lightKey], index.Heavy[same], index.Silent[same], kind, hits, admits, stackalloc (float, int)[Nearness.Kept]);
        comparison.OfferSame(lightKey, ref near);
        comparison.CompareSpellings(lightKey, ref near);
        foreach (var heavyKey in neighbours)
        {
            comparison.Compare(heavyKey, ref near);
        }
    }

    /// <summary>Names one slip away that a well-known place bears.</summary>
    public void AddWellKnownSlips(ReadOnlySpan<char> key, List<Hit> hits)
    {
        Span<char> heavy = stackalloc char[NameFolding.MaxLength];
        heavy = heavy[..index.Rules.Folding.Heavy(key, heavy)];
        var near = new Nearness(key, heavy, index.Rules.Skeletons.SilentCounts(heavy), null, hits, null, stackalloc (float, int)[Nearness.Kept]);
        var seen = SeenKeys.Take(index.Heavy.Count);
        index.Slips.Collect(heavy, seen);
        foreach (var heavyKey in seen.Keys)
        {
            comparison.CompareWellKnown(heavyKey, ref near);
        }
    }

    /// <summary>Everything near: the likeliest first, so that what comes later has to be better than what is there.</summary>
    public void AddSlips(ReadOnlySpan<char> key, PlaceKind? kind, List<Hit> hits, Func<int, bool>? admits)
    {
        Span<char> heavy = stackalloc char[NameFolding.MaxLength];
        Span<char> skeleton = stackalloc char[NameFolding.MaxLength];
        heavy = heavy[..index.Rules.Folding.Heavy(key, heavy)];
        skeleton = skeleton[..index.Rules.Skeletons.Apply(heavy, skeleton)];
        var near = new Nearness(key, heavy, index.Rules.Skeletons.SilentCounts(heavy), kind, hits, admits, stackalloc (float, int)[Nearness.Kept]);
        var seen = SeenKeys.Take(index.Heavy.Count);
        if (index.Heavy.Find(heavy) is >= 0 and var same)
        {
            seen.Add(same);
        }
        index.Slips.Collect(heavy, seen);
        foreach (var heavyKey in seen.Keys)
        {
            comparison.Compare(heavyKey, ref near);
        }
        var sameSkeleton = index.Skeletons.Find(skeleton);
        if (sameSkeleton >= 0)
        {
            comparison.CompareUnseen(index.HeavyKeysOf(sameSkeleton), seen, consonantCost: 0, otherScript: true, ref near);
        }
        if (skeleton.Length >= ShortestSkeleton)
        {
            var skeletons = SeenKeys.TakeOther(index.Skeletons.Count);
            index.SkeletonSlips.Collect(skeleton, skeletons);
            CompareSkeletons(skeleton, sameSkeleton, skeletons.Keys, seen, 0, Likelihood.LikelySlip, ref near);
            CompareSkeletons(skeleton, sameSkeleton, skeletons.Keys, seen, Likelihood.LikelySlip, near.MostOfAny, ref near);
        }
    }

    /// <summary>Skeletons whose consonants cost so much: likely slips first, then there is less to look for.</summary>
    private void CompareSkeletons(ReadOnlySpan<char> skeleton, int same, ReadOnlySpan<int> skeletons, SeenKeys seen, float from, float to, ref Nearness near)
    {
        foreach (var number in skeletons)
        {
            if (number != same && Likelihood.OfConsonants(index.Rules.Costs.Between(skeleton, index.Skeletons[number], 2)) is var least && least >= from && least < to)
            {
                comparison.CompareUnseen(index.HeavyKeysOf(number), seen, least, otherScript: false, ref near);
            }
        }
    }

    /// <summary>The least prior cost of the places below each heavy key.</summary>
    private static float[] LeastPriors(NameIndex index, float[] prominence)
    {
        var least = new float[index.Heavy.Count];
        for (var key = 0; key < least.Length; key++)
        {
            var most = 0f;
            foreach (var packed in index.NamesOfHeavy(key))
            {
                most = Math.Max(most, prominence[NameReference.Unpack(packed).Place]);
            }
            least[key] = Likelihood.PriorCost(most);
        }
        return least;
    }
}
