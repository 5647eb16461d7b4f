using BorderMap.PostGis;
using Npgsql;

namespace BorderMap.Web.Http;

/// <summary>
/// The public sequence, read anew for each request. While the database is away it is what was seen last, for a while: then one request asks again
/// now and then, and nobody else waits.
/// </summary>
public sealed class SeenState(PublicReader reader, DuePublisher due, TimeProvider time)
{
    private sealed record Seen(long Pub, long At);

    private Seen? last;
    private long askAgainAt;

    /// <summary>The public sequence seen last; 0 before.</summary>
    public long Pub => Volatile.Read(ref last)?.Pub ?? 0;

    public bool IsDatabaseAway => Interlocked.Read(ref askAgainAt) != 0;

    /// <exception cref="NpgsqlException">The database is away, and nothing was seen, or too long ago.</exception>
    public async Task<PublicState> NowAsync(CancellationToken cancellation)
    {
        if (!IsTimeToAsk())
        {
            return Old(null);
        }
        try
        {
            // Left alone, not cancelled: to cancel it, the database would have to answer. It ends by the time-out of its connection.
            var pub = await AskAsync().WaitAsync(Limits.SeenPatience, time, cancellation);
            Volatile.Write(ref last, new Seen(pub, time.GetTimestamp()));
            Interlocked.Exchange(ref askAgainAt, 0);
            return new PublicState(pub);
        }
        catch (Exception error) when (Failures.IsDatabaseAway(error))
        {
            return IsAway(error);
        }
    }

    /// <summary>Whether the database answers just now: a write that does not ask first waits as long as its statements may take.</summary>
    public async Task<bool> IsThereAsync(CancellationToken cancellation)
    {
        try
        {
            return (await NowAsync(cancellation)).Age is null;
        }
        catch (Exception error) when (Failures.IsDatabaseAway(error))
        {
            return false;
        }
    }

    /// <summary>What was seen last, after the database has failed a request.</summary>
    public PublicState IsAway(Exception error)
    {
        Interlocked.CompareExchange(ref askAgainAt, Later(), 0);
        return Old(error);
    }

    private async Task<long> AskAsync()
    {
        try
        {
            await due.PublishIfDueAsync(CancellationToken.None);
            return await reader.PubAsync(CancellationToken.None);
        }
        catch (NpgsqlException error) when (Failures.IsDatabaseAway(error))
        {
            // Of a connection that a restart has broken; the next one is new.
            return await reader.PubAsync(CancellationToken.None);
        }
    }

    /// <summary>Whether the database is there, as far as is known, or it is this request's turn to look.</summary>
    private bool IsTimeToAsk()
    {
        var at = Interlocked.Read(ref askAgainAt);
        return at == 0 || (time.GetTimestamp() >= at && Interlocked.CompareExchange(ref askAgainAt, Later(), at) == at);
    }

    private long Later() => time.GetTimestamp() + (long)(Limits.SeenPause.TotalSeconds * time.TimestampFrequency);

    private PublicState Old(Exception? error) => Volatile.Read(ref last) is { } seen && time.GetElapsedTime(seen.At) is var age && age < Limits.SeenMost
        ? new PublicState(seen.Pub) { Age = age }
        : throw new NpgsqlException("The database is away.", error);
}
