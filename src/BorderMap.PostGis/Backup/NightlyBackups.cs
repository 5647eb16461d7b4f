using BorderMap.PostGis.Cluster;

namespace BorderMap.PostGis.Backup;

/// <summary>The nightly backups of a folder: one a night, the newest few kept. Several processes may share the folder.</summary>
/// <param name="database">What is saved.</param>
/// <param name="folder">Where to; made when absent.</param>
/// <param name="keep">How many are kept.</param>
/// <param name="time">The clock.</param>
public sealed class NightlyBackups(Database database, string folder, int keep, TimeProvider time)
{
    private readonly DateTimeOffset started = time.GetUtcNow();

    /// <summary>Makes a backup when one is due, and takes old ones away.</summary>
    /// <returns>The file made; null: none was due, or another process is at it.</returns>
    public async Task<string?> RunAsync(CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder, Modes.Private);
        using var alone = HomeLock.TryAlone(Path.Combine(folder, ".lock"));
        if (alone is null || !NightlyPlan.IsDue(Names().Max(NightlyPlan.InstantOf), started, time.GetUtcNow()))
            return null;
        var path = Path.Combine(folder, NightlyPlan.NameAt(time.GetUtcNow()));
        await DatabaseBackup.WriteAsync(database, path, time, cancellation);
        foreach (var name in NightlyPlan.Superfluous(Names(), keep).ToList())
            File.Delete(Path.Combine(folder, name));
        return path;
    }

    private IEnumerable<string> Names() => Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file));
}
