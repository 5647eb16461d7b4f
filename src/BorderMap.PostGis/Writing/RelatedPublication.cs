using BorderMap.Incidents;
using Npgsql;
using NpgsqlTypes;

namespace BorderMap.PostGis.Writing;

/// <summary>Keeps the public episodes, sources and actors in step: public through a public incident, and no longer than that.</summary>
internal sealed class RelatedPublication(NpgsqlConnection connection, Library library, DateTimeOffset now)
{
    private const int BatchSize = 2000;

    /// <summary>What this write may have changed. Ask before earlier versions are rewritten.</summary>
    /// <param name="before">The public sequence before this write.</param>
    /// <param name="all">Whether to look at all of them.</param>
    /// <param name="cancellation">Stops the read.</param>
    public async Task<ILookup<string, string>> AffectedAsync(long before, bool all, CancellationToken cancellation)
    {
        var rows = await connection.QueryAsync(SqlFiles.Read("related_affected"), [new("base", before), new("all", all)],
            reader => (Kind: reader.GetString(0), Id: reader.GetString(1)), cancellation);
        return rows.ToLookup(row => row.Kind, row => row.Id);
    }

    /// <param name="affected">By kind, the ids to look at.</param>
    /// <param name="pub">The public sequence of this write.</param>
    /// <param name="eraseEarlier">Whether earlier versions are to go, since they name what is withheld now.</param>
    /// <param name="cancellation">Stops the write.</param>
    /// <returns>Whether anything public changed.</returns>
    public async Task<bool> PublishAsync(ILookup<string, string> affected, long pub, bool eraseEarlier, CancellationToken cancellation)
    {
        var changed = false;
        var sources = affected[DocumentKind.Source].ToHashSet();
        var actors = affected[DocumentKind.Actor].ToHashSet();
        foreach (var ids in affected[DocumentKind.Episode].Chunk(BatchSize))
        {
            await NamedByEpisodesAsync(ids, sources, actors, cancellation);
            changed |= await ReplaceAsync(DocumentKind.Episode, ids, await EpisodesAsync(ids, cancellation), pub, eraseEarlier, cancellation);
            await NamedByEpisodesAsync(ids, sources, actors, cancellation);
        }
        foreach (var ids in sources.Chunk(BatchSize))
            changed |= await ReplaceAsync(DocumentKind.Source, ids, await SourcesAsync(ids, cancellation), pub, eraseEarlier, cancellation);
        foreach (var ids in actors.Chunk(BatchSize))
            changed |= await ReplaceAsync(DocumentKind.Actor, ids, await ActorsAsync(ids, cancellation), pub, eraseEarlier, cancellation);
        return changed;
    }

    private async Task<List<PublicRecord>> EpisodesAsync(string[] ids, CancellationToken cancellation)
    {
        await library.LoadAsync(ids.Select(id => References.Name(DocumentKind.Episode, id)), cancellation);
        var members = (await connection.QueryAsync(SqlFiles.Read("related_members"), [new("ids", ids)], reader =>
            (Episode: reader.GetString(0), Member: new PublicMember(reader.GetString(1), reader.Nullable<DateOnly>(2), reader.Nullable<DateOnly>(3))), cancellation))
            .ToLookup(row => row.Episode, row => row.Member);
        return [.. ids.Where(library.Episodes.ContainsKey)
            .Select(id => Projection.ProjectEpisode(library.Episodes[id], [.. members[id]], library.Sources, library.Actors, library.Atlas))
            .OfType<PublicRecord>()];
    }

    private async Task<List<PublicRecord>> SourcesAsync(string[] ids, CancellationToken cancellation)
    {
        await library.LoadAsync(ids.Select(id => References.Name(DocumentKind.Source, id)), cancellation);
        return [.. (await ShownAsync(DocumentKind.Source, ids, cancellation)).Select(id => Projection.ProjectSource(library.Sources[id])).OfType<PublicRecord>()];
    }

