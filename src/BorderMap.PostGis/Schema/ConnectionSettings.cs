using System.Data.Common;
using Npgsql;

namespace BorderMap.PostGis.Schema;

/// <summary>The two connection strings, from the one the operator gave or the private cluster's.</summary>
internal static class ConnectionSettings
{
    /// <summary>On small machines these cost more than they give: 5 to 10 times on a map's queries.</summary>
    private const string Serving = "-c jit=off -c max_parallel_workers_per_gather=0";

    /// <summary>Of rows on their way in, a few kilobytes each: many a turn between the two processes.</summary>
    private const int WriteBuffer = 64 * 1024;

    /// <summary>Of pages and downloads on their way out.</summary>
    private const int ReadBuffer = 64 * 1024;

    public static string Editor(string basis, string postgisSchema)
    {
        var settings = With(basis, Serving, postgisSchema);
        // The merge of a large import is one statement that takes minutes; who gives up waiting cancels.
        if (!new DbConnectionStringBuilder { ConnectionString = basis }.ContainsKey("Command Timeout"))
            settings.CommandTimeout = 0;
        settings.WriteBufferSize = Math.Max(settings.WriteBufferSize, WriteBuffer);
        if (IsSeveral(settings) && settings.TargetSessionAttributes is null)
            settings.TargetSessionAttributes = "primary";
        return settings.ConnectionString;
    }

    /// <param name="basis">Connects as somebody who may act as <c>bordermap_public</c>, or as that role itself.</param>
    /// <param name="postgisSchema">Where the extension lies.</param>
    public static string Public(string basis, string postgisSchema)
    {
        var settings = With(basis, $"{Serving} -c role=bordermap_public -c default_transaction_read_only=on", postgisSchema);
        // The reset between uses of a pooled connection would give the role back; nothing sets a session's state here.
        settings.NoResetOnClose = true;
        settings.ReadBufferSize = Math.Max(settings.ReadBufferSize, ReadBuffer);
        if (IsSeveral(settings) && settings.TargetSessionAttributes is null)
            settings.TargetSessionAttributes = "prefer-standby";
        return settings.ConnectionString;
    }

    private static NpgsqlConnectionStringBuilder With(string basis, string options, string postgisSchema)
    {
        var settings = new NpgsqlConnectionStringBuilder(basis);
        settings.Options = string.IsNullOrEmpty(settings.Options) ? options : $"{settings.Options} {options}";
        settings.SearchPath = string.Join(',', ((string[])["bordermap", postgisSchema, "public"]).Distinct().Select(Quote));
        settings.ApplicationName ??= "bordermap";
        return settings;
    }

    private static bool IsSeveral(NpgsqlConnectionStringBuilder settings) => settings.Host?.Contains(',', StringComparison.Ordinal) ?? false;

    private static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
