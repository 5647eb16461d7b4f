namespace BorderMap.PostGis.Writing;

/// <summary>Incidents that are reckoned and wait to be written to the stage.</summary>
/// <param name="Documents">New versions of documents.</param>
/// <param name="Rows">New public rows.</param>
/// <param name="Versions">Which version of its document each of these rows shows.</param>
/// <param name="Gone">What leaves the public tables: its id, last public version and tombstone, and the number of the change.</param>
internal sealed record PreparedIncidents(
    IReadOnlyCollection<StagedDocument> Documents,
    IReadOnlyCollection<StampedRow> Rows,
    IReadOnlyCollection<(string Id, int Version, int DocumentVersion)> Versions,
    IReadOnlyCollection<(string Id, int Version, Tombstone Tombstone, long Change)> Gone)
{
    public static PreparedIncidents None { get; } = new([], [], [], []);
}

/// <summary>What the public was shown of an incident last.</summary>
/// <param name="Id">The incident.</param>
/// <param name="Version">Its last public version.</param>
/// <param name="Hash">Of the current one; null: none is.</param>
internal sealed record ShownVersion(string Id, int Version, string? Hash);
