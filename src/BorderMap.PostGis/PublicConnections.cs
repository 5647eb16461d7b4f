using BorderMap.PostGis.Schema;
using Npgsql;

namespace BorderMap.PostGis;

/// <summary>
/// Connections that may read what is public and nothing else. With several hosts they go to standbys, and none is given out that is behind what this process has
/// seen: whatever is kept by a public sequence is made from rows of that sequence or a later one, whichever host answers, and a writer finds what was written.
/// </summary>
public sealed class PublicConnections : IAsyncDisposable
{
    /// <summary>Where no primary answers, how long a standby may take to replay what it has, and how often it is asked.</summary>
    private static readonly TimeSpan ReplayPatience = TimeSpan.FromSeconds(2), ReplayPause = TimeSpan.FromMilliseconds(20);

    /// <summary>Seconds after which a host that says nothing is given up for another.</summary>
    private const int AskPatience = 3;

    private readonly NpgsqlDataSource source;
    private readonly NpgsqlDataSource? primary;
    private readonly TimeProvider time;
    private readonly int hosts;
    private long seen;

    private PublicConnections(NpgsqlDataSource source, NpgsqlDataSource? primary, int hosts, TimeProvider time)
    {
        this.source = source;
        this.primary = primary;
        this.hosts = hosts;
        this.time = time;
    }

    internal static PublicConnections Of(NpgsqlDataSourceBuilder builder, TimeProvider time)
    {
        var hosts = builder.ConnectionStringBuilder.Host?.Split(',').Length ?? 1;
        if (!ConnectionSettings.IsSeveral(builder.ConnectionStringBuilder))
            return new(builder.Build(), null, hosts, time);
        var all = builder.BuildMultiHost();
        return new(all.WithTargetSession(TargetSessionAttributes.PreferStandby), all.WithTargetSession(TargetSessionAttributes.Primary), hosts, time);
    }

    /// <summary>A connection whose host has at least what this process has seen: a standby's; the primary's where that is behind or away.</summary>
    /// <exception cref="NpgsqlException">No host that has it answers.</exception>
    public async ValueTask<NpgsqlConnection> OpenConnectionAsync(CancellationToken cancellation)
    {
        if (primary is null)
            return await source.OpenConnectionAsync(cancellation);
        try
        {
            return await OpenAsync(source, cancellation) ?? await OpenAsync(primary, cancellation) ?? await WaitAsync(cancellation);
        }
        catch (NpgsqlException) when (!cancellation.IsCancellationRequested)
        {
            return await WaitAsync(cancellation);
        }
    }

    /// <summary>A connection to the primary, for what is not told by the public sequence.</summary>
    internal ValueTask<NpgsqlConnection> OpenPrimaryAsync(CancellationToken cancellation) => (primary ?? source).OpenConnectionAsync(cancellation);

    /// <summary>Whether standbys answer too, so that what was written a moment ago may be missing there.</summary>
    internal bool AreSeveral => primary is not null;

    /// <summary>From now on, nothing older than this public sequence is shown.</summary>
    internal void Saw(long pub)
    {
        for (var before = Interlocked.Read(ref seen); pub > before;)
            before = Interlocked.CompareExchange(ref seen, pub, before) is var found && found == before ? pub : found;
    }

    /// <summary>From now on, nothing older is shown than what the primary has at this moment: for somebody who may have written through another process. With one host there is nothing to do.</summary>
    public async Task CatchUpAsync(CancellationToken cancellation)
    {
        if (primary is not null)
            await using (await OpenAsync(primary, cancellation)) { }
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();

    /// <summary>Null where the host is behind. A connection that died in the pool is passed over: the next one leads to a host that lives.</summary>
    private async Task<NpgsqlConnection?> OpenAsync(NpgsqlDataSource from, CancellationToken cancellation)
    {
        for (var tries = 1; ; tries++)
        {
            var connection = await from.OpenConnectionAsync(cancellation);
            try
            {
                if (await HasSeenAsync(connection, cancellation))
                    return connection;
                await connection.DisposeAsync();
                return null;
            }
            catch (NpgsqlException) when (tries <= hosts && !cancellation.IsCancellationRequested)
            {
                await connection.DisposeAsync();
            }
            catch
            {
                await connection.DisposeAsync();
                throw;
            }
        }
    }

    /// <summary>Whether the host behind a connection has all that was seen. A primary always has: where it knows less, it was promoted without it, and that is lost.</summary>
    private async Task<bool> HasSeenAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        while (true)
        {
            var least = Interlocked.Read(ref seen);
            var (pub, isStandby) = await AskAsync(connection, cancellation);
            if (pub >= least)
            {
                Saw(pub);
                return true;
            }
            if (isStandby)
                return false;
            if (Interlocked.CompareExchange(ref seen, pub, least) == least)
                return true;
        }
    }

    private static async Task<(long Pub, bool IsStandby)> AskAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select pub, pg_is_in_recovery() from public_state", connection) { CommandTimeout = AskPatience };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return (reader.GetInt64(0), reader.GetBoolean(1));
    }

    /// <summary>After the primary has gone, a standby has received what it has not yet replayed.</summary>
    private async Task<NpgsqlConnection> WaitAsync(CancellationToken cancellation)
    {
        for (var began = time.GetTimestamp(); time.GetElapsedTime(began) < ReplayPatience;)
        {
            if (await OpenAsync(source, cancellation) is { } connection)
                return connection;
            await Task.Delay(ReplayPause, time, cancellation);
        }
        throw new NpgsqlException($"No host has the public sequence {Interlocked.Read(ref seen)}.");
    }
}
