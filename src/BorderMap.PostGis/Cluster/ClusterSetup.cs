using Npgsql;

namespace BorderMap.PostGis.Cluster;

/// <summary>Makes the cluster: files, who may connect, roles, database, extensions. Every step may be repeated.</summary>
internal static class ClusterSetup
{
    private static readonly string[] Settings =
    [
        "listen_addresses = ''",
        "unix_socket_permissions = 0700",
        "timezone = 'UTC'",
        "log_timezone = 'UTC'",
        "max_connections = 200",
        // What is not public must not reach a log: neither statements nor the values in an error's detail.
        "log_min_error_statement = panic",
        "log_error_verbosity = terse",
    ];

    /// <summary>Makes the data in a folder beside and moves it into place when it is whole.</summary>
    public static void InitDb(ClusterPaths paths, PostgresPrograms programs, string? asUser)
    {
        var half = paths.Data + ".new";
        if (Directory.Exists(half))
            Directory.Delete(half, recursive: true);
        RunProgram.Start(programs.InitDb, ["-D", half, "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8", "--auth=peer", "--no-instructions"], asUser);
        var main = Path.Combine(half, "postgresql.conf");
        // Written in place: the file belongs to whom the server runs as.
        File.WriteAllLines(main, [.. ClusterTuning.ReadFirst(File.ReadAllLines(main)), .. Settings]);
        Directory.Move(half, paths.Data);
    }

    /// <summary>Settings for this machine, which may have grown since the last start.</summary>
    public static void WriteTuning(ClusterPaths paths)
    {
        var file = Path.Combine(paths.Data, ClusterTuning.FileName);
        File.WriteAllLines(file, ClusterTuning.For(ClusterTuning.Memory()));
        // Whom the server runs as has to read it, whatever the umask; the folder is theirs alone.
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
    }

    /// <summary>Peer only, by a map from system users to roles.</summary>
    public static void WriteAccess(ClusterPaths paths, string? asUser)
    {
        File.WriteAllText(Path.Combine(paths.Data, "pg_hba.conf"), "local all all peer map=bordermap\n");
        var users = asUser is null ? [Environment.UserName] : new[] { Environment.UserName, asUser };
        var map = from user in users from role in (string[])["postgres", "bordermap", "bordermap_public"] select $"bordermap \"{user}\" {role}\n";
        File.WriteAllText(Path.Combine(paths.Data, "pg_ident.conf"), string.Concat(map));
    }

    /// <summary>The extensions go into the template first, so that every database of the cluster has them.</summary>
    public static async Task MakeDatabaseAsync(PrivateCluster cluster, CancellationToken cancellation)
    {
        await RunAsync(cluster, "postgres", "select 1 from pg_database where datname = 'bordermap'", async connection =>
        {
            await ExecuteAsync(connection, SqlFiles.Read("cluster_roles"), cancellation);
            await RunAsync(cluster, "template1", "select 1 from pg_extension where extname = 'pg_trgm'", template =>
                ExecuteAsync(template, SqlFiles.Read("cluster_extensions"), cancellation), cancellation);
            await ExecuteAsync(connection, "create database bordermap owner bordermap template template1", cancellation);
        }, cancellation);
    }

    /// <summary>Does something in a database unless the question is answered.</summary>
    private static async Task RunAsync(PrivateCluster cluster, string database, string question, Func<NpgsqlConnection, Task> act, CancellationToken cancellation)
    {
        var settings = new NpgsqlConnectionStringBuilder(cluster.ConnectionString(database, "postgres")) { Pooling = false };
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand(question, connection);
        if (await command.ExecuteScalarAsync(cancellation) is null)
            await act(connection);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
