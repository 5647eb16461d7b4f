using BorderMap.Gazetteer.Folding;
using BorderMap.Gazetteer.Index;
using BorderMap.Gazetteer.Resolving;

namespace BorderMap.Gazetteer.Matching;

/// <summary>Compares a written name with recorded ones, by letters in one script, by sounds across two.</summary>
/// <param name="places">All places.</param>
/// <param name="index">Their names.</param>
/// <param name="prominence">How well known each place is.</param>
/// <param name="leastPriors">The least prior cost of the places below each heavy key.</param>
internal sealed class NameComparison(Place[] places, NameIndex index, float[] prominence, float[] leastPriors)
{
    /// <summary>Those of a range of heavy keys that were not compared before and may be near enough.</summary>
    /// <param name="range">From the first to before the second.</param>
    /// <param name="seen">What was compared before.</param>
    /// <param name="consonantCost">What their consonants differ by at least.</param>
    /// <param name="otherScript">Whether names of the other script count.</param>
    /// <param name="near">The written name.</param>
    public void CompareUnseen((int From, int To) range, SeenKeys seen, float consonantCost, bool otherScript, ref Nearness near)
    {
        var least = consonantCost + Likelihood.LeastUnseen;
        for (var heavyKey = range.From; heavyKey < range.To; heavyKey++)
        {
            var most = near.Most(leastPriors[heavyKey]);
            if (least >= most)
            {
                continue;
            }
            if (index.IsArabic[heavyKey] != near.IsArabic)
            {
                if (otherScript)
                {
                    CompareSounds(heavyKey, most, ref near);
                }
            }
            else if (consonantCost + Likelihood.OfVowels(SkeletonLetters.LeastEdits(near.Silent, index.Silent[heavyKey])) < most && !seen.Has(heavyKey))
            {
                CompareLetters(heavyKey, MatchKind.Slip, most, ref near);
            }
        }
    }

    /// <summary>Remembers how good the written name itself is, which is recorded.</summary>
    public void OfferSame(int lightKey, ref Nearness near)
    {
        foreach (var packed in index.NamesOf(lightKey))
        {
            var place = NameReference.Unpack(packed).Place;
            if (near.Admits(place))
            {
                near.Offer(Likelihood.PriorCost(prominence[place]), place);
            }
        }
    }

    /// <summary>The other light keys of the written one's heavy key.</summary>
    public void CompareSpellings(int lightKey, ref Nearness near)
    {
        var most = near.Most(0);
        var (from, to) = index.LightKeysOf(index.HeavyOf(lightKey));
        for (var other = from; other < to; other++)
        {
            if (other != lightKey && index.Rules.Costs.Between(near.Key, index.Light[other], most) is var cost && cost < most)
            {
                Add(other, MatchKind.Spelling, cost, most, ref near);
            }
        }
    }

    /// <summary>One heavy key of the same script.</summary>
    public void Compare(int heavyKey, ref Nearness near)
    {
        var most = near.Most(leastPriors[heavyKey]);
        if (most > 0 && index.IsArabic[heavyKey] == near.IsArabic)
        {
            CompareLetters(heavyKey, index.Heavy[heavyKey].SequenceEqual(near.Heavy) ? MatchKind.Spelling : MatchKind.Slip, most, ref near);
        }
    }

    /// <summary>One heavy key of the same script that a well-known place bears, one slip away at most.</summary>
    public void CompareWellKnown(int heavyKey, ref Nearness near)
    {
        if (leastPriors[heavyKey] <= Likelihood.PriorCost(Likelihood.WellKnown) && index.IsArabic[heavyKey] == near.IsArabic)
        {
            CompareLetters(heavyKey, MatchKind.Slip, Math.Min(Likelihood.OneSlip, near.Most(leastPriors[heavyKey])), ref near);
        }
    }

    private void CompareLetters(int heavyKey, MatchKind how, float most, ref Nearness near)
    {
        var (from, to) = index.LightKeysOf(heavyKey);
        if (!near.MayCompare(to - from))
        {
            return;
        }
        for (var lightKey = from; lightKey < to; lightKey++)
        {
            var cost = index.Rules.Costs.Between(near.Key, index.Light[lightKey], most);
            if (cost < most)
            {
                Add(lightKey, how, cost, most, ref near);
            }
        }
    }

    private void CompareSounds(int heavyKey, float most, ref Nearness near)
    {
        most = Math.Min(most, near.Room * (1 - Likelihood.LeastAcross));
        Span<char> sounds = stackalloc char[NameFolding.MaxLength];
        Span<char> recorded = stackalloc char[NameFolding.MaxLength];
        sounds = sounds[..Math.Max(0, index.Rules.Sounds.Apply(near.Key, sounds))];
        var (from, to) = index.LightKeysOf(heavyKey);
        for (var lightKey = from; lightKey < to; lightKey++)
        {
            var length = Math.Max(0, index.Rules.Sounds.Apply(index.Light[lightKey], recorded));
            var cost = Likelihood.OtherScript + index.Rules.SoundCosts.Between(sounds, recorded[..length], most);
            if (cost < most)
            {
                Add(lightKey, MatchKind.Sound, cost, most, ref near);
            }
        }
    }

    private void Add(int lightKey, MatchKind how, float cost, float most, ref Nearness near)
    {
        var (least, leastPlace) = (float.PositiveInfinity, -1);
        foreach (var packed in index.NamesOf(lightKey))
        {
            var (place, name, isCore, _) = NameReference.Unpack(packed);
            if (!near.Admits(place))
            {
                continue;
            }
            var total = cost + Likelihood.CoreCost(isCore || near.Kind is not null, near.Kind is null || Kinds.Fits(places[place].Kind, near.Kind.Value));
            if (how is MatchKind.Sound && index.HasName(place, near.IsArabic))
            {
                total += Likelihood.HasOwnScript;
                if (total >= most)
                {
                    continue;
                }
            }
            near.Hits.Add(Hit.Of(place, name, how, total, near.Room, lightKey));
            var withPrior = total + Likelihood.PriorCost(prominence[place]);
            (least, leastPlace) = withPrior < least ? (withPrior, place) : (least, leastPlace);
        }
        if (leastPlace >= 0)
        {
            near.Offer(least, leastPlace);
        }
    }
}
