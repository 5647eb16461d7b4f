using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;

namespace BorderMap.EndToEnd.Faults;

/// <summary>The primary dies and the standby is promoted, under readers and writers at two processes of the program.</summary>
public sealed class FailOverTests
{
    private const int One = 0, Other = 1;

    /// <summary>An embargo that ends soon: after the primary has died, on any machine that is not stuck.</summary>
    private static readonly TimeSpan EmbargoEnds = TimeSpan.FromSeconds(10);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task With_a_synchronous_standby_nothing_acknowledged_is_lost_and_reads_are_never_down()
    {
        await using var site = new ReplicatedSite();
        await site.InitializeAsync();
        await site.First.ConfigureAsync("alter system set synchronous_standby_names = '*'");
        await ReplicatedSite.UntilAsync(async () => (await site.First.ExecuteAsync("select sync_state from pg_stat_replication"))?.ToString() == "sync", "the standby is synchronous");
        var (reads, writes) = (new ConcurrentBag<string>(), new ConcurrentBag<HttpStatusCode>());
        using var over = new CancellationTokenSource();
        var running = Task.WhenAll(Reading(site, One, reads, over.Token), Reading(site, Other, reads, over.Token), Writing(site, One, writes, over.Token), Writing(site, Other, writes, over.Token));
        await ReplicatedSite.UntilAsync(() => Task.FromResult(writes.Count(status => status == HttpStatusCode.Created) > 10 && reads.Count > 20), "there are readers and writers");
        var embargoed = await EmbargoedAsync(site);

        await site.First.KillAsync();
        await ReplicatedSite.UntilAsync(() => Task.FromResult(writes.Contains(HttpStatusCode.ServiceUnavailable)), "a writer is refused");
        await site.Second.ExecuteAsync("select pg_promote()");
        var (promoted, before) = (System.Diagnostics.Stopwatch.GetTimestamp(), writes.Count(status => status == HttpStatusCode.Created));
        await ReplicatedSite.UntilAsync(() => Task.FromResult(writes.Count(status => status == HttpStatusCode.Created) > before), "something is written again");
        TestContext.Current.TestOutputHelper?.WriteLine($"written again after {System.Diagnostics.Stopwatch.GetElapsedTime(promoted).TotalSeconds:0.0} s, {reads.Count} reads");
        foreach (var node in (int[])[One, Other])
        {
            await ReplicatedSite.UntilAsync(async () => await site.StatusAsync(node, $"/api/incidents/{embargoed}") == HttpStatusCode.OK, "what was due is published");
        }
        await over.CancelAsync();
        await running;

        Assert.DoesNotContain(reads, answer => answer != "OK");
        Assert.All(writes, status => Assert.True(status is HttpStatusCode.Created or HttpStatusCode.ServiceUnavailable, $"{status}"));
        await site.AccountAsync(site.Second);
        await ToldAsync(site, await site.WriteAsync(One));
        await ComesBackAsync(site);
    }

