using System.Security.Cryptography;
using System.Text;
using BorderMap.Incidents;
using BorderMap.Incidents.Model;
using BorderMap.PostGis.Writing;

namespace BorderMap.PostGis.Importing;

/// <summary>
/// Incidents of a file: checked, matched by source key or id with what is stored, and staged where they differ from the last import.
/// While one batch is written the next one is reckoned: the connection and the processor work side by side.
/// </summary>
internal sealed class IncidentImport(WriteSession session, ProblemList problems, ImportTally tally, KnownSources sources)
{
    private PreparedIncidents prepared = PreparedIncidents.None;

    public async Task StageAsync(IReadOnlyList<FileRow> rows, CancellationToken cancellation)
    {
        var batch = await AskAsync(rows, cancellation);
        var before = prepared;
        var writing = Task.Run(() => session.Incidents.WriteAsync(before, cancellation), CancellationToken.None);
        try
        {
            prepared = session.Incidents.Prepare(Changes(batch), batch.Shown);
        }
        finally
        {
            await writing;
        }
    }

    /// <summary>Writes the last batch.</summary>
    public async Task FinishAsync(CancellationToken cancellation)
    {
        await session.Incidents.WriteAsync(prepared, cancellation);
        prepared = PreparedIncidents.None;
    }

    /// <summary>All that has to be known of the rows from the database.</summary>
    private async Task<Batch> AskAsync(IReadOnlyList<FileRow> rows, CancellationToken cancellation)
    {
        var incidents = rows.Select(row => sources.Apply(Identity.WithSteadyClaims(row.Incident!))).ToList();
        await session.Library.LoadAsync(incidents.SelectMany(References.Of), cancellation);
        var owners = await OwnersAsync(incidents, cancellation);
        var ids = incidents.Select(incident => IdOf(incident, owners)).ToList();
        var stored = await StoredIncident.FindAsync(session.Connection, [.. ids.Where(id => id.Length > 0)], cancellation);
        var imported = await StoredIncident.ImportedAsync(session.Connection, stored.Values, cancellation);
        var references = stored.Values.Select(row => row.Document).OfType<Incident>().SelectMany(References.Of);
        await session.Library.LoadAsync(references, cancellation);
        return new Batch(rows, incidents, ids, owners, stored, imported, await session.Incidents.ShownAsync([.. stored.Keys], cancellation));
    }

    private List<IncidentChange> Changes(Batch batch)
    {
        var context = session.Library.Context;
        var checkedRows = batch.Incidents.AsParallel().AsOrdered()
            .Select((incident, i) => (Found: Validation.Check(incident, context), Json: StoredJson.Of(incident), batch.Rows[i].Basis))
            .Select(row => (row.Found, row.Json, Hash: SHA256.HashData(Encoding.UTF8.GetBytes(row.Basis ?? row.Json)))).ToList();
        var changes = new List<IncidentChange>();
        for (var i = 0; i < batch.Rows.Count; i++)
        {
            var (row, incident, id) = (batch.Rows[i], batch.Incidents[i], batch.Ids[i]);
            var found = checkedRows[i].Found.Concat(KeyProblems(incident, batch.Owners)).ToList();
            problems.Add(row, row.Line is null ? incident.Id : null, found);
            if (found.Count == 0 && Change(row, incident with { Id = id }, batch.Stored.GetValueOrDefault(id), batch.Imported.GetValueOrDefault(id), checkedRows[i].Hash) is { } change)
                changes.Add(change.Document.Id == incident.Id && !batch.Stored.ContainsKey(id) && Identity.IsComplete(incident) ? change with { Json = checkedRows[i].Json } : change);
        }
        return changes;
    }

    private sealed record Batch(IReadOnlyList<FileRow> Rows, List<Incident> Incidents, List<string> Ids, Dictionary<string, (string Kind, string Id)> Owners,
        Dictionary<string, StoredIncident> Stored, Dictionary<string, Incident> Imported, Dictionary<string, ShownVersion> Shown);

    /// <summary>
    /// What the row changes; null when it is as it was imported last, or when an editor has retracted, merged or redacted the incident since.
    /// An import never shows more than an editor decided, and keeps what an editor changed.
    /// </summary>
    private IncidentChange? Change(FileRow row, Incident incident, StoredIncident? stored, Incident? imported, byte[] hash)
    {
        if (stored is not null && (stored.Document is null || stored.State is DocumentState.Retracted or DocumentState.Merged or DocumentState.Redacted
            || stored.ImportHash.AsSpan().SequenceEqual(hash)))
        {
            tally.CountUnchanged(isIncident: true);
            return null;
        }
        if (row.Waits)
            tally.CountWaiting(new WaitingRow(row.Name, incident.Title, incident.Notes ?? ""));
        var (document, kept) = stored is null ? (incident, []) : Joined(incident, stored, imported);
        tally.Count(isNew: stored is null, isIncident: true);
        tally.Tell(stored is null, () => new ImportedChange(row.Name, incident.Id, incident.SourceKeys is [var key, ..] ? key : null, document.Title, stored is null,
            stored is null ? [] : ThreeWay.Differing(stored.Document!, document), kept));
        var complete = Identity.Complete(document);
        if (stored is null && complete.Status is IncidentStatus.Published)
            tally.KeepPublished(complete.Id);
        return new IncidentChange
        {
            Origin = row.Name,
            Document = complete,
            Version = (stored?.Version ?? 0) + 1,
            State = DocumentState.Of(document.Status),
            ImportHash = hash,
            Imported = stored is null || ThreeWay.Differing(document, incident).Count == 0 ? null : incident,
        };
    }

    private static (Incident Document, IReadOnlyList<string> Kept) Joined(Incident incident, StoredIncident stored, Incident? imported)
    {
        var (joint, kept) = (stored.Imported ?? imported) is { } before ? ThreeWay.Join(before, stored.Document!, incident) : (incident, []);
        return (Redaction.Apply(joint, stored.Document!.Sensitivity) with { Merged = stored.Document.Merged }, kept);
    }

    private static string IdOf(Incident incident, Dictionary<string, (string Kind, string Id)> owners) =>
        incident.SourceKeys.Where(owners.ContainsKey).Select(key => owners[key].Id).FirstOrDefault(incident.Id);

    private static IEnumerable<Problem> KeyProblems(Incident incident, Dictionary<string, (string Kind, string Id)> owners)
    {
        var owned = incident.SourceKeys.Where(owners.ContainsKey).ToList();
        if (owned.Select(key => owners[key]).Distinct().Count() > 1 || owned.Any(key => owners[key].Kind != DocumentKind.Incident))
            yield return new Problem("keys-of-several", "source_keys", string.Join(", ", owned), "These source keys belong to different documents.",
                "Keep the keys of one, or merge the incidents first.");
    }

    private async Task<Dictionary<string, (string Kind, string Id)>> OwnersAsync(IEnumerable<Incident> incidents, CancellationToken cancellation)
    {
        var keys = incidents.SelectMany(incident => incident.SourceKeys).ToArray();
        var rows = await session.Connection.QueryAsync("select key, kind, id from source_key where key = any (@keys)", [new("keys", keys)],
            reader => (Key: reader.GetString(0), Kind: reader.GetString(1), Id: reader.GetString(2)), cancellation);
        return rows.ToDictionary(row => row.Key, row => (row.Kind, row.Id));
    }
}
