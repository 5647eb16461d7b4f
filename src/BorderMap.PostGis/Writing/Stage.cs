using Npgsql;
using NpgsqlTypes;

namespace BorderMap.PostGis.Writing;

/// <summary>The temporary tables in which a write is prepared.</summary>
internal sealed class Stage(NpgsqlConnection connection)
{
    private int documents;

    /// <summary>How many public changes are staged; each will have a <c>pub</c> of its own.</summary>
    public long PublicChanges { get; private set; }

    /// <summary>The number of the next public change, from 1.</summary>
    public long NextChange() => ++PublicChanges;

    public Task CreateAsync(CancellationToken cancellation) => connection.ExecuteAsync(SqlFiles.Read("stage_tables"), [], cancellation);

    public async Task WriteAsync(IReadOnlyCollection<StagedDocument> staged, CancellationToken cancellation)
    {
        if (staged.Count == 0)
            return;
        await using var copy = await connection.BeginBinaryImportAsync(
            "copy stage_document (ordinal, origin, kind, id, version, state, doc, refs, due, import_hash, import_doc, keys) from stdin (format binary)", cancellation);
        foreach (var document in staged)
        {
            await copy.StartRowAsync(cancellation);
            await copy.WriteAsync(documents++, cancellation);
            await copy.WriteAsync(document.Origin, cancellation);
            await copy.WriteAsync(document.Kind, cancellation);
            await copy.WriteAsync(document.Id, cancellation);
            await copy.WriteAsync(document.Version, cancellation);
            await copy.WriteAsync(document.State, cancellation);
            await WriteAsync(copy, document.Json, NpgsqlDbType.Jsonb, cancellation);
            await copy.WriteAsync(document.References, NpgsqlDbType.Array | NpgsqlDbType.Text, cancellation);
            await WriteAsync(copy, document.Due?.UtcDateTime, NpgsqlDbType.TimestampTz, cancellation);
            await WriteAsync(copy, document.ImportHash, NpgsqlDbType.Bytea, cancellation);
            await WriteAsync(copy, document.ImportJson, NpgsqlDbType.Jsonb, cancellation);
            await copy.WriteAsync(document.Keys.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text, cancellation);
        }
        await copy.CompleteAsync(cancellation);
    }

    public Task WriteAsync(IReadOnlyCollection<StampedRow> staged, CancellationToken cancellation) =>
        PublicIncidentCopy.WriteAsync(connection, isStage: true, staged, cancellation);

    /// <summary>Which version of its document each public version shows.</summary>
    public Task WriteShownAsync(IReadOnlyCollection<(string Id, int Version, int DocumentVersion)> shown, CancellationToken cancellation) => connection.ExecuteAsync(
        "insert into stage_shown (id, version, document_version) select * from unnest(@ids, @versions, @documents)",
        [
            new("ids", shown.Select(row => row.Id).ToArray()), new("versions", shown.Select(row => row.Version).ToArray()),
            new("documents", shown.Select(row => row.DocumentVersion).ToArray()),
        ], cancellation);

    /// <param name="id">The incident that leaves the public tables.</param>
    /// <param name="version">Its last public version.</param>
    /// <param name="tombstone">What the public is told.</param>
    /// <param name="change">The number of the public change.</param>
    /// <param name="cancellation">Stops the write.</param>
    public Task WriteGoneAsync(string id, int version, Tombstone tombstone, long change, CancellationToken cancellation) => connection.ExecuteAsync("""
        insert into stage_gone (id, version, from_pub, how, reason, successor) values (@id, @version, @from, @how, @reason, @successor)
        """,
        [
            new("id", id), new("version", version), new("from", change), new("how", tombstone.How), new("reason", tombstone.Reason),
            new("successor", NpgsqlDbType.Text) { Value = (object?)tombstone.Successor ?? DBNull.Value },
        ], cancellation);

    private static Task WriteAsync<T>(NpgsqlBinaryImporter copy, T? value, NpgsqlDbType type, CancellationToken cancellation) where T : struct =>
        value is { } given ? copy.WriteAsync(given, type, cancellation) : copy.WriteNullAsync(cancellation);

    private static Task WriteAsync<T>(NpgsqlBinaryImporter copy, T? value, NpgsqlDbType type, CancellationToken cancellation) where T : class =>
        value is { } given ? copy.WriteAsync(given, type, cancellation) : copy.WriteNullAsync(cancellation);
}
