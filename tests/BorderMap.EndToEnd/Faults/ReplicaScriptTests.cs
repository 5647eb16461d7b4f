using BorderMap.EndToEnd.Running;

namespace BorderMap.EndToEnd.Faults;

/// <summary>The script with which people try replicas out on one machine.</summary>
public sealed class ReplicaScriptTests
{
    private const string Setting = "BORDERMAP_DATABASE=";

    private static readonly string Script = Path.Combine(Checkout.Root, "build", "deploy", "replicas.sh");

    [Fact]
    public async Task Starts_fails_over_and_puts_the_old_primary_back()
    {
        var (folder, home) = (Directory.CreateTempSubdirectory("bordermap-rs-").FullName, Homes.Make());
        try
        {
            var started = await RunAsync("start", folder);
            var database = started.Split('\n').Single(line => line.StartsWith(Setting, StringComparison.Ordinal))[Setting.Length..];
            await using (var server = await RunningServer.StartAsync(home, ("BORDERMAP_DATABASE", database), ("BORDERMAP_STARTER", "off")))
            {
                Assert.Equal(0, await server.CountAsync());
                Assert.Contains("one: primary", await RunAsync("status", folder), StringComparison.Ordinal);

                await RunAsync("promote", folder);
                await ReplicatedSite.UntilAsync(async () => (await server.Http.GetAsync("readyz", TestContext.Current.CancellationToken)).IsSuccessStatusCode, "the server reads");

                await RunAsync("rewind", folder);
                var status = await RunAsync("status", folder);
                Assert.Contains("two: primary", status, StringComparison.Ordinal);
                Assert.Contains("one: standby", status, StringComparison.Ordinal);
            }
        }
        finally
        {
            await Command.Run(Script, ["stop", folder]);
            Directory.Delete(folder, recursive: true);
            Homes.Remove(home);
        }
    }

    private static async Task<string> RunAsync(string command, string folder)
    {
        var finished = await Command.Run(Script, [command, folder]);
        Assert.True(finished.ExitCode == 0, finished.Error + finished.Output);
        return finished.Output;
    }
}
