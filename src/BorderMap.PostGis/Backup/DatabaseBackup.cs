using System.Data;
using System.Globalization;
using Npgsql;

namespace BorderMap.PostGis.Backup;

/// <summary>Writes the whole database to one file, as it is at one instant, while others read and write.</summary>
public static class DatabaseBackup
{
    /// <summary>Loaded anew from the gazetteer's files.</summary>
    private const string Reloaded = "place";

    /// <param name="database">What to save.</param>
    /// <param name="path">The file; one of that name is replaced when the new one is whole.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellation">Stops it; no file stays.</param>
    /// <exception cref="BackupException">It cannot be made; the message says why.</exception>
    public static async Task<BackupManifest> WriteAsync(Database database, string path, TimeProvider time, CancellationToken cancellation)
    {
        await using var connection = await database.Editor.OpenConnectionAsync(cancellation);
        // The dump sees what this transaction sees.
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        var snapshot = (string)(await connection.ScalarAsync("select pg_export_snapshot()", [], cancellation))!;
        var (at, major) = (time.GetUtcNow(), connection.PostgreSqlVersion.Major);
        var schema = (int)(await connection.ScalarAsync("select max(version) from migration", [], cancellation))!;
        var pub = (long)(await connection.ScalarAsync("select pub from public_state", [], cancellation))!;
        var postgis = await PostgisSchemaAsync(connection, cancellation);
        var rows = await CountAsync(connection, cancellation);
        var program = Path.Combine(ClientPrograms.Find(major, Environment.GetEnvironmentVariable("PATH")), "pg_dump");
        string[] arguments = ["--format=custom", "--schema=bordermap", "--no-owner", $"--exclude-table-data=bordermap.{Reloaded}", $"--snapshot={snapshot}", "--no-password"];
        return await BackupFile.WriteAsync(path, (bytes, sha256) => new(BackupManifest.CurrentFormat, at, schema, major, postgis, pub, rows, bytes, sha256),
            target => ClientProcess.RunAsync(program, arguments, database.ConnectionString, null, output => output.CopyToAsync(target, cancellation), cancellation), cancellation);
    }

    internal static async Task<string> PostgisSchemaAsync(NpgsqlConnection connection, CancellationToken cancellation) =>
        (string)(await connection.ScalarAsync("select extnamespace::regnamespace::text from pg_extension where extname = 'postgis'", [], cancellation))!;

    /// <summary>Rows of each table that is saved.</summary>
    internal static async Task<SortedDictionary<string, long>> CountAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var tables = await connection.QueryAsync("select tablename::text from pg_tables where schemaname = 'bordermap' order by 1", [], reader => reader.GetString(0), cancellation);
        var rows = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in tables.Where(table => table != Reloaded))
            rows[table] = (long)(await connection.ScalarAsync(string.Create(CultureInfo.InvariantCulture, $"select count(*) from bordermap.{Quote(table)}"), [], cancellation))!;
        return rows;
    }

    internal static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
