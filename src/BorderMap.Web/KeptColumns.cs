using BorderMap.Incidents;
using BorderMap.PostGis;
using BorderMap.PostGis.Columns;
using BorderMap.Web.Http;

namespace BorderMap.Web;

/// <summary>Files of columns, compressed. Those of whole states are made once a public sequence and kept, so that the next asker costs nothing.</summary>
public sealed class KeptColumns(PublicReader reader) : IDisposable
{
    private sealed record Key(long? AsOf, ColumnPart Part, string? Encoding);

    private sealed record Kept(Key Key, ColumnFile File);

    private readonly SemaphoreSlim making = new(Limits.ColumnsAtOnce);

    /// <summary>The last used last.</summary>
    private readonly List<Kept> kept = [];

    /// <param name="filter">Which incidents.</param>
    /// <param name="part">Which columns.</param>
    /// <param name="state">The public sequence, read before: what is newer than that is made anew for the next asker.</param>
    /// <param name="encoding">A content coding, <c>br</c> or <c>gzip</c>; null: none.</param>
    /// <param name="cancellation">Stops waiting and making.</param>
    public async Task<byte[]> GetAsync(IncidentFilter filter, ColumnPart part, PublicState state, string? encoding, CancellationToken cancellation)
    {
        var now = state.Pub;
        var key = new Key(filter.AsOf == now ? null : filter.AsOf, part, encoding);
        if (state.Age is not null)
        {
            return IsWhole(filter) && Find(key, now) is { } old ? old : throw state.Away();
        }
        if (!IsWhole(filter))
        {
            return await InTurnAsync(() => MakeAsync(filter, part, encoding, isKept: false, cancellation), cancellation);
        }
        // Whoever had to wait finds what the one before has made.
        return Find(key, now) ?? await InTurnAsync(async () =>
        {
            if (Find(key, now) is { } bytes)
            {
                return bytes;
            }
            return await MakeAsync(filter, part, encoding, isKept: true, cancellation);
        }, cancellation);
    }

    public void Dispose() => making.Dispose();

    private static bool IsWhole(IncidentFilter filter) => filter.ToParameters().All(pair => pair.Key == FilterNames.AsOf);

    private async Task<byte[]> InTurnAsync(Func<Task<byte[]>> make, CancellationToken cancellation)
    {
        await making.WaitAsync(cancellation);
        try
        {
            return await make();
        }
        finally
        {
            making.Release();
        }
    }

    private async Task<byte[]> MakeAsync(IncidentFilter filter, ColumnPart part, string? encoding, bool isKept, CancellationToken cancellation)
    {
        var file = await reader.ColumnsAsync(filter, part, Limits.ColumnRows, cancellation);
        var compressed = file with { Bytes = AnswerCompression.Compress(file.Bytes, encoding, isKept) };
        if (isKept)
        {
            Keep(new Kept(new Key(filter.AsOf == file.Now ? null : filter.AsOf, part, encoding), compressed));
        }
        return compressed.Bytes;
    }

    private byte[]? Find(Key key, long now)
    {
        lock (kept)
        {
            var at = kept.FindIndex(one => one.Key == key && one.File.Now == now);
            if (at < 0)
            {
                return null;
            }
            var found = kept[at];
            kept.RemoveAt(at);
            kept.Add(found);
            return found.File.Bytes;
        }
    }

    // What was made at an earlier sequence is asked for no more: even an earlier state may show less since.
    private void Keep(Kept made)
    {
        lock (kept)
        {
            kept.RemoveAll(one => one.Key == made.Key || one.File.Now < made.File.Now);
            kept.Add(made);
            while (kept.Sum(one => (long)one.File.Bytes.Length) > Limits.ColumnBytesKept)
            {
                kept.RemoveAt(0);
            }
        }
    }
}
