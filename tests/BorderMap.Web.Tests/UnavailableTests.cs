using System.Diagnostics;
using System.Globalization;
using BorderMap.Web.Tests.Running;
using Npgsql;

namespace BorderMap.Web.Tests;

public sealed class UnavailableTests(SharedSite shared)
{
    [Fact]
    public async Task Asks_to_try_again_later_while_the_database_is_away_and_starts_it_again()
    {
        using var home = new Home();
        await using var site = await Site.StartAsync(home.Folder, shared.Atlas);
        await KillServerAsync(site);
        foreach (var path in new[] { "/api/incidents", "/readyz", "/export/incidents.csv", "/incidents/i-aaaaaaaaaa" })
        {
            using var response = await site.GetAsync(path);
            var problem = await ProblemTests.ProblemOf(response, 503);
            Assert.Equal("unavailable", problem.GetProperty("code").GetString());
            Assert.NotNull(response.Header("Retry-After"));
            Assert.DoesNotContain("Npgsql", await response.TextAsync(), StringComparison.OrdinalIgnoreCase);
        }
        using var health = await site.GetAsync("/healthz");
        Assert.True(health.IsSuccessStatusCode);
        await StartsAgainAsync(site);
    }

    /// <summary>The server starts its private cluster again by itself, when it next looks.</summary>
    private static async Task StartsAgainAsync(Site site)
    {
        for (var tries = 0; ; tries++)
        {
            site.Time.Advance(Limits.RetryAfter);
            using var ready = await site.GetAsync("/readyz");
            using var incidents = await site.GetAsync("/api/incidents");
            if (ready.IsSuccessStatusCode && incidents.IsSuccessStatusCode)
            {
                return;
            }
            Assert.True(tries < 300, $"{ready.StatusCode} {incidents.StatusCode}");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    // The parent of a session's process is the server itself.
    private static async Task KillServerAsync(Site site)
    {
        await using var connection = await site.Database.Editor.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand("select pg_backend_pid()", connection);
        var session = (int)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
        var stat = await File.ReadAllTextAsync($"/proc/{session}/stat", TestContext.Current.CancellationToken);
        var parent = int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
        using var server = Process.GetProcessById(parent);
        using var kill = Process.Start("kill", ["-QUIT", parent.ToString()])!;
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        await server.WaitForExitAsync(TestContext.Current.CancellationToken);
    }
}
