using BorderMap.PostGis.Cluster;
using BorderMap.PostGis.Schema;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace BorderMap.PostGis;

/// <summary>The open database, migrated: the one door to PostGIS. Disposing it stops the private cluster when no other process uses it.</summary>
public sealed class Database : IAsyncDisposable
{
    private readonly PrivateCluster? cluster;

    private Database(string connectionString, NpgsqlDataSource editor, NpgsqlDataSource bulk, PublicConnections publicConnections, PrivateCluster? cluster)
    {
        ConnectionString = connectionString;
        Editor = editor;
        Bulk = bulk;
        Public = publicConnections;
        this.cluster = cluster;
    }

    /// <summary>Whether statements can stay prepared: nothing stands before the private cluster that would lose them.</summary>
    internal bool KeepsStatements => cluster is not null;

    /// <summary>For PostgreSQL's own programs; may hold a password.</summary>
    internal string ConnectionString { get; }

    /// <summary>Reads and writes everything: for editors and commands only.</summary>
    public NpgsqlDataSource Editor { get; }

    /// <summary>The same for imports and upkeep, whose statements may take minutes.</summary>
    internal NpgsqlDataSource Bulk { get; }

    /// <summary>Acts as <c>bordermap_public</c>, which may select from <c>public_*</c> and the places and nothing else.</summary>
    public PublicConnections Public { get; }

    /// <exception cref="DatabaseSetupException">Programs, rights or extensions are missing, or the database is newer than this program.</exception>
    public static async Task<Database> OpenAsync(DatabaseOptions options, ILoggerFactory loggers, TimeProvider time, CancellationToken cancellation)
    {
        if (options.ConnectionString is { } given)
            return await OpenAsync(given, given, null, loggers, time, cancellation);
        var cluster = await PrivateCluster.JoinAsync(options.Home, loggers.CreateLogger<PrivateCluster>(), cancellation);
        try
        {
            return await OpenAsync(cluster.ConnectionString("bordermap", "bordermap"), cluster.ConnectionString("bordermap", "bordermap_public"),
                cluster, loggers, time, cancellation);
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts the private cluster again where it was killed; a database that was given is its operator's.</summary>
    /// <exception cref="DatabaseSetupException">It does not start; the message says why.</exception>
    public Task StartAgainAsync(CancellationToken cancellation) => cluster?.StartAgainAsync(cancellation) ?? Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await Public.DisposeAsync();
        await Editor.DisposeAsync();
        await Bulk.DisposeAsync();
        if (cluster is not null)
            await cluster.DisposeAsync();
    }

    private static async Task<Database> OpenAsync(string editor, string reader, PrivateCluster? cluster, ILoggerFactory loggers, TimeProvider time,
        CancellationToken cancellation)
    {
        var postgisSchema = await PrepareAsync(editor, time, cancellation);
        return new Database(editor, Source(ConnectionSettings.Editor(editor, postgisSchema), loggers),
            Source(ConnectionSettings.Bulk(editor, postgisSchema), loggers), PublicConnections.Of(Builder(ConnectionSettings.Public(reader, postgisSchema), loggers), time), cluster);
    }

    /// <summary>Checks, migrates, and tells where the PostGIS extension lies.</summary>
    private static async Task<string> PrepareAsync(string connectionString, TimeProvider time, CancellationToken cancellation)
    {
        var settings = new NpgsqlConnectionStringBuilder(ConnectionSettings.Bulk(connectionString, "public")) { Pooling = false };
        await using var source = OfPrimary(new NpgsqlDataSourceBuilder(settings.ConnectionString));
        await using var connection = await OpenFirstAsync(source, settings, cancellation);
        await Preflight.CheckAsync(connection, cancellation);
        await using var command = new NpgsqlCommand("select extnamespace::regnamespace::text from pg_extension where extname = 'postgis'", connection);
        var schema = (string)(await command.ExecuteScalarAsync(cancellation))!;
        await using (var path = new NpgsqlCommand("select set_config('search_path', 'bordermap,' || @schema || ',public', false)", connection))
        {
            path.Parameters.AddWithValue("schema", schema);
            await path.ExecuteNonQueryAsync(cancellation);
        }
        await Migrator.MigrateAsync(connection, SqlFiles.AllMigrations, time, cancellation);
        return schema.Trim('"');
    }

    private static async Task<NpgsqlConnection> OpenFirstAsync(NpgsqlDataSource source, NpgsqlConnectionStringBuilder settings, CancellationToken cancellation)
    {
        try
        {
            return await source.OpenConnectionAsync(cancellation);
        }
        catch (NpgsqlException e)
        {
            throw new DatabaseSetupException($"No connection to the database {settings.Database} at {settings.Host}: {e.Message}", e);
        }
    }

    private static NpgsqlDataSource Source(string connectionString, ILoggerFactory loggers) => OfPrimary(Builder(connectionString, loggers));

    /// <summary>Where several hosts are given, the one that takes writes.</summary>
    private static NpgsqlDataSource OfPrimary(NpgsqlDataSourceBuilder builder) =>
        ConnectionSettings.IsSeveral(builder.ConnectionStringBuilder) ? builder.BuildMultiHost().WithTargetSession(TargetSessionAttributes.Primary) : builder.Build();

    private static NpgsqlDataSourceBuilder Builder(string connectionString, ILoggerFactory loggers)
    {
        var builder = new NpgsqlDataSourceBuilder(connectionString);
        builder.UseLoggerFactory(loggers);
        builder.UseNetTopologySuite();
        return builder;
    }
}
