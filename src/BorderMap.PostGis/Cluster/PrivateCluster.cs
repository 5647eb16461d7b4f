using Microsoft.Extensions.Logging;
using Npgsql;

namespace BorderMap.PostGis.Cluster;

/// <summary>
/// The PostgreSQL of one home: no TCP, a socket in a folder of its own, <c>peer</c>. The first process starts it, the last one stops it.
/// </summary>
internal sealed class PrivateCluster : IAsyncDisposable
{
    /// <summary>How long a start is retried that a killed postmaster, not yet reaped, makes fail.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly ILogger logger;
    private readonly ClusterPaths paths;
    private readonly PostgresPrograms programs;
    private readonly string? asUser;
    private FileStream? use;

    private PrivateCluster(ClusterPaths paths, PostgresPrograms programs, string? asUser, ILogger logger)
    {
        this.paths = paths;
        this.programs = programs;
        this.asUser = asUser;
        this.logger = logger;
    }

    /// <summary>Joins the running cluster of a home, or makes and starts it.</summary>
    /// <exception cref="DatabaseSetupException">PostgreSQL is missing or does not start; the message says what to do.</exception>
    public static async Task<PrivateCluster> JoinAsync(string home, ILogger logger, CancellationToken cancellation)
    {
        Directory.CreateDirectory(home, Modes.Private);
        var asUser = Environment.IsPrivilegedProcess ? ClusterFolders.UnprivilegedUser() : null;
        var paths = ClusterPaths.Of(ClusterFolders.Canonical(home), asUser is not null);
        using var gate = await HomeLock.EnterAsync(paths.Gate, cancellation);
        ClusterFolders.Prepare(paths, asUser);
        var programs = PostgresPrograms.Find(ClusterFolders.MajorOf(paths), Environment.GetEnvironmentVariable("PATH"));
        var cluster = new PrivateCluster(paths, programs, asUser, logger);
        await cluster.StartAsync(cancellation);
        cluster.use = HomeLock.Share(paths.Users);
        return cluster;
    }

    /// <summary>Starts it again where it was killed; nothing when it answers.</summary>
    /// <exception cref="DatabaseSetupException">It does not start; the message says why.</exception>
    public async Task StartAgainAsync(CancellationToken cancellation)
    {
        using var gate = await HomeLock.EnterAsync(paths.Gate, cancellation);
        if (use is not null)
            await StartAsync(cancellation);
    }

    /// <summary>Connects to a database of the cluster as a role: <c>postgres</c> (superuser), <c>bordermap</c>, <c>bordermap_public</c>.</summary>
    public string ConnectionString(string database, string role) =>
        new NpgsqlConnectionStringBuilder { Host = paths.Socket, Database = database, Username = role }.ConnectionString;

    public async ValueTask DisposeAsync()
    {
        if (use is null)
            return;
        using var gate = await HomeLock.EnterAsync(paths.Gate, CancellationToken.None);
        await use.DisposeAsync();
        use = null;
        using var alone = HomeLock.TryAlone(paths.Users);
        if (alone is null)
            return;
        var (exit, output, error) = RunProgram.Try(programs.PgCtl, ["stop", "-D", paths.Data, "-m", "fast", "-w", "-t", "60"], asUser);
        if (exit != 0)
            logger.LogWarning("The private cluster in {Folder} did not stop: {Reason}", paths.Root, (error + output).Trim());
        else
            Directory.Delete(paths.Socket, recursive: true);
    }

    /// <summary>For tests: leaves as a killed process does, without stopping anything.</summary>
    internal void Abandon()
    {
        use?.Dispose();
        use = null;
    }

    private async Task StartAsync(CancellationToken cancellation)
    {
        if (await AnswersAsync(cancellation))
            return;
        if (!Directory.Exists(paths.Data))
            ClusterSetup.InitDb(paths, programs, asUser);
        ClusterSetup.WriteAccess(paths, asUser);
        ClusterSetup.WriteTuning(paths);
        var until = TimeProvider.System.GetTimestamp();
        while (!TryStart(out var refusal))
        {
            if (!refusal.MayPass || TimeProvider.System.GetElapsedTime(until) > Patience)
                throw new DatabaseSetupException($"The private PostgreSQL in {paths.Root} does not start: {refusal.Words}");
            logger.LogInformation("PostgreSQL is not ready to start again ({Reason}); trying on", refusal.Words);
            await Task.Delay(Pause, cancellation);
        }
        await ClusterSetup.MakeDatabaseAsync(this, cancellation);
    }

    private bool TryStart(out StartRefusal refusal)
    {
        var before = File.Exists(paths.Log) ? new FileInfo(paths.Log).Length : 0;
        string[] arguments = ["start", "-D", paths.Data, "-l", paths.Log, "-w", "-t", "60", "-s", "-o", $"-c unix_socket_directories='{paths.Socket}'"];
        var (exit, output, error) = RunProgram.Try(programs.PgCtl, arguments, asUser);
        refusal = exit == 0 ? default : StartRefusal.Read(paths.Log, before, (error + output).Trim());
        return exit == 0;
    }

    private async Task<bool> AnswersAsync(CancellationToken cancellation)
    {
        var settings = new NpgsqlConnectionStringBuilder(ConnectionString("bordermap", "bordermap")) { Pooling = false, Timeout = 5 };
        try
        {
            await using var connection = new NpgsqlConnection(settings.ConnectionString);
            await connection.OpenAsync(cancellation);
            return true;
        }
        catch (NpgsqlException e)
        {
            logger.LogDebug("The private cluster does not answer yet: {Reason}", e.Message);
            return false;
        }
    }
}
