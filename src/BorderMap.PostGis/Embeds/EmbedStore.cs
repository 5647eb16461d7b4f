using BorderMap.Incidents;
using Npgsql;
using static BorderMap.PostGis.SqlValues;

namespace BorderMap.PostGis.Embeds;

/// <summary>Stored embeds, for those who made them. Anyone reads one by its id through <see cref="PublicReader"/>.</summary>
public sealed class EmbedStore(Database database, TimeProvider time)
{
    /// <summary>Embeds that one person may have at once.</summary>
    public const int PerOwner = 500;

    private const string Columns = "e.id, e.query, e.title, e.version, e.updated, e.deleted is not null, e.owner";

    /// <param name="query">The checked state, as an address has it.</param>
    /// <param name="title">What it is called; null: nothing.</param>
    /// <param name="owner">Whose it is.</param>
    /// <param name="cancellation">Stops the write.</param>
    public async Task<EmbedResult> AddAsync(string query, string? title, string owner, CancellationToken cancellation)
    {
        await using var connection = await database.Editor.OpenConnectionAsync(cancellation);
        var added = await connection.QueryAsync($"""
            insert into embed as e (id, query, title, owner, created, updated) select @id, @query, @title, @owner, @at, @at
            where (select count(*) from embed where owner = @owner and deleted is null) < @most
            returning {Columns}
            """, [new("id", Ids.New(Ids.Embed)), new("query", query), Text("title", title), new("owner", owner), At("at", time.GetUtcNow()), new("most", PerOwner)], Read, cancellation);
        return added.Count == 0 ? new EmbedResult.Full() : new EmbedResult.Kept(added[0]);
    }

    /// <summary>Those that there are, last changed first.</summary>
    /// <param name="owner">Whose; null: everybody's.</param>
    /// <param name="most">The most to give.</param>
    /// <param name="cancellation">Stops the read.</param>
    public async Task<IReadOnlyList<StoredEmbed>> ListAsync(string? owner, int most, CancellationToken cancellation)
    {
        await using var connection = await database.Editor.OpenConnectionAsync(cancellation);
        return await connection.QueryAsync($"select {Columns} from embed e where deleted is null and (@owner is null or owner = @owner) order by updated desc, id limit @most",
            [Text("owner", owner), new("most", most)], Read, cancellation);
    }

    /// <summary>Puts another state in place of the one that was seen.</summary>
    public Task<EmbedResult> ChangeAsync(string id, int expectedVersion, string query, string? title, string? owner, CancellationToken cancellation) =>
        WriteAsync(id, expectedVersion, owner, "query = @query, title = @title", [new("query", query), Text("title", title)], cancellation);

    /// <summary>Forgets what it showed; that there was one is kept, so that its id tells so.</summary>
    public Task<EmbedResult> DeleteAsync(string id, int expectedVersion, string? owner, CancellationToken cancellation) =>
        WriteAsync(id, expectedVersion, owner, "query = '', title = null, deleted = @at", [], cancellation);

    private async Task<EmbedResult> WriteAsync(string id, int expectedVersion, string? owner, string change, NpgsqlParameter[] values, CancellationToken cancellation)
    {
        await using var connection = await database.Editor.OpenConnectionAsync(cancellation);
        const string Own = "e.id = @id and e.deleted is null and (@owner is null or e.owner = @owner)";
        var written = await connection.QueryAsync($"update embed e set {change}, version = version + 1, updated = @at where {Own} and version = @version returning {Columns}",
            [.. values, new("id", id), Text("owner", owner), new("version", expectedVersion), At("at", time.GetUtcNow())], Read, cancellation);
        if (written.Count > 0)
            return new EmbedResult.Kept(written[0]);
        var current = await connection.QueryAsync($"select {Columns} from embed e where {Own}", [new("id", id), Text("owner", owner)], Read, cancellation);
        return current.Count > 0 ? new EmbedResult.Stale(current[0]) : new EmbedResult.Missing();
    }

    private static StoredEmbed Read(NpgsqlDataReader reader) => StoredEmbed.Read(reader) with { Owner = reader.GetString(6) };
}
