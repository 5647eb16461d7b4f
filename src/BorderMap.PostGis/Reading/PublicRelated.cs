using Npgsql;

namespace BorderMap.PostGis.Reading;

/// <summary>Reads the public episodes, sources and actors.</summary>
internal sealed class PublicRelated(NpgsqlDataSource source)
{
    public Task<IReadOnlyList<string>> EpisodesAsync(CancellationToken cancellation) =>
        TextsAsync("select document from public_episode where to_pub is null order by date_start desc nulls last, id", [], cancellation);

    public Task<IReadOnlyList<string>> SourcesAsync(string? after, int limit, CancellationToken cancellation) =>
        TextsAsync("select document from public_source where to_pub is null and id > @after order by id limit @limit",
            [new("after", after ?? ""), new("limit", limit)], cancellation);

    public Task<IReadOnlyList<string>> ActorsAsync(CancellationToken cancellation) =>
        TextsAsync("select document from public_actor where to_pub is null order by id", [], cancellation);

    /// <param name="table"><c>public_episode</c> or <c>public_source</c>.</param>
    /// <param name="id">The document.</param>
    /// <param name="cancellation">Stops the read.</param>
    public async Task<string?> FindAsync(string table, string id, CancellationToken cancellation) =>
        (await TextsAsync($"select document from {table} where to_pub is null and id = @id", [new("id", id)], cancellation)).SingleOrDefault();

    private async Task<IReadOnlyList<string>> TextsAsync(string sql, NpgsqlParameter[] parameters, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return await connection.QueryAsync(sql, parameters, reader => reader.GetString(0), cancellation);
    }
}
