using System.Globalization;
using BorderMap.Gazetteer;
using BorderMap.PostGis;
using BorderMap.PostGis.Cluster;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace BorderMap.Benchmarks.Running;

/// <summary>A private cluster in a temporary home; both are gone afterwards.</summary>
internal sealed class OwnCluster : IAsyncDisposable
{
    private readonly ClusterPaths paths;

    private OwnCluster(string home, Database database)
    {
        Home = home;
        Database = database;
        paths = Paths(home);
    }

    public string Home { get; }
    public Database Database { get; }

    /// <summary>The folder of the socket: the <c>host</c> of libpq.</summary>
    public string Socket => paths.Socket;

    /// <summary>The server's first process.</summary>
    public int Postmaster => int.Parse(File.ReadLines(Path.Combine(paths.Data, "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    public static async Task<OwnCluster> OpenAsync(CancellationToken cancellation)
    {
        var home = Directory.CreateTempSubdirectory("bordermap-bench-").FullName;
        try
        {
            return new OwnCluster(home, await Database.OpenAsync(new DatabaseOptions(null, home), NullLoggerFactory.Instance, TimeProvider.System, cancellation));
        }
        catch
        {
            Delete(home);
            throw;
        }
    }

    /// <summary>Imports synthetic incidents.</summary>
    public async Task<IncidentStore> FillAsync(Atlas atlas, string file, CancellationToken cancellation)
    {
        var store = new IncidentStore(Database, atlas, TimeProvider.System);
        await using var stream = File.OpenRead(file);
        var result = await store.ImportAsync(stream, new ImportOptions("benchmark", "benchmark"), null, cancellation);
        if (result.Problems is [var problem, ..])
            throw new InvalidOperationException($"{result.ProblemCount} problems; the first: {problem}");
        return store;
    }

    public async Task ExecuteAsync(string sql, CancellationToken cancellation)
    {
        await using var command = Database.Editor.CreateCommand(sql);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellation);
    }

    public async Task<T> AskAsync<T>(string sql, CancellationToken cancellation)
    {
        await using var command = Database.Editor.CreateCommand(sql);
        command.CommandTimeout = 0;
        return (T)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>Writes out what lies in memory, so that the next figure does not pay for it.</summary>
    public async Task CheckpointAsync(CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder { Host = Socket, Database = "bordermap", Username = "postgres", Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand("checkpoint", connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellation);
    }

    public Task<string> VersionsAsync(CancellationToken cancellation) =>
        AskAsync<string>("select 'PostgreSQL ' || current_setting('server_version') || ', PostGIS ' || postgis_lib_version()", cancellation);

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        Delete(Home);
    }

    private static void Delete(string home)
    {
        var paths = Paths(home);
        foreach (var folder in (string[])[paths.Root, paths.Socket, home])
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
    }

    private static ClusterPaths Paths(string home) => ClusterPaths.Of(ClusterFolders.Canonical(home), Environment.IsPrivilegedProcess);
}
