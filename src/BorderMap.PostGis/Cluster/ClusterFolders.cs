namespace BorderMap.PostGis.Cluster;

/// <summary>The folders of the private cluster and whose they are.</summary>
internal static class ClusterFolders
{
    /// <summary>The user of Debian's package, as whom root runs the cluster.</summary>
    private const string DebianUser = "postgres";

    /// <exception cref="DatabaseSetupException">There is no such user.</exception>
    public static string UnprivilegedUser() =>
        File.ReadLines("/etc/passwd").Any(line => line.StartsWith(DebianUser + ":", StringComparison.Ordinal))
            ? DebianUser
            : throw new DatabaseSetupException("PostgreSQL does not run as root, and there is no user 'postgres' to run it as. On Debian: apt-get install postgresql-15-postgis-3.");

    /// <summary>The folder's one true path, so that every spelling of a home finds the same cluster.</summary>
    public static string Canonical(string folder)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var parent = Path.GetDirectoryName(full);
        var place = parent is null ? full : Path.Combine(Canonical(parent), Path.GetFileName(full));
        return new DirectoryInfo(place).ResolveLinkTarget(true)?.FullName is { } target ? Canonical(target) : place;
    }

    /// <summary>The PostgreSQL version of existing data; null where there are none.</summary>
    public static int? MajorOf(ClusterPaths paths)
    {
        var file = Path.Combine(paths.Data, "PG_VERSION");
        return File.Exists(file) ? PostgresPrograms.ParseVersion(File.ReadAllText(file)) : null;
    }

    public static void Prepare(ClusterPaths paths, string? asUser)
    {
        if (asUser is not null)
            foreach (var shared in (string[])["/var/lib/bordermap", "/run/bordermap"])
                Directory.CreateDirectory(shared, Modes.Passable);
        Own(paths.Root, asUser);
        Own(paths.Socket, asUser);
        Record(paths);
    }

    /// <summary>Makes the folder, or takes it: fails where it belongs to somebody else.</summary>
    private static void Own(string folder, string? asUser)
    {
        Directory.CreateDirectory(folder, Modes.Private);
        if (asUser is not null)
            RunProgram.Start("chown", [$"{asUser}:", folder], null);
        File.SetUnixFileMode(folder, Modes.Private);
    }

    /// <summary>Writes down whose cluster it is; two homes never share one.</summary>
    private static void Record(ClusterPaths paths)
    {
        var file = Path.Combine(paths.Root, "home");
        if (!File.Exists(file))
            File.WriteAllText(file, paths.Home + "\n");
        else if (File.ReadAllText(file).Trim() is var recorded && recorded != paths.Home)
            throw new DatabaseSetupException($"{paths.Root} belongs to the home {recorded}, not to {paths.Home}. Set BORDERMAP_HOME to {recorded}, or remove {paths.Root} if that home is gone.");
    }
}

internal static class Modes
{
    public const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    public const UnixFileMode Passable = Private | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
}
