using BorderMap.PostGis.Cluster;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

[assembly: AssemblyFixture(typeof(BorderMap.PostGis.Tests.TestCluster))]

namespace BorderMap.PostGis.Tests;

/// <summary>One private cluster for the whole run, in a home of its own; each test class makes a database in it.</summary>
public sealed class TestCluster : IAsyncLifetime
{
    private PrivateCluster? cluster;
    private int databases;

    public string Home { get; } = Directory.CreateTempSubdirectory("bordermap-test-").FullName;

    public async ValueTask InitializeAsync() =>
        cluster = await PrivateCluster.JoinAsync(Home, NullLogger.Instance, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (cluster is not null)
            await cluster.DisposeAsync();
        TestHomes.Delete(Home);
    }

    /// <summary>Makes an empty database with the extensions, owned by <c>bordermap</c>.</summary>
    public async Task<string> NewDatabaseAsync()
    {
        var name = $"t{Interlocked.Increment(ref databases)}";
        await ExecuteAsync(ConnectionString("postgres", "postgres"), $"create database {name} owner bordermap template template1");
        return ConnectionString(name, "bordermap");
    }

    public string ConnectionString(string database, string role) => cluster!.ConnectionString(database, role);

    /// <summary>Opens a new, migrated database.</summary>
    public async Task<Database> OpenNewAsync(TimeProvider? time = null) => await Database.OpenAsync(
        new DatabaseOptions(await NewDatabaseAsync(), Home), NullLoggerFactory.Instance, time ?? TimeProvider.System, TestContext.Current.CancellationToken);

    public static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