    [Fact]
    public async Task Without_one_what_the_standby_never_had_is_lost_and_no_answer_of_before_passes_for_one_of_after()
    {
        await using var site = new ReplicatedSite();
        await site.InitializeAsync();
        var pub = await site.PubAsync(One);
        await site.Second.ConfigureAsync("alter system set primary_conninfo = ''");
        await ReplicatedSite.UntilAsync(async () => (long)(await site.First.ExecuteAsync("select count(*) from pg_stat_replication"))! == 0, "the standby receives nothing");
        using var written = await site.SendAsync(One, HttpMethod.Post, "/api/incidents", WriteLog.Incident("Never received by the standby"));
        var lost = JsonDocument.Parse(await written.Content.ReadAsStringAsync(Cancellation)).RootElement.GetProperty("id").GetString();
        using var seen = await site.ReadAsync(One, "/api/incidents");
        Assert.Equal((HttpStatusCode.OK, pub + 1), (await site.StatusAsync(One, $"/api/incidents/{lost}"), await site.PubAsync(One)));

        await site.First.KillAsync();
        await site.Second.ExecuteAsync("select pg_promote()");
        await ReplicatedSite.UntilAsync(async () => await site.StatusAsync(One, "/readyz") == HttpStatusCode.OK, "the first node reads");
        Assert.Equal(pub, await site.PubAsync(One));
        var next = "";
        await ReplicatedSite.UntilAsync(async () =>
        {
            using var response = await site.TryWriteAsync(One);
            using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation));
            next = response.StatusCode == HttpStatusCode.Created ? document.RootElement.GetProperty("id").GetString()! : "";
            return next.Length > 0;
        }, "something is written again");

        foreach (var node in (int[])[One, Other])
        {
            await ReplicatedSite.UntilAsync(async () => await site.StatusAsync(node, $"/api/incidents/{next}") == HttpStatusCode.OK, "it is read");
            Assert.Equal(HttpStatusCode.NotFound, await site.StatusAsync(node, $"/api/incidents/{lost}"));
            Assert.True(await site.PubAsync(node) > pub + 1, "a number was used twice");
            using var list = await site.ReadAsync(node, "/api/incidents");
            Assert.NotEqual(seen.Headers.ETag, list.Headers.ETag);
        }
    }

    private static async Task Reading(ReplicatedSite site, int node, ConcurrentBag<string> answers, CancellationToken over)
    {
        string[] paths = ["/", "/api/incidents?limit=5", "/api/incidents/columns?part=map", "/tiles/incidents/5/22/12.mvt", "/api/counts/district", "/api/changes?since=0&limit=5"];
        for (var at = 0; !over.IsCancellationRequested; at++)
        {
            using var response = await site.ReadAsync(node, paths[at % paths.Length]);
            answers.Add(response.IsSuccessStatusCode ? "OK" : $"{paths[at % paths.Length]} at {node}: {response.StatusCode}");
            await Task.Delay(20, Cancellation);
        }
    }

    private static async Task Writing(ReplicatedSite site, int node, ConcurrentBag<HttpStatusCode> answers, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            using var response = await site.TryWriteAsync(node);
            answers.Add(response.StatusCode);
            await Task.Delay(50, Cancellation);
        }
    }

    /// <summary>Records an incident that nobody sees yet, and gives its id.</summary>
    private static async Task<string> EmbargoedAsync(ReplicatedSite site)
    {
        using var response = await site.SendAsync(One, HttpMethod.Post, "/api/incidents", new
        {
            title = "Embargoed",
            kind = "shelling",
            status = "published",
            date = new { start = "2025-10-15", end = "2025-10-15", precision = "day" },
            places = new[] { new { place = "1108562519", words = "Spin Boldak", precision = "district" } },
            sensitivity = new { public_from = (DateTimeOffset.UtcNow + EmbargoEnds).ToString("yyyy-MM-ddTHH:mm:ssZ") },
        });
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation));
        return document.RootElement.GetProperty("id").GetString()!;
    }

    /// <summary>A stream that is opened again tells of what is written now.</summary>
    private static async Task ToldAsync(ReplicatedSite site, string id)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        limit.CancelAfter(TimeSpan.FromMinutes(2));
        using var stream = await site.Nodes[Other].Http.GetAsync("/api/changes/stream?since=0", HttpCompletionOption.ResponseHeadersRead, limit.Token);
        using var lines = new StreamReader(await stream.Content.ReadAsStreamAsync(limit.Token));
        var found = false;
        while (!found && await lines.ReadLineAsync(limit.Token) is { } line)
        {
            found = line.Contains(id, StringComparison.Ordinal);
        }
        Assert.True(found, "the stream ended");
    }

    /// <summary>The old primary becomes the standby of the new one, and is asked again.</summary>
    private static async Task ComesBackAsync(ReplicatedSite site)
    {
        await site.First.RewindAsync(site.Second);
        try
        {
            await site.LevelAsync();
        }
        catch (Xunit.Sdk.XunitException)
        {
            TestContext.Current.TestOutputHelper?.WriteLine(await site.First.SaidAsync());
            throw;
        }
        await ReplicatedSite.UntilAsync(async () =>
        {
            await site.PubAsync(One);
            return (long)(await site.First.ExecuteAsync("select count(*) from pg_stat_activity where application_name = 'bordermap'"))! > 0;
        }, "the old primary is asked");
        await site.WriteAsync(Other);
        await site.AccountAsync(site.Second);
    }
}
