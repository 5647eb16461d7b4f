using BorderMap.Gazetteer;
using Npgsql;
using NpgsqlTypes;

namespace BorderMap.PostGis.Writing;

/// <summary>
/// One write: prepared in a stage, merged under the writers' lock, all or nothing. Disposed without a commit it leaves no trace.
/// </summary>
internal sealed class WriteSession : IAsyncDisposable
{
    /// <summary>The one lock of all writers of documents and public rows, so that neither <c>seq</c> nor <c>pub</c> appears out of order.</summary>
    public const long WritersLock = 0x626F72646D6170;

    /// <summary>How far the public sequence leaps on a new timeline: beyond anything that the old primary can have moved it by unheard.</summary>
    private const long Leap = 1_000_000_000;

    private readonly NpgsqlTransaction transaction;
    private readonly PublicConnections readers;
    private readonly HashSet<string> dueSources = [];
    private bool republishesAll;

    private WriteSession(NpgsqlConnection connection, NpgsqlTransaction transaction, PublicConnections readers, Atlas atlas, DateTimeOffset now)
    {
        Connection = connection;
        this.transaction = transaction;
        this.readers = readers;
        Now = now;
        Library = new Library(Connection, atlas);
        Stage = new Stage(Connection);
        Incidents = new IncidentStaging(Connection, Stage, Library, now);
    }

    public NpgsqlConnection Connection { get; }
    public DateTimeOffset Now { get; }
    public Library Library { get; }
    public Stage Stage { get; }
    public IncidentStaging Incidents { get; }

    /// <param name="database">Where to write; its readers see what was written once it is committed.</param>
    /// <param name="source">Its connections for editors, or those for imports and upkeep.</param>
    /// <param name="atlas">The gazetteer.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<WriteSession> BeginAsync(Database database, NpgsqlDataSource source, Atlas atlas, TimeProvider time, CancellationToken cancellation)
    {
        var connection = await source.OpenConnectionAsync(cancellation);
        try
        {
            var session = new WriteSession(connection, await connection.BeginTransactionAsync(cancellation), database.Public, atlas, time.GetUtcNow());
            await session.Stage.CreateAsync(cancellation);
            return session;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Takes the writers' lock until the end of the transaction.</summary>
    /// <param name="patience">How long to wait; null: as long as it takes.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>False when another writer held it all that time; the session is then of no use.</returns>
    public async Task<bool> LockAsync(TimeSpan? patience, CancellationToken cancellation)
    {
        try
        {
            await Connection.ExecuteAsync("select set_config('lock_timeout', @patience, true)",
                [new("patience", $"{patience?.TotalMilliseconds ?? 0:0}ms")], cancellation);
            await Connection.ExecuteAsync("select pg_advisory_xact_lock(@lock)", [new("lock", WritersLock)], cancellation);
            await Connection.ExecuteAsync("set local lock_timeout = 0", [], cancellation);
            return true;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            return false;
        }
    }

    /// <summary>The last <c>seq</c>; what is staged after it was read may go stale.</summary>
    public async Task<long> SeqAsync(CancellationToken cancellation) =>
        (long)(await Connection.ScalarAsync("select coalesce(max(seq), 0) from change", [], cancellation))!;

    /// <summary>Whether another writer has changed what the stage was computed from since <paramref name="seq"/>. Ask under the lock.</summary>
    public async Task<bool> IsStaleAsync(long seq, CancellationToken cancellation) =>
        (bool)(await Connection.ScalarAsync(SqlFiles.Read("stage_is_stale"), [new("seq", seq)], cancellation))!;

    /// <summary>Whether there are at most so many public rows.</summary>
    public async Task<bool> HoldsLittleAsync(int rows, CancellationToken cancellation) =>
        (long)(await Connection.ScalarAsync("select count(*) from (select from public_incident limit @most) as first", [new("most", rows + 1)], cancellation))! <= rows;

    /// <summary>Merges what is staged and commits. The lock must be held.</summary>
    /// <returns>The public sequence afterwards; unmoved when nothing public changed.</returns>
    public async Task<long> CommitAsync(string by, string why, CancellationToken cancellation)
    {
        await MergeDocumentsAsync(by, why, cancellation);
        var (now, before, timeline) = await BaseAsync(cancellation);
        await Stage.SettleAsync(before, cancellation);
        if (Stage.HasStagedChanges)
            await Connection.ExecuteAsync(SqlFiles.Read("merge_public"), [new("base", before), new("at", NpgsqlDbType.TimestampTz) { Value = Now.UtcDateTime }], cancellation);
        var pub = before + Stage.PublicChanges;
        var related = new RelatedPublication(Connection, Library, Now);
        var earlier = new EarlierVersions(Connection, Library, Now);
        var rules = await earlier.WithMergedAsync(Incidents.EarlierAs, cancellation);
        var affected = await related.AffectedAsync(before, republishesAll, rules.Keys, dueSources, cancellation);
        // A change of earlier versions, or of what is related, is a public change even where no current incident changes.
        var next = Math.Max(pub, before + 1);
        var rewritten = await earlier.RewriteAsync(rules, next, cancellation);
        var republished = await related.PublishAsync(affected, next, rewritten, cancellation);
        pub = rewritten || republished ? next : pub;
        if (pub == before)
            pub = now;
        else
            await Connection.ExecuteAsync(SqlFiles.Read("move_pub"), [new("pub", pub), new("timeline", timeline)], cancellation);
        await transaction.CommitSurelyAsync(cancellation);
        readers.Saw(pub);
        return pub;
    }

    /// <summary>Looks at these sources, and at the episodes that quote them, anew when this write commits.</summary>
    public void RepublishSources(IEnumerable<string> ids) => dueSources.UnionWith(ids);

    /// <summary>Looks at every episode, source and actor anew when this write commits.</summary>
    public void RepublishAllRelated() => republishesAll = true;

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await Connection.DisposeAsync();
    }

    public async Task<long> PubAsync(CancellationToken cancellation) =>
        (long)(await Connection.ScalarAsync("select pub from public_state", [], cancellation))!;

    /// <summary>What this write's public changes count from.</summary>
    public async Task<long> BasePubAsync(CancellationToken cancellation) => (await BaseAsync(cancellation)).Base;

    private async Task<(long Now, long Base, int Timeline)> BaseAsync(CancellationToken cancellation) => (await Connection.QueryAsync(SqlFiles.Read("public_base"), [new("leap", Leap)],
        reader => (reader.GetInt64(0), reader.GetInt64(1), reader.GetInt32(2)), cancellation))[0];

    private async Task MergeDocumentsAsync(string by, string why, CancellationToken cancellation)
    {
        await Connection.ExecuteAsync(SqlFiles.Read("merge_documents"),
            [
                new("schema", StoredJson.SchemaVersion), new("by", by), new("why", why),
                new("at", NpgsqlDbType.TimestampTz) { Value = Now.UtcDateTime },
            ], cancellation);
        await Connection.ExecuteAsync(SqlFiles.Read("windows"), [], cancellation);
        await Connection.ExecuteAsync(SqlFiles.Read("source_due"), [new("at", NpgsqlDbType.TimestampTz) { Value = Now.UtcDateTime }], cancellation);
    }
}
