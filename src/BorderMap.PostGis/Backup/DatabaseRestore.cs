using System.Text;
using BorderMap.PostGis.Schema;
using BorderMap.PostGis.Writing;

namespace BorderMap.PostGis.Backup;

/// <summary>
/// Brings a backup back, all or nothing: the old schema steps aside, the dump is read, its rows are counted, the old schema goes; one transaction.
/// </summary>
public static class DatabaseRestore
{
    /// <summary>What a database has before anybody has written anything.</summary>
    private static readonly string[] ThereAnyway = ["migration", "setting", "public_state", "protection_key"];

    /// <param name="database">Where to.</param>
    /// <param name="path">The backup.</param>
    /// <param name="replace">Whether what the database holds may go.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellation">Stops it; nothing is then changed.</param>
    /// <exception cref="BackupException">The file or the database does not fit; nothing was changed.</exception>
    public static async Task<BackupManifest> ReadAsync(Database database, string path, bool replace, TimeProvider time, CancellationToken cancellation)
    {
        var manifest = await BackupFile.VerifyAsync(path, SqlFiles.AllMigrations[^1].Version, cancellation);
        var (major, before) = await PrepareAsync(database, manifest, replace, cancellation);
        var programs = ClientPrograms.Find(Math.Max(major, manifest.Postgres), Environment.GetEnvironmentVariable("PATH"));
        await ClientProcess.RunAsync(Path.Combine(programs, "psql"), ["--no-psqlrc", "--quiet", "--no-password", "--set=ON_ERROR_STOP=1", "--file=-"], database.ConnectionString,
            async script =>
            {
                await script.WriteAsync(Encoding.UTF8.GetBytes(Aside), cancellation);
                await ClientProcess.RunAsync(Path.Combine(programs, "pg_restore"), ["--file=-", "--no-owner"], null,
                    dump => BackupFile.CopyDumpAsync(path, dump, cancellation), sql => sql.CopyToAsync(script, cancellation), cancellation);
                await script.WriteAsync(Encoding.UTF8.GetBytes(After(manifest, before)), cancellation);
            }, null, cancellation);
        // It is committed: who stops it now would be told that nothing was changed.
        await using var connection = await database.Editor.OpenConnectionAsync(CancellationToken.None);
        await connection.ReloadTypesAsync(CancellationToken.None);
        await Migrator.MigrateAsync(connection, SqlFiles.AllMigrations, time, CancellationToken.None);
        return manifest;
    }

    /// <summary>The server's version and the public sequence that the database has reached.</summary>
    private static async Task<(int Major, long Pub)> PrepareAsync(Database database, BackupManifest manifest, bool replace, CancellationToken cancellation)
    {
        await using var connection = await database.Editor.OpenConnectionAsync(cancellation);
        var filled = (await DatabaseBackup.CountAsync(connection, cancellation)).Where(table => table.Value > 0 && !ThereAnyway.Contains(table.Key)).ToList();
        if (filled.Count > 0 && !replace)
            throw new BackupException($"The database is not empty: {string.Join(", ", filled.Select(table => $"{table.Key} {table.Value}"))} rows. "
                + "Back it up, then say --replace to put the backup in its place. Nothing was changed.");
        if (await DatabaseBackup.PostgisSchemaAsync(connection, cancellation) is var schema && schema != manifest.PostgisSchema)
            throw new BackupException($"The backup was made with PostGIS in the schema {manifest.PostgisSchema}, here it lies in {schema}. Move the extension (alter extension postgis set schema) or use another database.");
        var pub = (long)(await connection.ScalarAsync("select pub from public_state", [], cancellation))!;
        return (connection.PostgreSqlVersion.Major, filled.Count > 0 ? pub : 0);
    }

    // An input that ends too early, whatever the reason, never reaches the commit.
    private static string Aside { get; } = $"""
        begin;
        select pg_advisory_xact_lock({WriteSession.WritersLock});
        drop schema if exists bordermap_before_restore cascade;
        alter schema bordermap rename to bordermap_before_restore;

        """;

    /// <summary>Counts, and where a database was replaced lets the public sequence go on: nobody's cached answer may pass for the restored one.</summary>
    private static string After(BackupManifest manifest, long before)
    {
        var script = new StringBuilder("\nset search_path to bordermap;\n");
        foreach (var (table, rows) in manifest.Rows)
            script.Append($"""
                do $check$ begin
                    if (select count(*) from bordermap.{DatabaseBackup.Quote(table)}) <> {rows} then raise exception 'the table {table} has not the {rows} rows that the manifest names'; end if;
                end $check$;

                """);
        script.Append("delete from bordermap.setting where name = 'gazetteer';\n");
        if (before > 0)
            script.Append($"update bordermap.public_state set pub = greatest(pub, {before}) + 1;\n");
        return script.Append("drop schema bordermap_before_restore cascade;\ncommit;\n").ToString();
    }
}
