using BorderMap.PostGis.Embeds;
using Npgsql;

namespace BorderMap.PostGis.Reading;

/// <summary>Reads stored embeds as anyone may.</summary>
internal sealed class PublicEmbeds(PublicConnections source)
{
    public async Task<StoredEmbed?> FindAsync(string id, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        // The public sequence does not tell of embeds: one just made may not be on a standby yet.
        var found = await FindAsync(connection, id, cancellation);
        if (found is not null || !source.AreSeveral)
            return found;
        await using var primary = await source.OpenPrimaryAsync(cancellation);
        return await FindAsync(primary, id, cancellation);
    }

    private static async Task<StoredEmbed?> FindAsync(NpgsqlConnection connection, string id, CancellationToken cancellation) =>
        (await connection.QueryAsync($"select {StoredEmbed.PublicColumns} from public_embed where id = @id", [new("id", id)], StoredEmbed.Read, cancellation)).SingleOrDefault();
}
