using System.Net.Sockets;
using BorderMap.EndToEnd.Running;
using Npgsql;

namespace BorderMap.EndToEnd.Faults;

/// <summary>A PostgreSQL server of the test's own, in a folder of its own, run by an unprivileged user.</summary>
public class PostgresNode : IAsyncDisposable
{
    private const string Settings = "listen_addresses = ''\nmax_connections = 40\nmin_wal_size = 32MB\nmax_wal_size = 64MB\n";

    private readonly string bin = Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(version => int.Parse(Path.GetFileName(version))).First() + "/bin/";

    protected string Folder { get; } = Directory.CreateTempSubdirectory("bordermap-pg-").FullName;

    private string Data => Path.Combine(Folder, "data");
    private string Log => Path.Combine(Folder, "log");

    public UnixDomainSocketEndPoint Socket => new(Path.Combine(Folder, ".s.PGSQL.5432"));

    /// <summary>Makes an empty one, with a database <c>map</c>.</summary>
    /// <param name="more">Lines of its settings.</param>
    public async Task MakeAsync(string more = "")
    {
        await OwnAsync();
        await AsUserAsync("initdb", "-D", Data, "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8", "--auth=trust", "--no-sync");
        await File.AppendAllTextAsync(Path.Combine(Data, "postgresql.conf"), $"{Settings}{more}unix_socket_directories = '{Folder}'\n");
        await StartAsync();
        await ExecuteAsync("create database map", "postgres");
    }

    /// <summary>Makes a standby of another one, which streams from it.</summary>
    public async Task FollowAsync(PostgresNode primary)
    {
        await OwnAsync();
        await AsUserAsync("pg_basebackup", "-d", From(primary), "-D", Data, "-R", "-X", "stream", "-c", "fast", "--no-sync");
        await IsHereAsync();
        await StartAsync();
    }

    /// <summary>Makes one that has ended a standby of the one that was promoted meanwhile; what it alone had is dropped.</summary>
    public async Task RewindAsync(PostgresNode primary)
    {
        // Before its first checkpoint the new primary still seems to be on the timeline of the old one, and nothing to be rewound (PostgreSQL 15).
        await primary.ExecuteAsync("checkpoint");
        await AsUserAsync("pg_rewind", "-D", Data, $"--source-server={From(primary)} dbname=postgres", "-R", "--no-sync");
        await IsHereAsync();
        await StartAsync();
    }

    public async Task StartAsync()
    {
        // What a killed one leaves running ends by itself, soon.
        for (var tries = 0; ; tries++)
        {
            var started = await AsUserTryAsync("pg_ctl", "start", "-D", Data, "-w", "-s", "-t", "300", "-l", Log);
            if (started.ExitCode == 0)
            {
                return;
            }
            Assert.True(tries < 20, started.Error + await File.ReadAllTextAsync(Log));
            await Task.Delay(250, TestContext.Current.CancellationToken);
        }
    }

    public Task StopAsync() => AsUserAsync("pg_ctl", "stop", "-D", Data, "-w", "-s", "-m", "fast");

    public Task RestartAsync() => AsUserAsync("pg_ctl", "restart", "-D", Data, "-w", "-s", "-t", "300", "-m", "fast", "-l", Log);

    public async Task<bool> IsRunningAsync() => (await AsUserTryAsync("pg_ctl", "status", "-D", Data)).ExitCode == 0;

    /// <summary>The first process and its sessions, which else answer until they notice.</summary>
    public async Task KillAsync()
    {
        var postmaster = File.ReadLines(Path.Combine(Data, "postmaster.pid")).First();
        var sessions = (await Command.Run("pgrep", ["-P", postmaster])).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        // One that has ended meanwhile is none to kill.
        await Command.Run("kill", ["-9", postmaster, .. sessions]);
    }

    /// <summary>The end of what it has said.</summary>
    public async Task<string> SaidAsync() => string.Join('\n', (await File.ReadAllLinesAsync(Log)).TakeLast(12));

    public async Task<object?> ExecuteAsync(string sql, string database = "map")
    {
        await using var connection = await OpenAsync(database);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>How often each title is among documents, or changes.</summary>
    public async Task<Dictionary<string, long>> TitlesAsync(string table)
    {
        await using var connection = await OpenAsync();
        await using var command = new NpgsqlCommand($"select doc->>'title', count(*) from {table} where doc->>'title' is not null group by 1", connection);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var titles = new Dictionary<string, long>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            titles.Add(reader.GetString(0), reader.GetInt64(1));
        }
        return titles;
    }

    /// <summary>Changes its settings.</summary>
    public async Task ConfigureAsync(string statement)
    {
        await ExecuteAsync(statement);
        await ExecuteAsync("select pg_reload_conf()");
    }

    /// <summary>A connection past the wire.</summary>
    public async Task<NpgsqlConnection> OpenAsync(string database = "map")
    {
        var connection = new NpgsqlConnection($"Host={Folder};Username=postgres;Database={database};Pooling=false;Search Path=bordermap,public");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await AsUserTryAsync("pg_ctl", "stop", "-D", Data, "-w", "-s", "-m", "immediate");
        await FreeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>Before the folder is deleted.</summary>
    protected virtual Task FreeAsync() => Task.CompletedTask;

    protected virtual Task OwnAsync() => Environment.IsPrivilegedProcess ? DoneAsync("chown", "postgres", Folder) : Task.CompletedTask;

    protected static async Task DoneAsync(string program, params string[] arguments)
    {
        var finished = await Command.Run(program, arguments);
        Assert.True(finished.ExitCode == 0, finished.Error);
    }

    private string From(PostgresNode primary) => $"host={primary.Folder} user=postgres application_name={Path.GetFileName(Folder).Replace('-', '_')}";

    /// <summary>What was copied says where the other one is.</summary>
    private Task IsHereAsync() => File.AppendAllTextAsync(Path.Combine(Data, "postgresql.conf"), $"unix_socket_directories = '{Folder}'\n");

    private Task<Finished> AsUserTryAsync(string program, params string[] arguments) => Environment.IsPrivilegedProcess
        ? Command.Run("setpriv", ["--reuid=postgres", "--regid=postgres", "--init-groups", "--", bin + program, .. arguments])
        : Command.Run(bin + program, arguments);

    private async Task AsUserAsync(string program, params string[] arguments)
    {
        var finished = await AsUserTryAsync(program, arguments);
        Assert.True(finished.ExitCode == 0, finished.Error + finished.Output);
    }
}
