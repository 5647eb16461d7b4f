using BorderMap.Gazetteer.Folding;
using BorderMap.Gazetteer.Index;
using BorderMap.Gazetteer.Resolving;

namespace BorderMap.Gazetteer.Matching;

/// <summary>From a written name to names near it, in either script: gathers what may be near by cheap keys, then compares letter by letter.</summary>
internal sealed class NearNames
{
    /// <summary>Keys compared at most; the bar of time.</summary>
    private const int MostCompared = 3000;

    /// <summary>Skeletons shorter than this have too many neighbours to tell anything.</summary>
    private const int ShortestSkeleton = 3;

    private readonly Place[] places;
    private readonly NameIndex index;
    private readonly float[] prominence;
    private readonly Task<float[]> leastPriors;
    private readonly Task<DeletionIndex> wellKnown;

    public NearNames(Place[] places, NameIndex index, float[] prominence)
    {
        (this.places, this.index, this.prominence) = (places, index, prominence);
        leastPriors = Task.Run(LeastPriors);
        wellKnown = Task.Run(() =>
        {
            var priors = leastPriors.GetAwaiter().GetResult();
            var enough = Likelihood.PriorCost(Likelihood.WellKnown);
            return new DeletionIndex(index.Heavy, key => priors[key] <= enough);
        });
    }

    /// <summary>Other transliterations of a name, and what is recorded only in the other script.</summary>
    public void AddSpellings(ReadOnlySpan<char> key, PlaceKind? kind, List<Hit> hits, Func<int, bool>? admits)
    {
        Span<char> heavy = stackalloc char[NameFolding.MaxLength];
        heavy = heavy[..index.Rules.Folding.Heavy(key, heavy)];
        var near = SeenKeys.Take(index.Heavy.Count);
        if (index.Heavy.Find(heavy) is >= 0 and var same)
        {
            near.Add(same);
        }
        Compare(key, heavy, near, kind, hits, admits);
    }

    /// <summary>Of a name that is recorded: its other spellings, and well-known places a slip away.</summary>
    public void AddBeside(int lightKey, PlaceKind? kind, List<Hit> hits, Func<int, bool>? admits)
    {
        var same = index.HeavyOf(lightKey);
        var near = SeenKeys.Take(index.Heavy.Count);
        near.Add(same);
        wellKnown.GetAwaiter().GetResult().Collect(index.Heavy[same], near);
        Compare(index.Light[lightKey], index.Heavy[same], near, kind, hits, admits);
    }

    /// <summary>Everything near.</summary>
    public void AddSlips(ReadOnlySpan<char> key, PlaceKind? kind, List<Hit> hits, Func<int, bool>? admits)
    {
        Span<char> heavy = stackalloc char[NameFolding.MaxLength];
        Span<char> skeleton = stackalloc char[NameFolding.MaxLength];
        heavy = heavy[..index.Rules.Folding.Heavy(key, heavy)];
        skeleton = skeleton[..index.Rules.Sounds.Skeleton(heavy, skeleton)];
        var near = SeenKeys.Take(index.Heavy.Count);
        if (index.Heavy.Find(heavy) is >= 0 and var same)
        {
            near.Add(same);
        }
        index.Slips.Collect(heavy, near);
        index.Sounds.CollectSame(skeleton, near);
        if (skeleton.Length >= ShortestSkeleton)
        {
            index.Sounds.CollectSlips(skeleton, near);
        }
        Compare(key, heavy, near, kind, hits, admits);
    }

    public static long Compared;
    public static long Collected;
    public static long Aligned;

    private void Compare(ReadOnlySpan<char> key, ReadOnlySpan<char> heavy, SeenKeys near, PlaceKind? kind, List<Hit> hits, Func<int, bool>? admits)
    {
        var priors = leastPriors.GetAwaiter().GetResult();
        Span<char> spoken = stackalloc char[NameFolding.MaxLength];
        Span<char> otherSpoken = stackalloc char[NameFolding.MaxLength];
        spoken = spoken[..index.Rules.Sounds.Spoken(heavy, spoken)];
        var isArabic = Scripts.IsArabic(heavy);
        var best = new BestFew(stackalloc float[BestFew.Kept]);
        var room = Likelihood.Room(key.Length);
        var most = room * (1 - Likelihood.Least);
        Collected += near.Count;
        foreach (var heavyKey in near.Keys)
        {
            var least = Math.Min(most, best.Worst - priors[heavyKey]);
            if (least <= 0)
            {
                continue;
            }
            var recorded = index.Heavy[heavyKey];
            if (Scripts.IsArabic(recorded) == isArabic)
            {
                var how = recorded.SequenceEqual(heavy) ? MatchKind.Spelling : MatchKind.Slip;
                foreach (var lightKey in index.Heavy.Values(heavyKey))
                {
                    Aligned++;
                    var cost = index.Rules.Costs.Between(key, index.Light[lightKey], least);
                    if (cost < least)
                    {
                        Add(lightKey, how, cost, room, kind, hits, admits, ref best);
                    }
                }
            }
            else
            {
                Aligned++;
                var other = otherSpoken[..index.Rules.Sounds.Spoken(recorded, otherSpoken)];
                var cost = Likelihood.OtherScript + index.Rules.SoundCosts.Between(spoken, other, least);
                if (cost < least)
                {
                    foreach (var lightKey in index.Heavy.Values(heavyKey))
                    {
                        Add(lightKey, MatchKind.Sound, cost, room, kind, hits, admits, ref best);
                    }
                }
            }
        }
    }

    private void Add(int lightKey, MatchKind how, float cost, float room, PlaceKind? kind, List<Hit> hits, Func<int, bool>? admits, ref BestFew best)
    {
        foreach (var packed in index.Light.Values(lightKey))
        {
            var (place, name, isCore, _) = NameReference.Unpack(packed);
            if (admits is null || admits(place))
            {
                var total = cost + Likelihood.CoreCost(isCore || kind is not null, kind is null || Kinds.Fits(places[place].Kind, kind.Value));
                hits.Add(Hit.Of(place, name, how, total, room));
                best.Offer(total + Likelihood.PriorCost(prominence[place]));
            }
        }
    }

    /// <summary>The least prior cost of the places below each heavy key.</summary>
    private float[] LeastPriors()
    {
        var least = new float[index.Heavy.Count];
        for (var key = 0; key < least.Length; key++)
        {
            least[key] = float.MaxValue;
            foreach (var lightKey in index.Heavy.Values(key))
            {
                foreach (var packed in index.Light.Values(lightKey))
                {
                    least[key] = Math.Min(least[key], Likelihood.PriorCost(prominence[NameReference.Unpack(packed).Place]));
                }
            }
        }
        return least;
    }
}
