using BorderMap.Incidents;
using BorderMap.PostGis;
using BorderMap.PostGis.Tiles;
using BorderMap.Web.Http;

namespace BorderMap.Web.Tiles;

/// <summary>Finished tiles, compressed: made once a public sequence and kept, the last asked for longest, so that the next asker costs nothing.</summary>
public sealed class KeptTiles(PublicTiles tiles) : IDisposable
{
    private sealed record Key(string Collection, TileAddress Tile, string Filter, string? Encoding);

    private readonly SemaphoreSlim making = new(Limits.TilesAtOnce);
    private readonly LastUsed<Key, byte[]> kept = new(Limits.TileBytesKept, (key, bytes) => (2 * key.Filter.Length) + bytes.Length);

    /// <param name="collection">What the tile shows.</param>
    /// <param name="filter">Which incidents.</param>
    /// <param name="tile">Where.</param>
    /// <param name="state">The public sequence, read before: what is newer than that is made anew for the next asker.</param>
    /// <param name="encoding">A content coding, <c>br</c> or <c>gzip</c>; null: none.</param>
    /// <param name="cancellation">Stops waiting and making.</param>
    /// <returns>The bytes; none where there is nothing.</returns>
    public async Task<byte[]> GetAsync(TileSet collection, IncidentFilter filter, TileAddress tile, PublicState state, string? encoding, CancellationToken cancellation)
    {
        var now = state.Pub;
        var key = new Key(collection.Name, tile, filter.ToQuery(), encoding);
        if (kept.Find(key, now) is { } bytes)
        {
            return bytes;
        }
        if (state.Age is not null)
        {
            throw state.Away();
        }
        await making.WaitAsync(cancellation);
        try
        {
            // Whoever had to wait finds what the one before has made.
            return kept.Find(key, now) ?? kept.Keep(key, now, AnswerCompression.Compress(await tiles.ReadAsync(collection.Layer, collection.Name, filter, tile, cancellation), encoding, isKept: false));
        }
        finally
        {
            making.Release();
        }
    }

    public void Dispose() => making.Dispose();
}
