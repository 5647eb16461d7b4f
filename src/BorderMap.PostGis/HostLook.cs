using BorderMap.PostGis.Schema;
using Npgsql;

namespace BorderMap.PostGis;

/// <summary>What a look at one of several servers finds.</summary>
/// <param name="Host">As the operator named it.</param>
/// <param name="Away">Why it does not answer; null: it does.</param>
/// <param name="IsStandby">Whether it follows another one.</param>
/// <param name="IsStreaming">Of a standby: whether it is connected to what it follows.</param>
/// <param name="Position">In the write-ahead log, bytes: written by a primary, shown by a standby.</param>
/// <param name="SynchronousStandbys">Of a primary: <c>synchronous_standby_names</c>.</param>
/// <param name="SynchronousCommit"><c>synchronous_commit</c>.</param>
public sealed record HostLook(string Host, string? Away, bool IsStandby = false, bool IsStreaming = false, long Position = 0, string SynchronousStandbys = "", string SynchronousCommit = "")
{
    private const string Question = """
        select pg_is_in_recovery(), exists (select from pg_stat_wal_receiver),
            ((case when pg_is_in_recovery() then pg_last_wal_replay_lsn() else pg_current_wal_lsn() end) - '0/0')::bigint,
            current_setting('synchronous_standby_names'), current_setting('synchronous_commit')
        """;

    /// <summary>Each of the hosts, in the order in which they are named.</summary>
    internal static async Task<IReadOnlyList<HostLook>> TakeAsync(NpgsqlConnectionStringBuilder settings, CancellationToken cancellation)
    {
        var looks = new List<HostLook>();
        foreach (var (host, port) in ConnectionSettings.Hosts(settings))
            looks.Add(await TakeAsync(settings, host, port, cancellation));
        return looks;
    }

    private static async Task<HostLook> TakeAsync(NpgsqlConnectionStringBuilder settings, string host, int port, CancellationToken cancellation)
    {
        var name = host.StartsWith('/') ? host : $"{host}:{port}";
        try
        {
            await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(settings.ConnectionString) { Host = host, Port = port }.ConnectionString);
            await using var connection = await source.OpenConnectionAsync(cancellation);
            return (await connection.QueryAsync(Question, [], reader =>
                new HostLook(name, null, reader.GetBoolean(0), reader.GetBoolean(1), reader.GetInt64(2), reader.GetString(3), reader.GetString(4)), cancellation))[0];
        }
        catch (NpgsqlException error)
        {
            return new HostLook(name, error.Message);
        }
    }
}
