namespace BorderMap.PostGis.Cluster;

/// <summary>The folder that holds <c>initdb</c>, <c>pg_ctl</c> and <c>postgres</c> of one version.</summary>
internal sealed record PostgresPrograms(string Folder, int Major)
{
    private const string DebianRoot = "/usr/lib/postgresql";

    public string PgCtl => Path.Combine(Folder, "pg_ctl");
    public string InitDb => Path.Combine(Folder, "initdb");

    /// <summary>Finds the programs.</summary>
    /// <param name="major">The version that existing data ask for; null: the newest there is.</param>
    /// <param name="searchPath">The PATH to search after Debian's folders.</param>
    /// <exception cref="DatabaseSetupException">No fitting PostgreSQL is installed.</exception>
    public static PostgresPrograms Find(int? major, string? searchPath)
    {
        var found = DebianFolders().Concat(PathFolders(searchPath)).Where(IsComplete).Select(folder => new PostgresPrograms(folder, MajorOf(folder)));
        var fitting = found.FirstOrDefault(programs => major is null || programs.Major == major);
        return fitting ?? throw new DatabaseSetupException(major is null
            ? "PostgreSQL is not installed: no initdb, pg_ctl and postgres below /usr/lib/postgresql or on the PATH. "
              + "On Debian: apt-get install postgresql-15-postgis-3. Or set BORDERMAP_DATABASE to a connection string."
            : $"The data were made by PostgreSQL {major}, which is not installed. On Debian: apt-get install postgresql-{major}-postgis-3. Then ./run upgrade moves them to the newest one that is.");
    }

    private static IEnumerable<string> DebianFolders() => !Directory.Exists(DebianRoot) ? [] :
        Directory.EnumerateDirectories(DebianRoot).OrderByDescending(VersionOf).Select(folder => Path.Combine(folder, "bin"));

    private static IEnumerable<string> PathFolders(string? searchPath) => (searchPath ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, "postgres")).Where(File.Exists)
        .Select(program => Path.GetDirectoryName(new FileInfo(program).ResolveLinkTarget(true)?.FullName ?? program)!);

    private static bool IsComplete(string folder) => File.Exists(Path.Combine(folder, "initdb"))
        && File.Exists(Path.Combine(folder, "pg_ctl")) && File.Exists(Path.Combine(folder, "postgres"));

    private static int VersionOf(string folder) => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0;

    private static int MajorOf(string folder)
    {
        var byName = VersionOf(Path.GetDirectoryName(folder) ?? "");
        return byName > 0 ? byName : ParseVersion(RunProgram.Start(Path.Combine(folder, "postgres"), ["--version"], null));
    }

    /// <summary>Reads <c>postgres (PostgreSQL) 15.13 (Debian ...)</c>.</summary>
    internal static int ParseVersion(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var number = words.FirstOrDefault(word => char.IsAsciiDigit(word[0])) ?? "";
        return int.TryParse(number.Split('.')[0], out var major)
            ? major
            : throw new DatabaseSetupException($"postgres --version said '{text.Trim()}', which names no version.");
    }
}
