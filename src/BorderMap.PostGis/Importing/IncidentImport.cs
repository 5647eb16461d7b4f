using System.Security.Cryptography;
using System.Text;
using BorderMap.Incidents;
using BorderMap.Incidents.Model;
using BorderMap.PostGis.Writing;

namespace BorderMap.PostGis.Importing;

/// <summary>Incidents of a file: checked, matched by source key or id with what is stored, and staged where they differ from the last import.</summary>
internal sealed class IncidentImport(WriteSession session, ProblemList problems, ImportTally tally, KnownSources sources)
{
    public async Task StageAsync(IReadOnlyList<FileRow> rows, CancellationToken cancellation)
    {
        var incidents = rows.Select(row => sources.Apply(Identity.WithSteadyClaims(row.Incident!))).ToList();
        await session.Library.LoadAsync(incidents.SelectMany(References.Of), cancellation);
        var context = session.Library.Context;
        var owners = await OwnersAsync(incidents, cancellation);
        var ids = incidents.Select(incident => IdOf(incident, owners)).ToList();
        var stored = await StoredIncident.FindAsync(session.Connection, [.. ids.Where(id => id.Length > 0)], cancellation);
        var imported = await StoredIncident.ImportedAsync(session.Connection, stored.Values, cancellation);
        var changes = new List<IncidentChange>();
        for (var i = 0; i < rows.Count; i++)
        {
            var found = Validation.Check(incidents[i], context).Concat(KeyProblems(incidents[i], owners)).ToList();
            problems.Add(rows[i], rows[i].Line is null ? incidents[i].Id : null, found);
            if (found.Count == 0 && Change(rows[i], incidents[i] with { Id = ids[i] }, stored.GetValueOrDefault(ids[i]), imported.GetValueOrDefault(ids[i])) is { } change)
                changes.Add(change);
        }
        await session.Incidents.StageAsync(changes, cancellation);
    }

    /// <summary>
    /// What the row changes; null when it is as it was imported last, or when an editor has retracted, merged or redacted the incident since.
    /// An import never shows more than an editor decided, and keeps what an editor changed.
    /// </summary>
    private IncidentChange? Change(FileRow row, Incident incident, StoredIncident? stored, Incident? imported)
    {
        // The id is the store's: the file does not say it.
        var hash = Hash(row, incident with { Id = row.Incident!.Id });
        if (stored is not null && (stored.Document is null || stored.State is DocumentState.Retracted or DocumentState.Merged or DocumentState.Redacted
            || stored.ImportHash.AsSpan().SequenceEqual(hash)))
        {
            tally.CountUnchanged(isIncident: true);
            return null;
        }
        if (row.Waits)
            tally.CountWaiting();
        var (document, kept) = stored is null ? (incident, []) : Joined(incident, stored, imported);
        tally.Count(isNew: stored is null, isIncident: true);
        tally.Tell(stored is null, () => new ImportedChange(row.Name, incident.Id, incident.SourceKeys is [var key, ..] ? key : null, document.Title, stored is null,
            stored is null ? [] : ThreeWay.Differing(stored.Document!, document), kept));
        return new IncidentChange
        {
            Origin = row.Name,
            Document = Identity.Complete(document),
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

    private static byte[] Hash(FileRow row, Incident incident) => SHA256.HashData(Encoding.UTF8.GetBytes(row.Basis ?? StoredJson.Of(incident)));

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
