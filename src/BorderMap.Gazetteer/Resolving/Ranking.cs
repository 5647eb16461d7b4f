using BorderMap.Gazetteer.Matching;

namespace BorderMap.Gazetteer.Resolving;

/// <summary>Orders hits: the match first, then how likely the place is meant; each place once.</summary>
internal static class Ranking
{
    /// <summary>"Kandahar, Kandahar" means the town: a place that its own context names stands behind those inside it.</summary>
    private const float NamedByContext = 0.9f;

    /// <summary>What another name may cost more than the best and still be shown before more places of that name.</summary>
    private const float NearlyAsNear = 0.7f;

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
        Spread(best, limit);
        return best;
    }

    /// <summary>Of many places of one name a list shows no more than half, where other names are nearly as near: those may be meant too.</summary>
    private static void Spread(List<Ranked> best, int limit)
    {
        var most = (limit + 1) / 2;
        for (var at = most; at < Math.Min(limit, best.Count); at++)
        {
            if (Bearers(best, at) < most)
            {
                continue;
            }
            var other = best.FindIndex(at + 1, ranked => ranked.Hit.Key != best[at].Hit.Key);
            if (other < 0 || best[other].Hit.Cost > best[0].Hit.Cost + NearlyAsNear)
            {
                return;
            }
            var moved = best[other];
            best.RemoveAt(other);
            best.Insert(at, moved);
        }
    }

    /// <summary>How many before a place come under the same name.</summary>
    private static int Bearers(List<Ranked> best, int at)
    {
        var count = 0;
        for (var i = 0; i < at; i++)
        {
            count += best[i].Hit.Key == best[at].Hit.Key && best[at].Hit.Key >= 0 ? 1 : 0;
        }
        return count;
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