    private async Task<List<PublicRecord>> ActorsAsync(string[] ids, CancellationToken cancellation)
    {
        await library.LoadAsync([], cancellation);
        return [.. (await ShownAsync(DocumentKind.Actor, ids, cancellation)).Select(id => Projection.ProjectActor(library.Actors[id]))];
    }

    private Task<List<string>> ShownAsync(string kind, string[] ids, CancellationToken cancellation) =>
        connection.QueryAsync(SqlFiles.Read("related_public"), [new("ids", ids), new("kind", kind)], reader => reader.GetString(0), cancellation);

    /// <summary>Adds the sources and actors that the current public episodes show.</summary>
    private async Task NamedByEpisodesAsync(string[] ids, HashSet<string> sources, HashSet<string> actors, CancellationToken cancellation)
    {
        var named = await connection.QueryAsync("select source_ids, actor_ids from public_episode where to_pub is null and id = any (@ids)", [new("ids", ids)],
            reader => (Sources: reader.GetFieldValue<string[]>(0), Actors: reader.GetFieldValue<string[]>(1)), cancellation);
        sources.UnionWith(named.SelectMany(row => row.Sources));
        actors.UnionWith(named.SelectMany(row => row.Actors));
    }

    /// <summary>Makes the public rows of these ids what <paramref name="records"/> say; rows that come out the same stay.</summary>
    private async Task<bool> ReplaceAsync(string kind, string[] ids, List<PublicRecord> records, long pub, bool eraseEarlier, CancellationToken cancellation)
    {
        var table = $"public_{kind}";
        var shown = await connection.QueryAsync($"select id, max(version), max(content_hash) filter (where to_pub is null) from {table} where id = any (@ids) group by id",
            [new("ids", ids)], reader => (Id: reader.GetString(0), Version: reader.GetInt32(1), Hash: reader.Text(2)), cancellation);
        var before = shown.ToDictionary(row => row.Id);
        var fresh = records.Where(record => !before.TryGetValue(record.Id, out var row) || row.Hash != record.ContentHash).ToList();
        var closing = fresh.Select(record => record.Id)
            .Concat(shown.Where(row => row.Hash is not null).Select(row => row.Id).Except(records.Select(record => record.Id))).ToArray();
        var closed = await connection.ExecuteAsync($"update {table} set to_pub = @pub where to_pub is null and id = any (@ids)", [new("pub", pub), new("ids", closing)], cancellation);
        foreach (var record in fresh)
            await InsertAsync(table, record, new PublicStamp((before.TryGetValue(record.Id, out var row) ? row.Version : 0) + 1, now), pub, cancellation);
        if (eraseEarlier)
            await connection.ExecuteAsync($"delete from {table} where to_pub is not null and id = any (@ids)", [new("ids", ids)], cancellation);
        return closed > 0 || fresh.Count > 0;
    }

    private Task<int> InsertAsync(string table, PublicRecord record, PublicStamp stamp, long pub, CancellationToken cancellation) => connection.ExecuteAsync($"""
        insert into {table} (id, version, from_pub, date_start, date_end, source_ids, actor_ids, content_hash, updated, document)
        values (@id, @version, @from, @start, @end, @sources, @actors, @hash, @updated, @document)
        """,
        [
            new("id", record.Id), new("version", stamp.Version), new("from", pub),
            new("start", NpgsqlDbType.Date) { Value = (object?)record.DateStart ?? DBNull.Value },
            new("end", NpgsqlDbType.Date) { Value = (object?)record.DateEnd ?? DBNull.Value },
            new("sources", record.SourceIds.ToArray()), new("actors", record.ActorIds.ToArray()), new("hash", record.ContentHash),
            new("updated", NpgsqlDbType.TimestampTz) { Value = stamp.Updated.UtcDateTime }, new("document", record.Document(stamp)),
        ], cancellation);
}
