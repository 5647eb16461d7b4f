using BorderMap.Incidents;
using Npgsql;
using NpgsqlTypes;

namespace BorderMap.PostGis.Writing;

/// <summary>Keeps the public episodes, sources and actors in step: public through a public incident, and no longer than that.</summary>
internal sealed class RelatedPublication(NpgsqlConnection connection, Library library, DateTimeOffset now)
{
    private const int BatchSize = 2000;

    private readonly RelatedRecords related = new(connection, library, now);

    /// <summary>What this write may have changed. Ask before earlier versions are rewritten.</summary>
    /// <param name="before">The public sequence before this write.</param>
    /// <param name="all">Whether to look at all of them.</param>
    /// <param name="rewritten">Incidents whose earlier versions are to be made again.</param>
    /// <param name="sources">Sources whose delay has ended.</param>
    /// <param name="cancellation">Stops the read.</param>
    public async Task<ILookup<string, string>> AffectedAsync(long before, bool all, IEnumerable<string> rewritten, IEnumerable<string> sources, CancellationToken cancellation)
    {
        var rows = await connection.QueryAsync(SqlFiles.Read("related_affected"), [new("base", before), new("all", all), new("rewritten", rewritten.ToArray()), new("sources", sources.ToArray())],
            reader => (Kind: reader.GetString(0), Id: reader.GetString(1)), cancellation);
        return rows.ToLookup(row => row.Kind, row => row.Id);
    }

    /// <param name="affected">By kind, the ids to look at.</param>
    /// <param name="pub">The public sequence of this write.</param>
    /// <param name="rewriteEarlier">Whether earlier versions are to be made again, since they name what is withheld now.</param>
    /// <param name="cancellation">Stops the write.</param>
    /// <returns>Whether anything public changed.</returns>
    public async Task<bool> PublishAsync(ILookup<string, string> affected, long pub, bool rewriteEarlier, CancellationToken cancellation)
    {
        var (changed, sources, actors) = (false, affected[DocumentKind.Source].ToHashSet(), affected[DocumentKind.Actor].ToHashSet());
        foreach (var ids in affected[DocumentKind.Episode].Chunk(BatchSize))
        {
            await NamedByEpisodesAsync(ids, sources, actors, cancellation);
            changed |= await ReplaceAsync(DocumentKind.Episode, ids, pub, rewriteEarlier, cancellation);
            await NamedByEpisodesAsync(ids, sources, actors, cancellation);
        }
        foreach (var ids in sources.Chunk(BatchSize))
            changed |= await ReplaceAsync(DocumentKind.Source, ids, pub, rewriteEarlier, cancellation);
        foreach (var ids in actors.Chunk(BatchSize))
            changed |= await ReplaceAsync(DocumentKind.Actor, ids, pub, rewriteEarlier, cancellation);
        return changed;
    }

    /// <summary>Adds the sources and actors that the public episodes show, or have shown.</summary>
    private async Task NamedByEpisodesAsync(string[] ids, HashSet<string> sources, HashSet<string> actors, CancellationToken cancellation)
    {
        var named = await connection.QueryAsync("select source_ids, actor_ids from public_episode where id = any (@ids)", [new("ids", ids)],
            reader => (Sources: reader.GetFieldValue<string[]>(0), Actors: reader.GetFieldValue<string[]>(1)), cancellation);
        sources.UnionWith(named.SelectMany(row => row.Sources));
        actors.UnionWith(named.SelectMany(row => row.Actors));
    }

    /// <summary>Brings the public rows of these ids up to date; rows that come out the same stay.</summary>
    private async Task<bool> ReplaceAsync(string kind, string[] ids, long pub, bool rewriteEarlier, CancellationToken cancellation)
    {
        var (table, records) = ($"public_{kind}", await related.OfAsync(kind, ids, null, cancellation));
        var shown = await connection.QueryAsync($"select id, max(version), max(content_hash) filter (where to_pub is null) from {table} where id = any (@ids) group by id",
            [new("ids", ids)], reader => (Id: reader.GetString(0), Version: reader.GetInt32(1), Hash: reader.Text(2)), cancellation);
        var before = shown.ToDictionary(row => row.Id);
        var fresh = records.Where(record => !before.TryGetValue(record.Id, out var row) || row.Hash != record.ContentHash).ToList();
        var closing = fresh.Select(record => record.Id)
            .Concat(shown.Where(row => row.Hash is not null).Select(row => row.Id).Except(records.Select(record => record.Id))).ToArray();
        var closed = await connection.ExecuteAsync($"update {table} set to_pub = @pub where to_pub is null and id = any (@ids)", [new("pub", pub), new("ids", closing)], cancellation);
        foreach (var record in fresh)
            await InsertAsync(table, record, new PublicStamp((before.TryGetValue(record.Id, out var row) ? row.Version : 0) + 1, now), pub, cancellation);
        if (rewriteEarlier)
            await RewriteEarlierAsync(kind, table, ids, cancellation);
        return closed > 0 || fresh.Count > 0;
    }

    /// <summary>Earlier versions say what today's public incidents of that time say, or go.</summary>
    private async Task RewriteEarlierAsync(string kind, string table, string[] ids, CancellationToken cancellation)
    {
        var earlier = await connection.QueryAsync($"select id, version, to_pub, updated, content_hash from {table} where to_pub is not null and id = any (@ids)",
            [new("ids", ids)], reader => (Id: reader.GetString(0), Version: reader.GetInt32(1), ToPub: reader.GetInt64(2),
                Updated: reader.GetFieldValue<DateTimeOffset>(3), Hash: reader.GetString(4)), cancellation);
        foreach (var row in earlier)
        {
            var record = (await related.OfAsync(kind, [row.Id], row.ToPub - 1, cancellation)).SingleOrDefault();
            if (record is null)
                await connection.ExecuteAsync($"delete from {table} where id = @id and version = @version", [new("id", row.Id), new("version", row.Version)], cancellation);
            else if (record.ContentHash != row.Hash)
                await connection.ExecuteAsync($"""
                    update {table} set date_start = @start, date_end = @end, source_ids = @sources, actor_ids = @actors, content_hash = @hash, document = @document
                    where id = @id and version = @version
                    """, Values(record, new PublicStamp(row.Version, row.Updated)), cancellation);
        }
    }

    private Task<int> InsertAsync(string table, PublicRecord record, PublicStamp stamp, long pub, CancellationToken cancellation) => connection.ExecuteAsync($"""
        insert into {table} (id, version, from_pub, date_start, date_end, source_ids, actor_ids, content_hash, updated, document)
        values (@id, @version, @from, @start, @end, @sources, @actors, @hash, @updated, @document)
        """, [.. Values(record, stamp), new("from", pub), new("updated", NpgsqlDbType.TimestampTz) { Value = stamp.Updated.UtcDateTime }], cancellation);

    private static NpgsqlParameter[] Values(PublicRecord record, PublicStamp stamp) =>
    [
        new("id", record.Id), new("version", stamp.Version),
        new("start", NpgsqlDbType.Date) { Value = (object?)record.DateStart ?? DBNull.Value },
        new("end", NpgsqlDbType.Date) { Value = (object?)record.DateEnd ?? DBNull.Value },
        new("sources", record.SourceIds.ToArray()), new("actors", record.ActorIds.ToArray()), new("hash", record.ContentHash),
        new("document", record.Document(stamp)),
    ];
}
