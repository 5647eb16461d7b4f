using System.Data.Common;
using BorderMap.PostGis.Reading;
using Npgsql;

namespace BorderMap.PostGis.Schema;

/// <summary>The two connection strings, from the one the operator gave or the private cluster's.</summary>
internal static class ConnectionSettings
{
    /// <summary>On small machines these cost more than they give: 5 to 10 times on a map's queries.</summary>
    private const string Serving = "-c jit=off -c max_parallel_workers_per_gather=0";

    /// <summary>Of rows on their way in, a few kilobytes each: many a turn between the two processes.</summary>
    private const int WriteBuffer = 64 * 1024;

    /// <summary>Milliseconds after which a silent connection is tried, and tried again: one whose other end has gone without a word is given up.</summary>
    private const int KeepAliveAfter = 30_000, KeepAliveEvery = 10_000;

    /// <summary>Seconds, with several hosts: how long one of them may take to let in, and how long is believed what it was (primary, standby, away).</summary>
    private const int HostPatience = 4, HostRecheck = 2;

    /// <summary>Imports and upkeep at once; further ones wait.</summary>
    private const int BulkConnections = 10;

    /// <summary>Of pages and downloads on their way out.</summary>
    private const int ReadBuffer = 64 * 1024;

    /// <summary>For editors' acts: a statement that takes longer than usual is one that the database does not answer.</summary>
    public static string Editor(string basis, string postgisSchema)
    {
        var settings = With(basis, Serving, postgisSchema);
        settings.WriteBufferSize = Math.Max(settings.WriteBufferSize, WriteBuffer);
        return settings.ConnectionString;
    }

    /// <summary>For imports and upkeep: the merge of many rows is one statement that takes minutes.</summary>
    public static string Bulk(string basis, string postgisSchema)
    {
        var settings = new NpgsqlConnectionStringBuilder(Editor(basis, postgisSchema)) { MaxPoolSize = BulkConnections };
        if (!IsGiven(basis, "Command Timeout"))
            settings.CommandTimeout = 0;
        return settings.ConnectionString;
    }

    /// <param name="basis">Connects as somebody who may act as <c>bordermap_public</c>, or as that role itself.</param>
    /// <param name="postgisSchema">Where the extension lies.</param>
    public static string Public(string basis, string postgisSchema)
    {
        var settings = With(basis, $"{Serving} {CostLimit.Setting} -c role=bordermap_public -c default_transaction_read_only=on", postgisSchema);
        // The reset between uses of a pooled connection would give the role back; nothing sets a session's state here.
        settings.NoResetOnClose = true;
        settings.ReadBufferSize = Math.Max(settings.ReadBufferSize, ReadBuffer);
        if (IsSeveral(settings) && !IsGiven(basis, "Load Balance Hosts"))
            settings.LoadBalanceHosts = true;
        return settings.ConnectionString;
    }

    private static NpgsqlConnectionStringBuilder With(string basis, string options, string postgisSchema)
    {
        var settings = new NpgsqlConnectionStringBuilder(basis);
        settings.Options = string.IsNullOrEmpty(settings.Options) ? options : $"{settings.Options} {options}";
        settings.SearchPath = string.Join(',', ((string[])["bordermap", postgisSchema, "public"]).Distinct().Select(Quote));
        settings.ApplicationName ??= "bordermap";
        if (IsSeveral(settings))
            Among(settings, basis);
        if (settings.Host is { } host && !host.StartsWith('/'))
            (settings.TcpKeepAlive, settings.TcpKeepAliveTime, settings.TcpKeepAliveInterval) = (true, KeepAliveAfter, KeepAliveEvery);
        return settings;
    }

    /// <summary>Which host is meant, the primary or a standby, is said where the connections are made. A host that is gone is passed over soon, and one that was promoted is found soon.</summary>
    private static void Among(NpgsqlConnectionStringBuilder settings, string basis)
    {
        settings.TargetSessionAttributes = null;
        if (!IsGiven(basis, "Timeout"))
            settings.Timeout = HostPatience;
        if (!IsGiven(basis, "Host Recheck Seconds"))
            settings.HostRecheckSeconds = HostRecheck;
    }

    private static bool IsGiven(string basis, string keyword) => new DbConnectionStringBuilder { ConnectionString = basis }.ContainsKey(keyword);

    internal static bool IsSeveral(NpgsqlConnectionStringBuilder settings) => settings.Host?.Contains(',', StringComparison.Ordinal) ?? false;

    /// <summary>Each host with its port: <c>Host=a,b:5433</c> may name some that differ.</summary>
    internal static IReadOnlyList<(string Host, int Port)> Hosts(NpgsqlConnectionStringBuilder settings) => [.. (settings.Host ?? "").Split(',').Select(host =>
        host.LastIndexOf(':') is var colon && colon > 0 && (host.IndexOf(':', StringComparison.Ordinal) == colon || host[colon - 1] == ']') && int.TryParse(host[(colon + 1)..], out var port)
            ? (host[..colon].Trim('[', ']'), port)
            : (host.Trim('[', ']'), settings.Port))];

    private static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
