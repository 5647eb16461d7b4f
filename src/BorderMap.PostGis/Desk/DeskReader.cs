using BorderMap.Gazetteer;
using BorderMap.Incidents;
using BorderMap.Incidents.Model;
using BorderMap.PostGis.Writing;
using NpgsqlTypes;
using static BorderMap.PostGis.SqlValues;

namespace BorderMap.PostGis.Desk;

/// <summary>What the people of the desk read: documents and their versions, published or not. Never for the public.</summary>
public sealed class DeskReader(Database database, Atlas atlas)
{
    /// <summary>The incident; null when there is none, or it was merged away or redacted.</summary>
    public async Task<DeskIncident?> FindAsync(string id, CancellationToken cancellation)
    {
        await using var connection = await database.Editor.OpenConnectionAsync(cancellation);
        var stored = await StoredIncident.FindAsync(connection, id, cancellation);
        if (stored?.Current is not { } incident || stored.State == DocumentState.Merged)
            return null;
        var library = new Library(connection, atlas);
        await library.LoadAsync(References.Of(incident), cancellation);
        return new DeskIncident(incident with { Derived = Projection.Derive(incident, library.Sources, library.Actors, atlas) }, stored.Owner);
    }

    /// <summary>A page of drafts, those saved last first.</summary>
    public async Task<IReadOnlyList<DraftRow>> DraftsAsync(DraftQuery query, CancellationToken cancellation)
    {
        await using var connection = await database.Editor.OpenConnectionAsync(cancellation);
        var state = query.States is [DocumentState.Retracted] ? "d.state = 'retracted'" : "d.state in ('draft', 'submitted')";
        return await connection.QueryAsync(SqlFiles.Read("drafts").Replace("{state}", state, StringComparison.Ordinal),
            [
                new("states", query.States.ToArray()), Text("owner", query.Owner), Text("words", query.Words), Text("id", query.After?.Id),
                new("after", NpgsqlDbType.TimestampTz) { Value = (object?)query.After?.Updated.UtcDateTime ?? DBNull.Value }, new("limit", query.Limit),
            ], DraftRow.Read, cancellation);
    }

    /// <summary>Every version of an incident, from the first; empty when there is no such incident.</summary>
    public async Task<IReadOnlyList<StoredVersion>> VersionsAsync(string id, CancellationToken cancellation)
    {
        await using var connection = await database.Editor.OpenConnectionAsync(cancellation);
        return await connection.QueryAsync(SqlFiles.Read("versions"), [new("id", id)], StoredVersion.Read, cancellation);
    }

    /// <summary>The incident as that version had it; null when there is no such version, or it was redacted since.</summary>
    public async Task<Incident?> VersionAsync(string id, int version, CancellationToken cancellation)
    {
        await using var connection = await database.Editor.OpenConnectionAsync(cancellation);
        return await connection.ScalarAsync("select doc::text from change where kind = 'incident' and id = @id and version = @version",
            [new("id", id), new("version", version)], cancellation) is string json ? StoredJson.Read<Incident>(json) with { Version = version } : null;
    }
}
