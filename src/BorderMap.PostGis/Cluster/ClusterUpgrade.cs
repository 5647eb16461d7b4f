using BorderMap.PostGis.Backup;
using Microsoft.Extensions.Logging;

namespace BorderMap.PostGis.Cluster;

/// <summary>Moves the private cluster to another major version of PostgreSQL, by a dump: its data files are that version's alone.</summary>
public static class ClusterUpgrade
{
    /// <param name="From">The version that the data were made by.</param>
    /// <param name="To">The newest one that is installed.</param>
    /// <param name="Backup">What was carried over, as <c>restore</c> reads it.</param>
    /// <param name="Old">The folder of the old data, as they were.</param>
    public sealed record Done(int From, int To, string Backup, string Old);

    /// <summary>The version that the data of a home were made by, and the newest that is installed; null: there are no data.</summary>
    public static (int Data, int Newest)? Versions(string home) => Directory.Exists(home) && ClusterFolders.MajorOf(Paths(home)) is { } data ? (data, Newest()) : null;

    /// <returns>Null where there is nothing to move.</returns>
    /// <exception cref="DatabaseSetupException">A program of either version is missing, or somebody uses the home. The data are as they were.</exception>
    /// <exception cref="BackupException">The dump or its return failed. The data are as they were.</exception>
    public static async Task<Done?> RunAsync(string home, ILoggerFactory loggers, TimeProvider time, CancellationToken cancellation) =>
        Versions(home) is var (data, newest) && data < newest ? await MoveAsync(home, data, newest, loggers, time, cancellation) : null;

    internal static async Task<Done> MoveAsync(string home, int from, int to, ILoggerFactory loggers, TimeProvider time, CancellationToken cancellation)
    {
        var paths = Paths(home);
        var done = new Done(from, to, Path.Combine(home, $"before-postgresql-{to}.backup"), $"{paths.Data}-{from}");
        if (Directory.Exists(done.Old))
            throw new DatabaseSetupException($"{done.Old} is there: the data of an earlier upgrade. Delete it when it is not needed any more. Nothing was changed.");
        await CheckAloneAsync(paths, cancellation);
        var options = new DatabaseOptions(null, home);
        await using (var old = await Database.OpenAsync(options, loggers, time, cancellation))
            await DatabaseBackup.WriteAsync(old, done.Backup, time, cancellation);
        await CheckAloneAsync(paths, cancellation);
        Directory.Move(paths.Data, done.Old);
        try
        {
            await using var made = await Database.OpenAsync(options, loggers, time, cancellation);
            await DatabaseRestore.ReadAsync(made, done.Backup, replace: false, time, cancellation);
            return done;
        }
        catch
        {
            if (Directory.Exists(paths.Data))
                Directory.Delete(paths.Data, recursive: true);
            Directory.Move(done.Old, paths.Data);
            throw;
        }
    }

    /// <summary>What another process wrote after the dump would be lost.</summary>
    private static async Task CheckAloneAsync(ClusterPaths paths, CancellationToken cancellation)
    {
        using var gate = await HomeLock.EnterAsync(paths.Gate, cancellation);
        using var alone = HomeLock.TryAlone(paths.Users);
        if (alone is null)
            throw new DatabaseSetupException($"A server or command uses the home {paths.Home}. Stop it first. Nothing was changed.");
    }

    private static int Newest() => PostgresPrograms.Find(null, Environment.GetEnvironmentVariable("PATH")).Major;

    private static ClusterPaths Paths(string home) => ClusterPaths.Of(ClusterFolders.Canonical(home), Environment.IsPrivilegedProcess);
}
