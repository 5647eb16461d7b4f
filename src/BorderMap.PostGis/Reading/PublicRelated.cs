using Npgsql;
using NpgsqlTypes;

namespace BorderMap.PostGis.Reading;

/// <summary>Reads the public episodes, sources and actors.</summary>
internal sealed class PublicRelated(PublicConnections source)
{
    // As it is now, or as it was at a public sequence.
    private const string Shown = "case when @asof is null then to_pub is null else from_pub <= @asof and (to_pub is null or to_pub > @asof) end";

    public Task<IReadOnlyList<string>> EpisodesAsync(long? asOf, CancellationToken cancellation) =>
        TextsAsync($"select document from public_episode where {Shown} order by date_start desc nulls last, id", [AsOf(asOf)], cancellation);

    public Task<IReadOnlyList<string>> SourcesAsync(string? after, int limit, long? asOf, CancellationToken cancellation) =>
        TextsAsync($"select document from public_source where {Shown} and id > @after order by id limit @limit",
            [new("after", after ?? ""), new("limit", limit), AsOf(asOf)], cancellation);

    public Task<IReadOnlyList<string>> ActorsAsync(long? asOf, CancellationToken cancellation) =>
        TextsAsync($"select document from public_actor where {Shown} order by id", [AsOf(asOf)], cancellation);

    public Task<IReadOnlyList<string>> SourcesAsync(IReadOnlyList<string> ids, long? asOf, CancellationToken cancellation) =>
        TextsAsync($"select document from public_source where {Shown} and id = any (@ids) order by id", [new("ids", ids.ToArray()), AsOf(asOf)], cancellation);

    /// <param name="table"><c>public_episode</c>, <c>public_source</c> or <c>public_actor</c>.</param>
    /// <param name="id">The document.</param>
    /// <param name="asOf">A public sequence; null: now.</param>
    /// <param name="cancellation">Stops the read.</param>
    public async Task<string?> FindAsync(string table, string id, long? asOf, CancellationToken cancellation) =>
        (await TextsAsync($"select document from {table} where {Shown} and id = @id", [new("id", id), AsOf(asOf)], cancellation)).SingleOrDefault();

    private static NpgsqlParameter AsOf(long? asOf) => new("asof", NpgsqlDbType.Bigint) { Value = (object?)asOf ?? DBNull.Value };

    private async Task<IReadOnlyList<string>> TextsAsync(string sql, NpgsqlParameter[] parameters, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return await connection.QueryAsync(sql, parameters, reader => reader.GetString(0), cancellation);
    }
}
