using BorderMap.Gazetteer.Matching;

namespace BorderMap.Gazetteer.Resolving;

/// <summary>Orders hits: the match first, then how likely the place is meant; each place once.</summary>
internal static class Ranking
{
    /// <summary>"Kandahar, Kandahar" means the town: a place that its own context names stands behind those inside it.</summary>
    private const float NamedByContext = 0.9f;

    /// <summary>How many are kept at least, so that a verdict sees the best one's rivals and neighbours.</summary>
    private const int LeastKept = 24;

    /// <summary>The best of the hits, best first.</summary>
    public static List<Ranked> Of(List<Hit> hits, Place[] places, float[] prominence, Context context, int limit)
    {
        var best = new List<Ranked>(Math.Min(hits.Count, Math.Max(limit, LeastKept)) + 1);
        foreach (var hit in hits)
        {
            var cost = hit.Cost + Likelihood.PriorCost(prominence[hit.Place]);
            var score = 1 - (cost / (hit.Room + 1));
            if (best.Count < best.Capacity - 1 || score > best[^1].Score)
            {
                var place = places[hit.Place];
                var isContext = context.Names(place);
                Insert(best, new Ranked(place, hit, prominence[hit.Place], isContext ? score * NamedByContext : score, isContext));
            }
        }
        return best;
    }

    /// <summary>Puts it in its order, unless the same place stands there with a better score; drops the last when there is no room.</summary>
    private static void Insert(List<Ranked> best, Ranked item)
    {
        var at = best.Count;
        for (var i = best.Count - 1; i >= 0; i--)
        {
            if (best[i].Hit.Place == item.Hit.Place)
            {
                if (best[i].Score >= item.Score)
                {
                    return;
                }
                best.RemoveAt(i);
                at--;
            }
            else if (IsBefore(item, best[i]))
            {
                at = i;
            }
        }
        if (best.Count == best.Capacity - 1)
        {
            best.RemoveAt(best.Count - 1);
        }
        best.Insert(Math.Min(at, best.Count), item);
    }

    private static bool IsBefore(Ranked a, Ranked b) => a.Score != b.Score ? a.Score > b.Score : a.Hit.Place < b.Hit.Place;
}
