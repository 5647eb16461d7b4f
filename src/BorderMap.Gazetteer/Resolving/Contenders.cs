namespace BorderMap.Gazetteer.Resolving;

/// <summary>The likeliest of the places that match, each once, best first; and how likely all are together.</summary>
internal sealed class Contenders
{
    /// <summary>How many are kept at least, so that a verdict sees the best one's rivals and neighbours.</summary>
    private const int LeastKept = 24;

    /// <summary>What another name may cost more than the best and still be shown before more places of that name.</summary>
    private const float NearlyAsNear = 0.7f;

    private readonly List<Contender> best;
    private readonly int most;

    public Contenders(int limit, int expected)
    {
        most = Math.Max(limit, LeastKept);
        best = new List<Contender>(Math.Min(expected, most) + 1);
    }

    public IReadOnlyList<Contender> Best => best;

    /// <summary>The odds of all, also of those not kept.</summary>
    public double Odds { get; private set; }

    public void Add(in Contender contender)
    {
        var same = IndexOf(contender.Hit.Place);
        if (same >= 0)
        {
            if (best[same].Odds >= contender.Odds)
            {
                return;
            }
            Odds -= best[same].Odds;
            best.RemoveAt(same);
        }
        Odds += contender.Odds;
        if (best.Count == most && !IsBefore(contender, best[^1]))
        {
            return;
        }
        var at = best.Count;
        for (; at > 0 && IsBefore(contender, best[at - 1]); at--)
        {
        }
        if (best.Count == most)
        {
            best.RemoveAt(most - 1);
        }
        best.Insert(at, contender);
    }

    /// <summary>
    /// The best few, best first. Of many places of one name no more than half of them, where other names are nearly as near: those may be
    /// meant too.
    /// </summary>
    public IEnumerable<Contender> Shown(int limit)
    {
        var most = (limit + 1) / 2;
        if (best.Count <= limit || Bearers(best[0].Hit.Key) <= most)
        {
            return best.Take(limit);
        }
        var others = best.Where(contender => contender.Hit.Key != best[0].Hit.Key && contender.Hit.Cost <= best[0].Hit.Cost + NearlyAsNear).Take(limit - most).ToList();
        var bearers = best.Where(contender => !others.Contains(contender)).Take(limit - others.Count);
        return bearers.Concat(others).OrderByDescending(contender => contender.Odds);
    }

    private int Bearers(int key)
    {
        var count = 0;
        foreach (var contender in best)
        {
            count += contender.Hit.Key == key && key >= 0 ? 1 : 0;
        }
        return count;
    }

    private int IndexOf(int place)
    {
        for (var i = 0; i < best.Count; i++)
        {
            if (best[i].Hit.Place == place)
            {
                return i;
            }
        }
        return -1;
    }

    private static bool IsBefore(in Contender a, in Contender b) => a.Odds != b.Odds ? a.Odds > b.Odds : a.Hit.Place < b.Hit.Place;
}
