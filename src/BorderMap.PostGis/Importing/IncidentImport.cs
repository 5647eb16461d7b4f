using System.Security.Cryptography;
using System.Text;
using BorderMap.Incidents;
using BorderMap.Incidents.Model;
using BorderMap.PostGis.Writing;

namespace BorderMap.PostGis.Importing;

/// <summary>Incidents of a file: checked, matched by source key or id with what is stored, and staged where they differ from the last import.</summary>
internal sealed class IncidentImport(WriteSession session, ProblemList problems)
{
    public async Task<ImportCounts> StageAsync(IReadOnlyList<FileRow> rows, ImportCounts counts, CancellationToken cancellation)
    {
        var incidents = rows.Select(row => row.Incident!).ToList();
        await session.Library.LoadAsync(incidents.SelectMany(References.Of), cancellation);
        var context = session.Library.Context;
        var owners = await OwnersAsync(incidents, cancellation);
        var ids = incidents.Select(incident => IdOf(incident, owners)).ToList();
        var stored = await StoredIncident.FindAsync(session.Connection, [.. ids.Where(id => id.Length > 0)], cancellation);
        var changes = new List<IncidentChange>();
        for (var i = 0; i < rows.Count; i++)
        {
            var found = Validation.Check(incidents[i], context).Concat(KeyProblems(incidents[i], owners)).ToList();
            problems.Add(rows[i].Name, incidents[i].Id, found);
            if (found.Count > 0)
                continue;
            var change = Change(rows[i].Name, incidents[i] with { Id = ids[i] }, stored.GetValueOrDefault(ids[i]), Hash(incidents[i]));
            counts = change is null ? counts with { Unchanged = counts.Unchanged + 1 } : counts.And(change.Version == 1);
            if (change is not null)
                changes.Add(change);
        }
        await session.Incidents.StageAsync(changes, cancellation);
        return counts;
    }

    /// <summary>
    /// What the row changes; null when it is as it was imported last, or when an editor has retracted, merged or redacted the incident since.
    /// An import never shows more than an editor decided.
    /// </summary>
    private static IncidentChange? Change(string origin, Incident incident, StoredIncident? stored, byte[] hash)
    {
        if (stored is null)
            return new IncidentChange { Origin = origin, Document = Identity.Complete(incident), Version = 1, State = DocumentState.Of(incident.Status), ImportHash = hash };
        if (stored.Document is null || stored.State is DocumentState.Retracted or DocumentState.Merged or DocumentState.Redacted
            || stored.ImportHash.AsSpan().SequenceEqual(hash))
            return null;
        var brought = stored.Document.Merged.Count == 0 ? [] : stored.Document.Claims.ExceptBy(incident.Claims.Select(claim => claim.Id), claim => claim.Id);
        var joined = Redaction.Apply(incident, stored.Document.Sensitivity) with
        {
            Claims = [.. incident.Claims, .. brought],
            Sources = stored.Document.Merged.Count == 0 ? incident.Sources
                : [.. incident.Sources, .. stored.Document.Sources.ExceptBy(incident.Sources.Select(use => use.Source), use => use.Source)],
            Merged = stored.Document.Merged,
        };
        return new IncidentChange { Origin = origin, Document = Identity.Complete(joined), Version = stored.Version + 1, State = DocumentState.Of(incident.Status), ImportHash = hash };
    }

    private static byte[] Hash(Incident incident) => SHA256.HashData(Encoding.UTF8.GetBytes(StoredJson.Of(incident)));

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
