namespace BorderMap.PostGis.Writing;

/// <summary>Public incidents that refer to documents of this write.</summary>
internal static class Referring
{
    private const int BatchSize = 1000;

    /// <summary>Stages them to be projected anew, a batch at a time.</summary>
    public static async Task StageAsync(WriteSession session, IReadOnlyCollection<string> references, CancellationToken cancellation)
    {
        if (references.Count == 0)
            return;
        var after = "";
        while (await StoredIncident.ReferringToAsync(session.Connection, [.. references], after, BatchSize, cancellation) is { Count: > 0 } referring)
        {
            await session.Incidents.StageAsync([.. referring.Select(stored => stored.Again())], cancellation);
            after = referring[^1].Id;
        }
    }
}
