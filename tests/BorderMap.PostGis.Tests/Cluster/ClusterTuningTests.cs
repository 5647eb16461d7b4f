using BorderMap.PostGis.Cluster;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace BorderMap.PostGis.Tests.Cluster;

public sealed class ClusterTuningTests : IDisposable
{
    private const long GB = 1024L * 1024 * 1024;

    private readonly string home = Directory.CreateTempSubdirectory("bordermap-tuning-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => TestHomes.Delete(home);

    [Theory]
    [InlineData(GB / 2, "128MB", "64MB", "1024MB")]
    [InlineData(4 * GB, "512MB", "64MB", "1024MB")]
    [InlineData(12 * GB, "1024MB", "192MB", "3072MB")]
    [InlineData(512 * GB, "1024MB", "256MB", "4096MB")]
    public void Buffers_grow_with_the_machine_between_bounds(long memory, string buffers, string maintenance, string wal)
    {
        var settings = ClusterTuning.For(memory);
        Assert.Contains($"shared_buffers = {buffers}", settings);
        Assert.Contains($"maintenance_work_mem = {maintenance}", settings);
        Assert.Contains($"max_wal_size = {wal}", settings);
    }

    [Fact]
    public async Task A_new_cluster_runs_with_settings_for_the_machine_and_keeps_what_an_operator_set()
    {
        var wanted = ClusterTuning.For(ClusterTuning.Memory());
        await using (var cluster = await JoinAsync())
        {
            Assert.Contains($"max_wal_size = {await AskAsync(cluster, "select (setting::bigint)::text || 'MB' from pg_settings where name = 'max_wal_size'")}", wanted);
            Assert.Contains($"shared_buffers = {await AskAsync(cluster, "select (setting::bigint / 128)::text || 'MB' from pg_settings where name = 'shared_buffers'")}", wanted);
            Assert.Equal("0", await AskAsync(cluster, "select count(*)::text from pg_file_settings where error is not null"));
        }
        await File.AppendAllTextAsync(Path.Combine(TestHomes.Paths(home).Data, "postgresql.conf"), "shared_buffers = '24MB'\n", Cancellation);
        await using var again = await JoinAsync();
        Assert.Equal("24MB", await AskAsync(again, "show shared_buffers"));
    }

    private Task<PrivateCluster> JoinAsync() => PrivateCluster.JoinAsync(home, NullLogger.Instance, Cancellation);

    private static async Task<string?> AskAsync(PrivateCluster cluster, string sql)
    {
        await using var connection = new NpgsqlConnection(cluster.ConnectionString("bordermap", "postgres") + ";Pooling=false");
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        return (string?)await command.ExecuteScalarAsync(Cancellation);
    }
}
