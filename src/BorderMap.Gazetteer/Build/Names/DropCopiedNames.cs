namespace BorderMap.Gazetteer.Build.Names;

/// <summary>
/// Step: hamlets that took over the translations of a namesake. Where several localities of one name carry the same set of preferred names,
/// it belongs to the one that a Wikidata id ties to it; the others keep each spelling once, as a variant, and only those that can be
/// read as their name.
/// </summary>
internal static class DropCopiedNames
{
    /// <summary>Spellings that differ from the name by more than this render another one.</summary>
    private const double Unlike = 0.5;

    public static void Do(BuildState state, CancellationToken cancellation)
    {
        var skeleton = Skeleton.Load(Path.Combine(state.Data, "gazetteer"));
        var namesakes = state.Entries.Values.Where(e => e.Kind == PlaceKind.Locality).GroupBy(e => (e.Name, Set: Translations(e)));
        foreach (var group in namesakes.Where(g => g.Key.Set.Length > 0 && g.Count() > 1))
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var copy in group.Where(e => e.WikidataId is null))
            {
                state.Report.Add("copied names dropped from namesakes", Reduce(copy, skeleton));
            }
        }
    }

    /// <summary>The preferred names in three languages or more; fewer may well be the place's own.</summary>
    private static string Translations(Entry locality)
    {
        var preferred = locality.Names.Where(n => n.Rank == NameRank.Preferred && n.Language != "und").ToList();
        return preferred.Select(n => n.Language).Distinct().Count() < 3 ? ""
            : string.Join('|', preferred.Select(n => n.Text).Distinct().Order(StringComparer.Ordinal));
    }

    private static int Reduce(Entry copy, Skeleton skeleton)
    {
        var before = copy.Names.Count;
        var own = skeleton.Of(copy.Name);
        var kept = copy.Names
            .Select(n => n.Rank == NameRank.Preferred && n.Text != copy.Name ? n with { Rank = NameRank.Variant } : n)
            .Where(n => n.Language == "und" || Skeleton.Difference(own, skeleton.Of(n.Text)) <= Unlike)
            .DistinctBy(n => n.Text).ToList();
        copy.Names.Clear();
        copy.Names.AddRange(kept);
        return before - kept.Count;
    }
}
