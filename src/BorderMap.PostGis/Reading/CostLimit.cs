using Npgsql;

namespace BorderMap.PostGis.Reading;

/// <summary>What anyone may ask can cost what no index saves: a public statement is given up after a while, whichever route it serves.</summary>
public static class CostLimit
{
    public static readonly TimeSpan Most = TimeSpan.FromSeconds(10);

    /// <summary>For the sessions of the public role.</summary>
    internal static string Setting { get; } = $"-c statement_timeout={(int)Most.TotalMilliseconds}";

    /// <summary>Whether a statement was given up for its cost.</summary>
    public static bool IsReached(Exception error) => error is PostgresException { SqlState: PostgresErrorCodes.QueryCanceled };

    /// <summary>For the rest of the transaction: what writes out a whole state takes as long as there are incidents, and as its reader is slow.</summary>
    internal static Task LiftAsync(NpgsqlConnection connection, CancellationToken cancellation) =>
        connection.ExecuteAsync("set local statement_timeout = 0", [], cancellation);
}
