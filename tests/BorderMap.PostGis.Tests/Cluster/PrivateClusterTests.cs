using System.Diagnostics;
using BorderMap.PostGis.Cluster;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace BorderMap.PostGis.Tests.Cluster;

public sealed class PrivateClusterTests : IDisposable
{
    private const int MostLooks = 200;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);
    private readonly string home = Directory.CreateTempSubdirectory("bordermap-cluster-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => TestHomes.Delete(home);

    [Fact]
    public async Task The_last_one_out_stops_the_cluster()
    {
        var first = await JoinAsync();
        var postmaster = Postmaster();
        var second = await JoinAsync();
        Assert.Equal(postmaster, Postmaster());
        await first.DisposeAsync();
        Assert.Equal("1", await AskAsync(second, "select 1::text"));
        await second.DisposeAsync();
        Assert.True(await EndsAsync(postmaster));
        Assert.False(File.Exists(PidFile));
    }

    [Fact]
    public async Task Several_that_start_and_stop_side_by_side_all_work()
    {
        var postmasters = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () =>
        {
            await using var cluster = await JoinAsync();
            Assert.Equal("bordermap", await AskAsync(cluster, "select current_user::text"));
            return Postmaster();
        }, Cancellation)));
        await Assert.AllAsync(postmasters, async postmaster => Assert.True(await EndsAsync(postmaster)));
    }

    [Fact]
    public async Task Starts_again_after_the_postmaster_was_killed()
    {
        var left = await JoinAsync();
        await TestCluster.ExecuteAsync(left.ConnectionString("bordermap", "bordermap"), "create table kept (n integer)");
        using (var process = Process.GetProcessById(Postmaster()))
            process.Kill();
        await using var again = await JoinAsync();
        Assert.Equal("0", await AskAsync(again, "select count(*)::text from kept"));
        await left.DisposeAsync();
        Assert.Equal("0", await AskAsync(again, "select count(*)::text from kept"));
    }

    [Fact]
    public async Task Joins_a_cluster_whose_only_user_was_killed_and_stops_it()
    {
        var abandoned = await JoinAsync();
        var postmaster = Postmaster();
        abandoned.Abandon();
        await using (var next = await JoinAsync())
            Assert.Equal(postmaster, Postmaster());
        Assert.True(await EndsAsync(postmaster));
    }

    [Fact]
    public async Task Listens_on_its_socket_only_and_trusts_nobody()
    {
        await using var cluster = await JoinAsync();
        Assert.Equal("", await AskAsync(cluster, "show listen_addresses"));
        Assert.Equal("peer", await AskAsync(cluster, "select string_agg(distinct auth_method, ',') from pg_hba_file_rules", "postgres"));
        Assert.Equal("false", await AskAsync(cluster, "select rolsuper::text from pg_roles where rolname = 'bordermap'"));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(TestHomes.Paths(home).Socket));
    }

    [Fact]
    public async Task As_root_the_server_runs_as_somebody_else_and_its_folder_records_the_home()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "needs root");
        await using var cluster = await JoinAsync();
        Assert.DoesNotContain("Uid:\t0\t", File.ReadAllText($"/proc/{Postmaster()}/status"), StringComparison.Ordinal);
        var root = TestHomes.Paths(home).Root;
        Assert.StartsWith("/var/lib/bordermap/", root, StringComparison.Ordinal);
        Assert.Equal(home, File.ReadAllText(Path.Combine(root, "home")).Trim());
    }

    [Fact]
    public void A_home_deep_in_the_tree_gets_a_short_socket()
    {
        var paths = ClusterPaths.Of("/home/somebody/" + new string('x', 120), asRoot: false);
        Assert.True(paths.Socket.Length < 60);
        Assert.Equal("/home/a/.bordermap/run", ClusterPaths.Of("/home/a/.bordermap", asRoot: false).Socket);
    }

    [Fact]
    public void Says_what_to_install_when_the_data_ask_for_another_version()
    {
        var missing = Assert.Throws<DatabaseSetupException>(() => PostgresPrograms.Find(9, null));
        Assert.Contains("apt-get install postgresql-9-postgis-3", missing.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FATAL:  lock file \"postmaster.pid\" already exists", true)]
    [InlineData("FATAL:  pre-existing shared memory block (key 1, ID 2) is still in use", true)]
    [InlineData("FATAL:  could not write to file: No space left on device", false)]
    public void Retries_a_start_only_when_waiting_helps(string said, bool mayPass) =>
        Assert.Equal(mayPass, StartRefusal.Read("/nowhere", 0, said).MayPass);

    private string PidFile => Path.Combine(TestHomes.Paths(home).Data, "postmaster.pid");

    private int Postmaster() => int.Parse(File.ReadLines(PidFile).First());

    private Task<PrivateCluster> JoinAsync() => PrivateCluster.JoinAsync(home, NullLogger.Instance, Cancellation);

    private static async Task<string?> AskAsync(PrivateCluster cluster, string sql, string role = "bordermap")
    {
        await using var connection = new NpgsqlConnection(cluster.ConnectionString("bordermap", role) + ";Pooling=false");
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        return (string?)await command.ExecuteScalarAsync(Cancellation);
    }

    /// <summary>Whether the process runs; a zombie that its parent has not fetched yet does not.</summary>
    /// <summary>A postmaster takes its pid file away, for which whoever stops it waits, and ends some moments later.</summary>
    private static async Task<bool> EndsAsync(int process)
    {
        for (var look = 0; look < MostLooks && IsAlive(process); look++)
        {
            await Task.Delay(BetweenLooks, Cancellation);
        }
        return !IsAlive(process);
    }

    private static bool IsAlive(int process)
    {
        var status = $"/proc/{process}/status";
        return File.Exists(status) && !File.ReadAllText(status).Contains("State:\tZ", StringComparison.Ordinal);
    }
}
