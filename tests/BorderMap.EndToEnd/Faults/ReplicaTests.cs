using System.Net;

namespace BorderMap.EndToEnd.Faults;

/// <summary>Two processes over a primary and a standby: reads go to the standby and are never older than what was seen; what is kept agrees on both.</summary>
public sealed class ReplicaTests(ReplicatedSite site) : IClassFixture<ReplicatedSite>
{
    private const int One = 0, Other = 1;

    /// <summary>Answers that are kept or tagged by the public sequence.</summary>
    private static readonly string[] Paths =
    [
        "/api/incidents?limit=50", "/api/incidents/columns?part=map", "/tiles/incidents/5/22/12.mvt", "/api/counts/district", "/export/incidents.geojson",
        "/ogc/collections/incidents/items?limit=50", "/api/sources", "/feed.atom", "/snapshot.svg", "/api/changes?since=0",
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // Where the standby was away a moment ago, the node still follows the primary for a while, and asks that for what it has heard of.
    [Fact]
    public Task Readers_of_a_node_that_has_seen_nothing_newer_are_answered_by_the_standby() => ReplicatedSite.UntilAsync(async () =>
    {
        await site.LevelAsync();
        var (before, isOfStandby) = (await site.PubAsync(Other), false);
        await WhileBehindAsync(async () =>
        {
            var id = await site.WriteAsync(One);
            isOfStandby = await site.StatusAsync(Other, $"/api/incidents/{id}") == HttpStatusCode.NotFound && await site.PubAsync(Other) == before;
        });
        return isOfStandby;
    }, "the standby answers");

    [Fact]
    public Task Who_wrote_reads_it_at_once_through_every_node_while_the_standby_is_behind() => WhileBehindAsync(async () =>
    {
        var id = await site.WriteAsync(One);

        Assert.Equal(HttpStatusCode.OK, await site.StatusAsync(One, $"/api/incidents/{id}"));
        using var own = await site.SendAsync(Other, HttpMethod.Get, $"/api/incidents/{id}");
        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
    });

    [Fact]
    public Task No_answer_is_made_of_older_rows_than_the_sequence_that_it_is_kept_under() => WhileBehindAsync(async () =>
    {
        var id = await site.WriteAsync(One);
        using var seen = await site.SendAsync(Other, HttpMethod.Get, $"/api/incidents/{id}");
        var pub = await site.PubAsync(Other);

        Assert.Equal(pub, await site.PubAsync(One));
        foreach (var path in Paths)
        {
            await AgreeAsync(path);
        }
        using var list = await site.ReadAsync(Other, "/api/incidents?limit=1000");
        Assert.Contains(id, await list.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    });

    [Fact]
    public async Task Both_nodes_give_the_same_bytes_and_tags()
    {
        await site.WriteAsync(Other);
        await site.LevelAsync();
        Assert.Equal(await site.PubAsync(One), await site.PubAsync(Other));
        foreach (var path in Paths)
        {
            await AgreeAsync(path);
        }
    }

    [Fact]
    public async Task A_stream_at_one_node_tells_what_was_written_through_the_other()
    {
        await site.LevelAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/changes/stream?since={await site.PubAsync(Other)}");
        using var stream = await site.Nodes[Other].Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
        using var lines = new StreamReader(await stream.Content.ReadAsStreamAsync(Cancellation));

        var id = await site.WriteAsync(One);

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        limit.CancelAfter(TimeSpan.FromMinutes(2));
        while (await lines.ReadLineAsync(limit.Token) is { } line && !line.Contains(id, StringComparison.Ordinal))
        {
        }
        Assert.False(limit.IsCancellationRequested);
    }

    [Fact]
    public Task An_embed_is_found_through_every_node_as_soon_as_it_is_made() => WhileBehindAsync(async () =>
    {
        using var made = await site.SendAsync(One, HttpMethod.Post, "/api/embeds", new { query = "kind=shelling" });
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var id = System.Text.Json.JsonDocument.Parse(await made.Content.ReadAsStringAsync(Cancellation)).RootElement.GetProperty("id").GetString();

        Assert.Equal(HttpStatusCode.OK, await site.StatusAsync(Other, $"/api/embeds/{id}"));
    });

    [Fact]
    public async Task While_the_standby_is_away_the_primary_answers_and_afterwards_the_standby_again()
    {
        await site.LevelAsync();
        await site.Second.StopAsync();
        try
        {
            var id = await site.WriteAsync(One);
            foreach (var node in (int[])[One, Other])
            {
                using var response = await site.ReadAsync(node, $"/api/incidents/{id}");
                Assert.Equal((HttpStatusCode.OK, null), (response.StatusCode, response.Headers.Age));
            }
        }
        finally
        {
            await site.Second.StartAsync();
        }
        await site.LevelAsync();
        await ReplicatedSite.UntilAsync(async () =>
        {
            await site.PubAsync(Other);
            return (long)(await site.Second.ExecuteAsync("select count(*) from pg_stat_activity where application_name = 'bordermap'"))! > 0;
        }, "the standby is asked again");
    }

    [Fact]
    public async Task What_the_standby_was_to_have_and_did_not_confirm_is_not_acknowledged()
    {
        await site.LevelAsync();
        await site.First.ConfigureAsync("alter system set synchronous_standby_names = '*'");
        await site.Second.StopAsync();
        try
        {
            using var response = await site.TryWriteAsync(One);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
            Assert.Contains("outcome-unknown", await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        }
        finally
        {
            await site.Second.StartAsync();
            await site.First.ConfigureAsync("alter system reset synchronous_standby_names");
        }
        await site.LevelAsync();
        await site.AccountAsync(site.First);
    }

    [Fact]
    public async Task The_doctor_says_who_is_what_how_far_behind_and_which_promise_holds()
    {
        await site.LevelAsync();
        var primary = (await site.DoctorAsync()).Split('\n');
        Assert.Contains(primary, line => line.StartsWith("ok    replicas: 127.0.0.1:", StringComparison.Ordinal) && line.EndsWith(" is the primary", StringComparison.Ordinal));
        Assert.Contains(primary, line => line.StartsWith("ok    replicas: 127.0.0.1:", StringComparison.Ordinal) && line.EndsWith(" bytes behind", StringComparison.Ordinal));
        Assert.Contains(primary, line => line.StartsWith("warn  promise: best effort", StringComparison.Ordinal));

        await site.First.ConfigureAsync("alter system set synchronous_standby_names = '*'");
        await ReplicatedSite.UntilAsync(async () => (await site.DoctorAsync()).Contains("ok    promise: what was acknowledged is on the disk of a standby too", StringComparison.Ordinal), "the promise holds");
        await site.First.ConfigureAsync("alter system reset synchronous_standby_names");
        await site.Second.StopAsync();
        try
        {
            Assert.Contains(" does not answer: ", await site.DoctorAsync(), StringComparison.Ordinal);
        }
        finally
        {
            await site.Second.StartAsync();
        }
    }

    [Fact]
    public async Task A_backup_is_made_from_the_primary()
    {
        var file = Path.Combine(Path.GetTempPath(), $"bordermap-replica-{Environment.ProcessId}.backup");
        try
        {
            var made = await site.BackUpAsync(file);
            Assert.True(made.ExitCode == 0, made.Error);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>The standby receives what is written and does not show it.</summary>
    private async Task WhileBehindAsync(Func<Task> act)
    {
        await site.LevelAsync();
        await site.Second.ExecuteAsync("select pg_wal_replay_pause()");
        await ReplicatedSite.UntilAsync(async () => (string)(await site.Second.ExecuteAsync("select pg_get_wal_replay_pause_state()"))! == "paused", "replay is paused");
        try
        {
            await act();
        }
        finally
        {
            await site.Second.ExecuteAsync("select pg_wal_replay_resume()");
        }
        await site.LevelAsync();
    }

    private async Task AgreeAsync(string path)
    {
        using var one = await site.ReadAsync(One, path);
        using var other = await site.ReadAsync(Other, path);
        Assert.True(one.IsSuccessStatusCode, $"{path}: {one.StatusCode}");
        Assert.Equal((path, one.StatusCode, one.Headers.ETag), (path, other.StatusCode, other.Headers.ETag));
        Assert.Equal(await one.Content.ReadAsByteArrayAsync(Cancellation), await other.Content.ReadAsByteArrayAsync(Cancellation));
    }
}
