using BorderMap.PostGis.Cluster;
using BorderMap.PostGis.Schema;
using Npgsql;

namespace BorderMap.PostGis;

/// <summary>What a look at the database finds, nothing being changed or started.</summary>
/// <param name="Version">PostgreSQL's.</param>
/// <param name="PostGis">Its version; null: the extension is not there.</param>
/// <param name="Schema">The last migration that was done; null: none.</param>
/// <param name="KnownSchema">The last one that this program has.</param>
/// <param name="IsSuperuser">Whether the role may do anything.</param>
/// <param name="IsReadOnly">Whether it is a standby, or set to refuse writes.</param>
/// <param name="Connections">The most that it takes.</param>
/// <param name="Time">Its clock.</param>
public sealed record DatabaseLook(string Version, string? PostGis, int? Schema, int KnownSchema, bool IsSuperuser, bool IsReadOnly, int Connections, DateTimeOffset Time)
{
    /// <summary>Each of several hosts; empty with one.</summary>
    public IReadOnlyList<HostLook> Hosts { get; init; } = [];

    private const string Question = """
        select current_setting('server_version'), (select extversion from pg_extension where extname = 'postgis'), to_regclass('bordermap.migration') is not null,
            current_setting('is_superuser') = 'on', pg_is_in_recovery() or current_setting('default_transaction_read_only') = 'on', current_setting('max_connections')::int, clock_timestamp()
        """;

    /// <returns>Null where a private cluster is not running: <c>serve</c> makes and starts it.</returns>
    /// <exception cref="NpgsqlException">It does not answer.</exception>
    public static async Task<DatabaseLook?> TakeAsync(DatabaseOptions options, CancellationToken cancellation)
    {
        if ((options.ConnectionString ?? OfCluster(options.Home)) is not { } basis)
            return null;
        var settings = new NpgsqlConnectionStringBuilder(basis) { Pooling = false, Timeout = 5, CommandTimeout = 5 };
        await using var source = SourceOf(settings);
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var command = new NpgsqlCommand(Question, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        var look = new DatabaseLook(reader.GetString(0), reader.Text(1), null, SqlFiles.AllMigrations[^1].Version, reader.GetBoolean(3), reader.GetBoolean(4), reader.GetInt32(5), reader.GetFieldValue<DateTimeOffset>(6));
        var isMigrated = reader.GetBoolean(2);
        await reader.DisposeAsync();
        look = look with { Hosts = ConnectionSettings.IsSeveral(settings) ? await HostLook.TakeAsync(settings, cancellation) : [] };
        return isMigrated ? look with { Schema = await connection.ScalarAsync("select max(version) from bordermap.migration", [], cancellation) as int? } : look;
    }

    private static NpgsqlDataSource SourceOf(NpgsqlConnectionStringBuilder settings) => ConnectionSettings.IsSeveral(settings)
        ? new NpgsqlDataSourceBuilder(settings.ConnectionString).BuildMultiHost().WithTargetSession(TargetSessionAttributes.PreferPrimary)
        : NpgsqlDataSource.Create(settings.ConnectionString);

    /// <summary>The programs that a private cluster needs.</summary>
    /// <exception cref="DatabaseSetupException">They are missing; the message says what to install.</exception>
    public static string ProgramsFor(string home) =>
        PostgresPrograms.Find(Directory.Exists(home) ? ClusterFolders.MajorOf(PathsOf(home)) : null, Environment.GetEnvironmentVariable("PATH")).Folder;

    private static string? OfCluster(string home) => Directory.Exists(home) && PathsOf(home) is var paths && File.Exists(Path.Combine(paths.Socket, ".s.PGSQL.5432"))
        ? new NpgsqlConnectionStringBuilder { Host = paths.Socket, Database = "bordermap", Username = "bordermap" }.ConnectionString
        : null;

    private static ClusterPaths PathsOf(string home) => ClusterPaths.Of(ClusterFolders.Canonical(home), Environment.IsPrivilegedProcess);
}
