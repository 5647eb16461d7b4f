namespace BorderMap.Gazetteer.Build.Lifecycle;

/// <summary>Step: entries that share a Wikidata or GeoNames id, and lie close together, are one place: the best known one stays, with the names of all.</summary>
internal static class MergeDuplicates
{
    /// <summary>Farther apart than this, a shared id is a copied id, not a shared place.</summary>
    private const double NearM = 15_000;

    public static void Do(BuildState state, CancellationToken cancellation)
    {
        foreach (var key in new Func<Entry, string?>[] { e => e.WikidataId, e => e.GeoNamesId?.ToString() })
        {
            cancellation.ThrowIfCancellationRequested();
            var groups = state.Entries.Values.Where(e => e.Kind == PlaceKind.Locality && key(e) is not null).GroupBy(key).Where(g => g.Count() > 1);
            foreach (var group in groups.ToList())
            {
                Merge(state, [.. group.OrderByDescending(e => e.Population).ThenByDescending(e => e.Names.Count).ThenBy(e => e.Id)]);
            }
        }
    }

    private static void Merge(BuildState state, List<Entry> bestFirst)
    {
        var best = bestFirst[0];
        foreach (var other in bestFirst.Skip(1).Where(e => Geo.DistanceM(e.Lon, e.Lat, best.Lon, best.Lat) <= NearM))
        {
            best.Names.AddRange(other.Names.Append(new EntryName(other.Name, "und", NameRank.Variant)));
            state.Successors[other.Id] = new Successor(best.Id, "duplicate");
            foreach (var (old, _) in state.Successors.Where(pair => pair.Value.Id == other.Id).ToList())
            {
                state.Successors[old] = state.Successors[old] with { Id = best.Id };
            }
            state.Entries.Remove(other.Id);
            state.Report.Add("duplicates by concordance, merged");
        }
    }
}
