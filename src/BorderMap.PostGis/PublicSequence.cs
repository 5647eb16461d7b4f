using System.Runtime.CompilerServices;
using BorderMap.PostGis.Reading;

namespace BorderMap.PostGis;

/// <summary>Follows the public sequence: by LISTEN on a primary; a standby refuses that and is asked again and again.</summary>
public sealed class PublicSequence(Database database, TimeProvider time)
{
    /// <summary>What a write notifies when it moves the public sequence (<c>move_pub.sql</c>).</summary>
    private const string Listen = "listen bordermap_pub";

    /// <summary>How often a standby is asked.</summary>
    private static readonly TimeSpan PollEvery = TimeSpan.FromSeconds(2);

    /// <summary>The longest without a look while listening: a pooler between here and the database may swallow notifications.</summary>
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(30);

    /// <summary>How long one of several hosts is followed before a standby is looked for again: while there was none, it was the primary.</summary>
    private static readonly TimeSpan Stay = TimeSpan.FromMinutes(1);

    /// <summary>The public sequence now, and again whenever it may have moved. Ends by cancellation, or with the failure of its one connection.</summary>
    public async IAsyncEnumerable<long> FollowAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        while (true)
            await foreach (var pub in FollowOneAsync(cancellation))
                yield return pub;
    }

    private async IAsyncEnumerable<long> FollowOneAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var connection = await database.Public.OpenConnectionAsync(cancellation);
        var (listens, began) = (false, time.GetTimestamp());
        try
        {
            while (!database.Public.AreSeveral || time.GetElapsedTime(began) < Stay)
            {
                // A standby that was polled can have been promoted.
                if (!listens && await connection.ScalarAsync("select pg_is_in_recovery()", [], cancellation) is false)
                {
                    await connection.ExecuteAsync(Listen, [], cancellation);
                    listens = true;
                }
                var pub = await PublicIncidents.PubAsync(connection, cancellation);
                database.Public.Saw(pub);
                yield return pub;
                if (listens)
                    await connection.WaitAsync(LookEvery, cancellation);
                else
                    await Task.Delay(PollEvery, time, cancellation);
            }
        }
        finally
        {
            // The connection goes back to the pool, which does not reset it.
            if (listens && connection.FullState == System.Data.ConnectionState.Open)
                await connection.ExecuteAsync("unlisten *", [], CancellationToken.None);
        }
    }
}
