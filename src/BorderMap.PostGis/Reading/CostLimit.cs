using Npgsql;

namespace BorderMap.PostGis.Reading;

/// <summary>A condition that anyone may write can cost what no index saves: a statement with one is given up after a while.</summary>
public static class CostLimit
{
    public static readonly TimeSpan Most = TimeSpan.FromSeconds(10);

    /// <summary>Whether a statement was given up for its cost.</summary>
    public static bool IsReached(Exception error) => error is PostgresException { SqlState: PostgresErrorCodes.QueryCanceled };

    /// <summary>For the rest of the transaction.</summary>
    internal static Task SetAsync(NpgsqlConnection connection, CancellationToken cancellation) =>
        connection.ExecuteAsync($"set local statement_timeout = {(int)Most.TotalMilliseconds}", [], cancellation);
}
