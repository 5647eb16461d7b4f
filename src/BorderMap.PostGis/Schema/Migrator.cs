using Npgsql;

namespace BorderMap.PostGis.Schema;

/// <summary>Brings the schema up to date: numbered files, forward only, each in a transaction of its own.</summary>
internal static class Migrator
{
    /// <summary>Two processes that start at once migrate one after the other.</summary>
    private const long Lock = 0x626F72646D6967;

    /// <exception cref="DatabaseSetupException">The database is newer than this program.</exception>
    public static async Task MigrateAsync(NpgsqlConnection connection, IReadOnlyList<(int Version, string Name, string Text)> migrations, TimeProvider time,
        CancellationToken cancellation)
    {
        await connection.ExecuteAsync("select pg_advisory_lock(@lock)", [new("lock", Lock)], cancellation);
        try
        {
            await MigrateLockedAsync(connection, migrations, time, cancellation);
        }
        finally
        {
            // A connection that was cut has let go of it.
            if (connection.FullState == System.Data.ConnectionState.Open)
                await connection.ExecuteAsync("select pg_advisory_unlock(@lock)", [new("lock", Lock)], CancellationToken.None);
        }
    }

    private static async Task MigrateLockedAsync(NpgsqlConnection connection, IReadOnlyList<(int Version, string Name, string Text)> migrations, TimeProvider time,
        CancellationToken cancellation)
    {
        await connection.ExecuteAsync(SqlFiles.Read("migration_table"), [], cancellation);
        var done = await connection.QueryAsync("select version from migration order by version", [], reader => reader.GetInt32(0), cancellation);
        if (done.Count > 0 && done[^1] > migrations[^1].Version)
            throw new DatabaseSetupException($"The database has schema {done[^1]}, and this program knows up to {migrations[^1].Version}. Start a newer BorderMap; older ones cannot use it.");
        foreach (var (version, name, text) in migrations.Where(migration => !done.Contains(migration.Version)))
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            await connection.ExecuteAsync(text, [], cancellation);
            await connection.ExecuteAsync("insert into migration (version, name, at) values (@version, @name, @at)",
                [new("version", version), new("name", name), new("at", time.GetUtcNow())], cancellation);
            await transaction.CommitAsync(cancellation);
        }
    }
}
