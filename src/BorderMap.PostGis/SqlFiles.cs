namespace BorderMap.PostGis;

/// <summary>The SQL files embedded in this assembly.</summary>
internal static class SqlFiles
{
    private const string Sql = "BorderMap.PostGis.Sql.";
    private const string Migrations = "BorderMap.PostGis.Migrations.";

    /// <param name="name">A file of <c>Sql/</c>, without <c>.sql</c>.</param>
    public static string Read(string name) => Resource($"{Sql}{name}.sql");

    /// <summary>The migrations in order: number, name, text. Files are named <c>001_what_it_makes.sql</c>.</summary>
    public static IReadOnlyList<(int Version, string Name, string Text)> AllMigrations { get; } =
        [.. typeof(SqlFiles).Assembly.GetManifestResourceNames()
            .Where(resource => resource.StartsWith(Migrations, StringComparison.Ordinal))
            .Select(resource => (resource, name: resource[Migrations.Length..^".sql".Length]))
            .Select(file => (int.Parse(file.name[..3]), file.name, Resource(file.resource)))
            .OrderBy(migration => migration.Item1)];

    private static string Resource(string resource)
    {
        using var stream = typeof(SqlFiles).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"{resource} is not embedded");
        return new StreamReader(stream).ReadToEnd();
    }
}
