using System.Text;
using BorderMap.EndToEnd.Running;

namespace BorderMap.EndToEnd;

/// <summary>What is left when a program is killed in the middle of an import: nothing half-imported, and no process behind.</summary>
public sealed class CrashTests
{
    private const int Rows = 60_000;

    [Fact]
    public async Task An_import_that_is_killed_together_with_postgres_leaves_nothing_and_the_next_start_works()
    {
        var home = Homes.Make();
        try
        {
            int before;
            await using (var first = await RunningServer.StartAsync(home))
            {
                before = await first.CountAsync();
            }

            var file = Path.Combine(home, "many.json");
            await WriteManyAsync(file);
            await KillDuringImportAsync(home, file);

            await using (var second = await RunningServer.StartAsync(home))
            {
                Assert.Equal(before, await second.CountAsync());
                Assert.Equal(0, await second.StopAsync());
            }

            Assert.Empty(ServerProcesses.Of(home));
        }
        finally
        {
            Homes.Remove(home);
        }
    }

    [Fact]
    public async Task Importing_the_same_file_twice_changes_nothing_the_second_time()
    {
        var home = Homes.Make();
        try
        {
            await using var server = await RunningServer.StartAsync(home);
            var before = await PubAsync(server);
            var starter = Path.Combine(AppContext.BaseDirectory, "data", "incidents", "starter.json");
            var again = await Command.BorderMap(home, "import", starter);

            Assert.Equal((0, before), (again.ExitCode, await PubAsync(server)));
            Assert.Contains("0 added, 0 updated", again.Output + again.Error);
        }
        finally
        {
            Homes.Remove(home);
        }
    }

    private static async Task<long> PubAsync(RunningServer server) => (await server.JsonAsync("api/changes?since=0&limit=1")).GetProperty("pub").GetInt64();

    private static async Task KillDuringImportAsync(string home, string file)
    {
        await using var import = RunningProgram.Launch(home, "import", file);
        await import.SaysAsync("staged");
        var postgres = ServerProcesses.Of(home);
        Assert.NotEmpty(postgres);
        await import.KillAsync();
        foreach (var id in postgres)
        {
            await Command.Run("kill", ["-9", id.ToString()]);
        }
    }

    private static async Task WriteManyAsync(string file)
    {
        await using var writer = new StreamWriter(file, append: false, new UTF8Encoding(false));
        await writer.WriteAsync("""{"format":"bordermap/1","actors":[],"sources":[],"episodes":[],"incidents":[""");
        for (var i = 0; i < Rows; i++)
        {
            var day = new DateOnly(2020, 1, 1).AddDays(i % 2000);
            await writer.WriteAsync(i == 0 ? "\n" : ",\n");
            await writer.WriteAsync($$"""{"title":"Generated {{i}}","kind":"shelling","status":"published","date":{"start":"{{day:yyyy-MM-dd}}","end":"{{day:yyyy-MM-dd}}","precision":"day"},"places":[{"lon":{{70 + (i % 100 * 0.01)}},"lat":33.5,"precision":"near","radius_m":2000}],"source_keys":["generated:{{i}}"]}""");
        }

        await writer.WriteAsync("\n]}\n");
    }
}
