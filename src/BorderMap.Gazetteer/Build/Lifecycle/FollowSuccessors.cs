namespace BorderMap.Gazetteer.Build.Lifecycle;

/// <summary>Step: leads each dead entry to the living one that took its place, and takes the dead ones out.</summary>
internal static class FollowSuccessors
{
    public static void Do(BuildState state, CancellationToken cancellation)
    {
        var livingByWikidata = state.Entries.Values.Where(e => !e.IsDead && e.WikidataId is not null).ToLookup(e => (e.Kind, e.WikidataId));
        foreach (var entry in state.Entries.Values.Where(e => e.IsDead).ToList())
        {
            cancellation.ThrowIfCancellationRequested();
            var reason = ReasonOf(entry);
            var twin = entry.WikidataId is null ? null : livingByWikidata[(entry.Kind, entry.WikidataId)].FirstOrDefault();
            if ((LivingSuccessor(state.Entries, entry.Id) ?? twin?.Id) is { } successor)
            {
                state.Successors[entry.Id] = new Successor(successor, reason);
                state.Report.Add($"{reason} entries led to a successor");
            }
            else
            {
                state.Report.Add($"{reason} entries without a successor, dropped");
            }
        }
        foreach (var dead in state.Entries.Values.Where(e => e.IsDead).Select(e => e.Id).ToList())
        {
            state.Dead[dead] = state.Entries[dead];
            state.Entries.Remove(dead);
        }
    }

    /// <summary>The first living entry along the chains of successors; null where they end, or lead back to themselves.</summary>
    internal static long? LivingSuccessor(IReadOnlyDictionary<long, Entry> entries, long id)
    {
        var visited = new HashSet<long> { id };
        var open = new Queue<long>(entries[id].SupersededBy);
        while (open.TryDequeue(out var next))
        {
            if (visited.Add(next) && entries.TryGetValue(next, out var entry))
            {
                if (!entry.IsDead)
                {
                    return next;
                }
                foreach (var further in entry.SupersededBy)
                {
                    open.Enqueue(further);
                }
            }
        }
        return null;
    }

    private static string ReasonOf(Entry entry) => entry.SupersededBy.Count > 0 ? "superseded" : entry.Deprecated ? "deprecated" : "ceased";
}
