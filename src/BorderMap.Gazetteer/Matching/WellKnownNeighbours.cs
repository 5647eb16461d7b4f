using BorderMap.Gazetteer.Index;

namespace BorderMap.Gazetteer.Matching;

/// <summary>
/// For each heavy key the well-known places a slip away ("Kandhar" is a hamlet; Kandahar may be meant): few enough to be found
/// beforehand, so that an exact look-up stays one.
/// </summary>
internal sealed class WellKnownNeighbours
{
    private readonly Grouping byKey;
    private readonly int[] wellKnown;

    /// <param name="index">All names.</param>
    /// <param name="leastPriors">The least prior cost of the places below each heavy key.</param>
    public WellKnownNeighbours(NameIndex index, float[] leastPriors)
    {
        var (keys, neighbours) = (new List<int>(), new List<int>());
        for (var key = 0; key < leastPriors.Length; key++)
        {
            if (leastPriors[key] > Likelihood.PriorCost(Likelihood.WellKnown))
            {
                continue;
            }
            var near = SeenKeys.Take(index.Heavy.Count);
            index.Slips.Collect(index.Heavy[key], near);
            foreach (var other in near.Keys)
            {
                if (other != key && index.IsArabic[other] == index.IsArabic[key]
                    && index.Rules.Costs.Between(index.Heavy[other], index.Heavy[key], Likelihood.OneSlip) < Likelihood.OneSlip)
                {
                    keys.Add(other);
                    neighbours.Add(key);
                }
            }
        }
        byKey = Grouping.Of(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(keys), leastPriors.Length);
        wellKnown = Array.ConvertAll(byKey.Order, item => neighbours[item]);
    }

    public ReadOnlySpan<int> Of(int heavyKey) => wellKnown.AsSpan(byKey.Starts[heavyKey]..byKey.Starts[heavyKey + 1]);
}
