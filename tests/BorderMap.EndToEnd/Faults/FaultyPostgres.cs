using System.Net.Sockets;
using BorderMap.EndToEnd.Running;
using Npgsql;

namespace BorderMap.EndToEnd.Faults;

/// <summary>A PostgreSQL of the test's own, to be broken: started by root it lies on a small disk of its own, which can be filled.</summary>
public sealed class FaultyPostgres : IAsyncDisposable
{
    private const string DiskSize = "400m";

    private readonly string folder = Directory.CreateTempSubdirectory("bordermap-pg-").FullName;
    private readonly string bin = Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(version => int.Parse(Path.GetFileName(version))).First() + "/bin/";

    private string Data => Path.Combine(folder, "data");
    private string Filler => Path.Combine(folder, "filler");

    /// <summary>Whether the disk is its own.</summary>
    public static bool HasDisk => Environment.IsPrivilegedProcess;

    public UnixDomainSocketEndPoint Socket => new(Path.Combine(folder, ".s.PGSQL.5432"));

    public async Task MakeAsync()
    {
        if (HasDisk)
        {
            await DoneAsync("mount", "-t", "tmpfs", "-o", $"size={DiskSize},mode=0755", "tmpfs", folder);
            await DoneAsync("chown", "postgres", folder);
        }
        await AsUserAsync(bin + "initdb", "-D", Data, "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8", "--auth=trust", "--no-sync");
        await File.AppendAllTextAsync(Path.Combine(Data, "postgresql.conf"), $"listen_addresses = ''\nunix_socket_directories = '{folder}'\nmax_connections = 40\nmin_wal_size = 32MB\nmax_wal_size = 64MB\n");
        await StartAsync();
        await ExecuteAsync("create database map", "postgres");
    }

    public async Task StartAsync()
    {
        // What a killed one leaves running ends by itself, soon.
        for (var tries = 0; ; tries++)
        {
            var started = await AsUserTryAsync(bin + "pg_ctl", "start", "-D", Data, "-w", "-s", "-l", Path.Combine(folder, "log"));
            if (started.ExitCode == 0)
            {
                return;
            }
            Assert.True(tries < 20, started.Error + await File.ReadAllTextAsync(Path.Combine(folder, "log")));
            await Task.Delay(250, TestContext.Current.CancellationToken);
        }
    }

    public Task RestartAsync() => AsUserAsync(bin + "pg_ctl", "restart", "-D", Data, "-w", "-s", "-m", "fast", "-l", Path.Combine(folder, "log"));

    /// <summary>The first process and its sessions, which else answer until they notice.</summary>
    public async Task KillAsync()
    {
        var postmaster = File.ReadLines(Path.Combine(Data, "postmaster.pid")).First();
        var sessions = (await Command.Run("pgrep", ["-P", postmaster])).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        // One that has ended meanwhile is none to kill.
        await Command.Run("kill", ["-9", postmaster, .. sessions]);
    }

    /// <summary>Leaves no byte free.</summary>
    public async Task FillDiskAsync()
    {
        await using var filler = new FileStream(Filler, FileMode.Create);
        var bytes = new byte[64 * 1024];
        try
        {
            while (true)
            {
                await filler.WriteAsync(bytes, TestContext.Current.CancellationToken);
                await filler.FlushAsync(TestContext.Current.CancellationToken);
            }
        }
        catch (IOException)
        {
            // Full: that was wanted.
        }
    }

    public async Task FreeDiskAsync()
    {
        File.Delete(Filler);
        if ((await AsUserTryAsync(bin + "pg_ctl", "status", "-D", Data)).ExitCode != 0)
        {
            await StartAsync();
        }
    }

    public async Task<object?> ExecuteAsync(string sql, string database = "map")
    {
        await using var connection = await OpenAsync(database);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>A connection past the wire.</summary>
    public async Task<NpgsqlConnection> OpenAsync(string database = "map")
    {
        var connection = new NpgsqlConnection($"Host={folder};Username=postgres;Database={database};Pooling=false;Search Path=bordermap,public");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        await AsUserTryAsync(bin + "pg_ctl", "stop", "-D", Data, "-w", "-s", "-m", "immediate");
        if (HasDisk)
        {
            await Command.Run("umount", [folder]);
        }
        Directory.Delete(folder, recursive: true);
    }

    private static Task<Finished> AsUserTryAsync(string program, params string[] arguments) =>
        Environment.IsPrivilegedProcess ? Command.Run("setpriv", ["--reuid=postgres", "--regid=postgres", "--init-groups", "--", program, .. arguments]) : Command.Run(program, arguments);

    private static async Task AsUserAsync(string program, params string[] arguments)
    {
        var finished = await AsUserTryAsync(program, arguments);
        Assert.True(finished.ExitCode == 0, finished.Error + finished.Output);
    }

    private static async Task DoneAsync(string program, params string[] arguments)
    {
        var finished = await Command.Run(program, arguments);
        Assert.True(finished.ExitCode == 0, finished.Error);
    }
}
