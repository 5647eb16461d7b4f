using BorderMap.Incidents;
using BorderMap.Incidents.Model;
using Npgsql;

namespace BorderMap.PostGis.Writing;

/// <summary>Stages incidents: the new document, and what of it changes in public.</summary>
internal sealed class IncidentStaging(NpgsqlConnection connection, Stage stage, Library library, DateTimeOffset now)
{
    private readonly Dictionary<string, Sensitivity> earlierAs = [];

    /// <summary>By what rule the earlier public versions of an incident have to be made again: its own, and those of what was merged into it, since they tell of the same happening.</summary>
    public IReadOnlyDictionary<string, Sensitivity> EarlierAs => earlierAs;

    public async Task StageAsync(IReadOnlyCollection<IncidentChange> changes, CancellationToken cancellation)
    {
        await library.LoadAsync(changes.SelectMany(change => References.Of(change.Document)), cancellation);
        var shown = await ShownAsync([.. changes.Select(change => change.Document.Id)], cancellation);
        await WriteAsync(Prepare(changes, shown), cancellation);
    }

    /// <summary>Reckons what is to be written; asks nothing of the database. What the documents refer to has to be loaded.</summary>
    /// <param name="changes">In the order in which they become public.</param>
    /// <param name="shown">What was shown of them before.</param>
    public PreparedIncidents Prepare(IReadOnlyCollection<IncidentChange> changes, IReadOnlyDictionary<string, ShownVersion> shown)
    {
        var (rows, versions, gone) = (new List<StampedRow>(), new List<(string Id, int Version, int DocumentVersion)>(), new List<(string Id, int Version, Tombstone Tombstone, long Change)>());
        var documents = new List<StagedDocument>();
        foreach (var (change, document, row) in changes.AsParallel().AsOrdered().Select(change => (change, change.IsNewVersion ? Document(change) : null, RowOf(change))))
        {
            if (document is not null)
                documents.Add(document);
            var before = shown.GetValueOrDefault(change.Document.Id);
            if (row is null && before?.Hash is not null)
                gone.Add((change.Document.Id, before.Version, change.WhenGone, stage.NextChange()));
            else if (row is not null && row.ContentHash != before?.Hash)
            {
                rows.Add(new StampedRow(row, new PublicStamp((before?.Version ?? 0) + 1, now), stage.NextChange()));
                versions.Add((row.Id, rows[^1].Stamp.Version, change.Version));
            }
            if ((before is not null || change.Document.Merged.Count > 0) && RuleForEarlier(change, row) is { } rule)
                foreach (var id in change.Document.Merged.Select(merged => merged.Id).Append(change.Document.Id))
                    earlierAs[id] = rule;
        }
        return new PreparedIncidents(documents, rows, versions, gone);
    }

    public async Task WriteAsync(PreparedIncidents prepared, CancellationToken cancellation)
    {
        await stage.WriteAsync(prepared.Documents, cancellation);
        foreach (var (id, version, tombstone, change) in prepared.Gone)
            await stage.WriteGoneAsync(id, version, tombstone, change, cancellation);
        await stage.WriteAsync(prepared.Rows, cancellation);
        if (prepared.Versions.Count > 0)
            await stage.WriteShownAsync(prepared.Versions, cancellation);
    }

    /// <summary>Whether the public would see the document.</summary>
    public PublicRow? RowOf(IncidentChange change) =>
        change.State == DocumentState.Published ? Projection.Project(library.InputFor(change.Document, now)) : null;

    private static readonly Sensitivity Nothing = new() { ShowAs = ShowAs.Withheld };

    /// <summary>
    /// Redaction beats asOf: what today is shown generalised, or not at all though published, was never shown otherwise;
    /// nor was a source that may not be shown today, or not so exactly.
    /// </summary>
    private Sensitivity? RuleForEarlier(IncidentChange change, PublicRow? row)
    {
        if (change.EarlierAs is not null)
            return change.EarlierAs;
        if (change.State != DocumentState.Published)
            return null;
        if (row is null)
            return Nothing;
        return change.Document.Sensitivity.ShowAs != ShowAs.Full || UsesRestrictedSource(change.Document) ? change.Document.Sensitivity : null;
    }

    private bool UsesRestrictedSource(Incident incident) => References.Of(incident)
        .Select(reference => References.IdOf(DocumentKind.Source, reference))
        .Any(id => id is not null && library.Sources.TryGetValue(id, out var source) && Projection.IsRestricted(source, now));

    private StagedDocument Document(IncidentChange change) => new()
    {
        Origin = change.Origin,
        Kind = DocumentKind.Incident,
        Id = change.Document.Id,
        Version = change.Version,
        State = change.State,
        Json = change.State == DocumentState.Redacted ? null : change.Json ?? StoredJson.Of(change.Document),
        References = References.Of(change.Document),
        Due = change.State == DocumentState.Published && change.Document.Sensitivity.PublicFrom is { } from && from > now ? from : null,
        ImportHash = change.ImportHash,
        ImportJson = change.Imported is null ? null : StoredJson.Of(change.Imported),
        Keys = change.Document.SourceKeys,
    };

    /// <summary>The last public version of each, and the hash of the one that is current.</summary>
    public async Task<Dictionary<string, ShownVersion>> ShownAsync(string[] ids, CancellationToken cancellation)
    {
        if (ids.Length == 0)
            return [];
        var rows = await connection.QueryAsync(SqlFiles.Read("shown"), [new("ids", ids)],
            reader => new ShownVersion(reader.GetString(0), reader.GetInt32(1), reader.Text(2)), cancellation);
        return rows.ToDictionary(row => row.Id);
    }
}
