using BorderMap.Incidents;
using BorderMap.PostGis;
using BorderMap.PostGis.Tiles;
using BorderMap.Web.Http;

namespace BorderMap.Web.Tiles;

/// <summary>Finished tiles, compressed: made once a public sequence and kept, the last asked for longest, so that the next asker costs nothing.</summary>
public sealed class KeptTiles(PublicTiles tiles) : IDisposable
{
    private sealed record Key(string Collection, TileAddress Tile, string Filter, string? Encoding);

    private sealed record Kept(Key Key, long Now, byte[] Bytes);

    /// <summary>What keeping a tile costs beside its bytes.</summary>
    private const int Overhead = 400;

    private readonly SemaphoreSlim making = new(Limits.TilesAtOnce);
    private readonly Lock gate = new();
    private readonly Dictionary<Key, LinkedListNode<Kept>> found = [];

    /// <summary>The last used last.</summary>
    private readonly LinkedList<Kept> order = new();
    private long held;

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
        if (Find(key, now) is { } bytes)
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
            return Find(key, now) ?? Keep(new(key, now, AnswerCompression.Compress(await tiles.ReadAsync(collection.Layer, collection.Name, filter, tile, cancellation), encoding, isKept: false)));
        }
        finally
        {
            making.Release();
        }
    }

    public void Dispose() => making.Dispose();

    private byte[]? Find(Key key, long now)
    {
        lock (gate)
        {
            if (!found.TryGetValue(key, out var node))
            {
                return null;
            }
            order.Remove(node);
            if (node.Value.Now != now)
            {
                Forget(node);
                return null;
            }
            order.AddLast(node);
            return node.Value.Bytes;
        }
    }

    private byte[] Keep(Kept made)
    {
        lock (gate)
        {
            if (found.TryGetValue(made.Key, out var before))
            {
                order.Remove(before);
                Forget(before);
            }
            found[made.Key] = order.AddLast(made);
            held += made.Bytes.Length + Overhead;
            while (held > Limits.TileBytesKept)
            {
                var oldest = order.First!;
                order.RemoveFirst();
                Forget(oldest);
            }
        }
        return made.Bytes;
    }

    private void Forget(LinkedListNode<Kept> node)
    {
        found.Remove(node.Value.Key);
        held -= node.Value.Bytes.Length + Overhead;
    }
}
