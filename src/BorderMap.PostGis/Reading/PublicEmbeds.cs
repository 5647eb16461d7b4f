using BorderMap.PostGis.Embeds;
using Npgsql;

namespace BorderMap.PostGis.Reading;

/// <summary>Reads stored embeds as anyone may.</summary>
internal sealed class PublicEmbeds(NpgsqlDataSource source)
{
    public async Task<StoredEmbed?> FindAsync(string id, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return (await connection.QueryAsync($"select {StoredEmbed.PublicColumns} from public_embed where id = @id", [new("id", id)], StoredEmbed.Read, cancellation)).SingleOrDefault();
    }
}
