namespace BorderMap.Gazetteer.Resolving;

/// <summary>Orders hits: the match first, then how likely the place is meant; each place once.</summary>
internal static class Ranking
{
    private const float ShareOfProminence = 0.1f;

    /// <summary>"Kandahar, Kandahar" means the town: a place that its own context names stands behind those inside it.</summary>
    private const float NamedByContext = 0.9f;

    public static List<Ranked> Of(List<Hit> hits, Place[] places, float[] prominence, Context context)
    {
        var ranked = new List<Ranked>(hits.Count);
        foreach (var hit in hits)
        {
            var place = places[hit.Place];
            var score = ((1 - ShareOfProminence) * hit.Match) + (ShareOfProminence * prominence[hit.Place]);
            ranked.Add(new Ranked(place, hit, prominence[hit.Place], context.Names(place) ? score * NamedByContext : score));
        }
        ranked.Sort(static (a, b) => b.Score != a.Score ? b.Score.CompareTo(a.Score) : a.Hit.Place.CompareTo(b.Hit.Place));
        return OnePerPlace(ranked);
    }

    private static List<Ranked> OnePerPlace(List<Ranked> ranked)
    {
        if (ranked.Count < 2)
        {
            return ranked;
        }
        var seen = new HashSet<int>(ranked.Count);
        ranked.RemoveAll(item => !seen.Add(item.Hit.Place));
        return ranked;
    }
}
