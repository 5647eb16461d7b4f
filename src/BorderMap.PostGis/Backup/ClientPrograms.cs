using BorderMap.PostGis.Cluster;

namespace BorderMap.PostGis.Backup;

/// <summary>Finds <c>pg_dump</c>, <c>pg_restore</c> and <c>psql</c> of a version that fits the server: older ones refuse a newer server.</summary>
internal static class ClientPrograms
{
    private const string DebianRoot = "/usr/lib/postgresql";

    private static readonly string[] Needed = ["pg_dump", "pg_restore", "psql"];

    /// <summary>The folder of the oldest that fit; Debian's before those on the PATH.</summary>
    /// <exception cref="BackupException">None is installed.</exception>
    public static string Find(int serverMajor, string? searchPath)
    {
        var debian = !Directory.Exists(DebianRoot) ? [] : Directory.EnumerateDirectories(DebianRoot)
            .Select(folder => (Folder: Path.Combine(folder, "bin"), Major: int.TryParse(Path.GetFileName(folder), out var major) ? major : 0))
            .Where(programs => programs.Major >= serverMajor).OrderBy(programs => programs.Major).Select(programs => programs.Folder);
        var others = (searchPath ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries);
        return debian.Where(IsComplete).FirstOrDefault()
            ?? others.Where(IsComplete).FirstOrDefault(folder => MajorOf(folder) >= serverMajor)
            ?? throw new BackupException($"The server is PostgreSQL {serverMajor}; {string.Join(", ", Needed)} of that version or a later one are not installed. On Debian: apt-get install postgresql-client-{serverMajor}.");
    }

    private static bool IsComplete(string folder) => Array.TrueForAll(Needed, program => File.Exists(Path.Combine(folder, program)));

    private static int MajorOf(string folder) => PostgresPrograms.ParseVersion(RunProgram.Start(Path.Combine(folder, "pg_dump"), ["--version"], null));
}
