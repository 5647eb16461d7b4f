using Npgsql;
using NpgsqlTypes;

namespace BorderMap.PostGis.Writing;

/// <summary>The temporary tables in which a write is prepared.</summary>
internal sealed class Stage(NpgsqlConnection connection)
{
    private const string StagedShown = "insert into stage_shown (id, version, document_version) select * from unnest(@ids, @versions, @documents)";

    private const string DirectlyShown = """
        insert into shown_version (id, version, document_version) select * from unnest(@ids, @versions, @documents)
        on conflict (id, version) do update set document_version = excluded.document_version
        """;

    private int documents;
    private long? directFrom;

    /// <summary>How many public changes are staged; each will have a <c>pub</c> of its own.</summary>
    public long PublicChanges { get; private set; }

    /// <summary>Whether public changes lie in the stage and have to be merged.</summary>
    public bool HasStagedChanges { get; private set; }

    /// <summary>Whether nothing of this write will stay, so that no public row need be written.</summary>
    public bool IsInVain { get; set; }

    /// <summary>The number of the next public change, from 1.</summary>
    public long NextChange() => ++PublicChanges;

    /// <summary>
    /// From now on first versions go straight into the public tables, where nobody sees them before the commit: their indexes grow while the next rows are reckoned.
    /// Who reads meanwhile passes over them, so this is for stores with little to read.
    /// </summary>
    /// <param name="pub">The public sequence now; another writer may still move it.</param>
    public void WriteDirectly(long pub) => directFrom = pub;

    /// <summary>Gives what was written directly its public sequence. Ask under the lock.</summary>
    /// <param name="pub">The public sequence before this write.</param>
    /// <param name="cancellation">Stops the write.</param>
    public async Task SettleAsync(long pub, CancellationToken cancellation)
    {
        if (directFrom is { } from && from != pub)
            await connection.ExecuteAsync(SqlFiles.Read("move_direct"), [new("from", from), new("by", pub - from)], cancellation);
    }

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

    public async Task WriteAsync(IReadOnlyCollection<StampedRow> staged, CancellationToken cancellation)
    {
        if (IsInVain)
            return;
        var direct = directFrom is { } from ? staged.Where(row => IsDirect(row.Stamp.Version)).Select(row => row with { FromPub = from + row.FromPub }).ToList() : [];
        if (direct.Count > 0)
            await PublicIncidentCopy.WriteAsync(connection, isStage: false, direct, cancellation);
        if (direct.Count == staged.Count)
            return;
        HasStagedChanges = true;
        await PublicIncidentCopy.WriteAsync(connection, isStage: true, [.. staged.Where(row => !IsDirect(row.Stamp.Version))], cancellation);
    }

    /// <summary>Which version of its document each public version shows.</summary>
    public async Task WriteShownAsync(IReadOnlyCollection<(string Id, int Version, int DocumentVersion)> shown, CancellationToken cancellation)
    {
        if (IsInVain)
            return;
        foreach (var group in shown.GroupBy(row => IsDirect(row.Version)))
            await connection.ExecuteAsync(group.Key ? DirectlyShown : StagedShown,
                [
                    new("ids", group.Select(row => row.Id).ToArray()), new("versions", group.Select(row => row.Version).ToArray()),
                    new("documents", group.Select(row => row.DocumentVersion).ToArray()),
                ], cancellation);
    }

    private bool IsDirect(int version) => directFrom is not null && version == 1;

    /// <param name="id">The incident that leaves the public tables.</param>
    /// <param name="version">Its last public version.</param>
    /// <param name="tombstone">What the public is told.</param>
    /// <param name="change">The number of the public change.</param>
    /// <param name="cancellation">Stops the write.</param>
    public Task WriteGoneAsync(string id, int version, Tombstone tombstone, long change, CancellationToken cancellation)
    {
        HasStagedChanges = true;
        return connection.ExecuteAsync("""
            insert into stage_gone (id, version, from_pub, how, reason, successor) values (@id, @version, @from, @how, @reason, @successor)
            """,
            [
                new("id", id), new("version", version), new("from", change), new("how", tombstone.How), new("reason", tombstone.Reason),
                new("successor", NpgsqlDbType.Text) { Value = (object?)tombstone.Successor ?? DBNull.Value },
            ], cancellation);
    }

    private static Task WriteAsync<T>(NpgsqlBinaryImporter copy, T? value, NpgsqlDbType type, CancellationToken cancellation) where T : struct =>
        value is { } given ? copy.WriteAsync(given, type, cancellation) : copy.WriteNullAsync(cancellation);

    private static Task WriteAsync<T>(NpgsqlBinaryImporter copy, T? value, NpgsqlDbType type, CancellationToken cancellation) where T : class =>
        value is { } given ? copy.WriteAsync(given, type, cancellation) : copy.WriteNullAsync(cancellation);
}
