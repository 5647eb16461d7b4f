using System.Net;
using System.Text.Json;
using BorderMap.Incidents.Model;
using BorderMap.PostGis;
using BorderMap.Web.Tests.Running;

namespace BorderMap.Web.Tests;

public sealed class ChangeStreamTests(OwnSite own) : IClassFixture<OwnSite>
{
    private readonly Site site = own.Site;

    [Fact]
    public async Task Tells_each_public_change_as_the_list_does_and_goes_on_where_a_client_left()
    {
        await using var first = await StreamedEvents.OpenAsync(site);
        var start = long.Parse((await first.ExpectAsync("pub")).EventId!);
        var id = await PublishAsync("first");
        await ChangeAsync(id, "second");
        var seen = new List<string> { (await first.ExpectAsync("change")).Data };
        var left = (await first.ExpectAsync("change")).EventId!;
        await ChangeAsync(id, "while nobody listens");
        await site.Store.RetractAsync(id, null, RetractFor.Error, "It was another day.", "test", CancellationToken.None);

        await using var again = await StreamedEvents.OpenAsync(site, $"?since={start}", ("Last-Event-ID", left));
        seen.AddRange([(await again.ExpectAsync("change")).Data, (await again.ExpectAsync("change")).Data]);
        await using var since = await StreamedEvents.OpenAsync(site, $"?since={start}");
        var all = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            all.Add((await since.ExpectAsync("change")).Data);
        }

        var listed = (await site.JsonAsync($"/api/changes?since={start}")).GetProperty("changes").EnumerateArray().Select(change => change.GetRawText()).ToList();
        Assert.Equal(["published", "updated", "updated", "retracted"], listed.Select(text => JsonDocument.Parse(text).RootElement.GetProperty("kind").GetString()));
        Assert.Equal(listed, all);
        Assert.Equal([listed[0], listed[2], listed[3]], seen);
    }

    [Fact]
    public async Task No_change_is_missed_or_told_twice_while_clients_come_and_go()
    {
        var start = (await site.JsonAsync("/readyz")).GetProperty("pub").GetInt64();
        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < 60; i++)
            {
                await PublishAsync($"clash {i}");
            }
        }, TestContext.Current.CancellationToken);
        var told = new List<long>();
        while (told.Count < 60)
        {
            await using var stream = await StreamedEvents.OpenAsync(site, $"?since={told.LastOrDefault(start)}");
            for (var i = 0; i < 7 && told.Count < 60; i++)
            {
                told.Add(long.Parse((await stream.ExpectAsync("change")).EventId!));
            }
        }
        await writing;

        Assert.Equal(Enumerable.Range(1, 60).Select(i => start + i), told);
    }

    [Fact]
    public async Task The_end_of_an_embargo_reaches_the_stream_by_the_clock_alone_and_no_second_earlier()
    {
        await using var stream = await StreamedEvents.OpenAsync(site);
        await stream.ExpectAsync("pub");
        site.Time.Advance(new DateTimeOffset(2026, 6, 1, 11, 59, 59, TimeSpan.Zero) - site.Time.GetUtcNow());
        await PublishAsync("a change that shows that the stream is awake");
        await stream.ExpectAsync("change");
        Assert.False(stream.HasNext());

        while (!stream.HasNext())
        {
            site.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        Assert.Contains("i-pppppppppp", (await stream.ExpectAsync("change")).Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_that_it_is_alive_while_nothing_happens()
    {
        await using var stream = await StreamedEvents.OpenAsync(site);
        var body = await stream.Response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        var text = await ReadUntilAsync(body, "}\n\n");
        var alive = ReadUntilAsync(body, "\n");
        // The stream may not have begun to wait yet: time goes on until it has.
        while (!alive.IsCompleted)
        {
            site.Time.Advance(Limits.StreamHeartbeat);
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        Assert.Equal(":\n", await alive);
        Assert.StartsWith("retry: ", text, StringComparison.Ordinal);
        Assert.Equal("text/event-stream", stream.Response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("no-store", stream.Response.Header("Cache-Control"));
        Assert.Equal("*", stream.Response.Header("Access-Control-Allow-Origin"));
        Assert.Null(stream.Response.Header("Content-Encoding"));
    }

    [Fact]
    public async Task One_client_has_so_many_places_and_gets_one_back_when_a_stream_ends()
    {
        await using var other = await own.StartAnotherAsync();
        var open = new List<StreamedEvents>();
        for (var i = 0; i < Limits.StreamsPerClient; i++)
        {
            open.Add(await StreamedEvents.OpenAsync(other));
        }
        using (var refused = await other.GetAsync("/api/changes/stream"))
        {
            Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
            Assert.NotNull(refused.Header("Retry-After"));
            Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
        }

        await open[0].DisposeAsync();
        while (true)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/changes/stream");
            using var again = await other.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
            if (again.StatusCode == HttpStatusCode.OK)
            {
                break;
            }
        }
        foreach (var stream in open.Skip(1))
        {
            await stream.DisposeAsync();
        }
    }

    [Theory]
    [InlineData("?since=-1", null, "since")]
    [InlineData("?since=soon", null, "since")]
    [InlineData("?from=1", null, "from")]
    [InlineData("", "1e3", "Last-Event-ID")]
    [InlineData("?since=1", "i-aaaaaaaaaa", "Last-Event-ID")]
    public async Task Names_a_bad_beginning(string query, string? last, string field)
    {
        using var response = await site.GetAsync("/api/changes/stream" + query, last is null ? [] : [("Last-Event-ID", last)]);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(field, (await response.JsonAsync()).GetProperty("field").GetString());
    }

    [Fact]
    public async Task A_client_that_is_ahead_of_the_sequence_is_told_to_begin_anew()
    {
        var pub = (await site.JsonAsync("/readyz")).GetProperty("pub").GetInt64();
        await using var stream = await StreamedEvents.OpenAsync(site, "", ("Last-Event-ID", (pub + 5).ToString()));

        var reset = await stream.ExpectAsync("reset");
        Assert.Equal(pub.ToString(), reset.EventId);
        var id = await PublishAsync("next");
        Assert.Contains(id, (await stream.ExpectAsync("change")).Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_of_what_is_related_alone_moves_the_sequence_of_the_stream()
    {
        await using var stream = await StreamedEvents.OpenAsync(site);
        var before = long.Parse((await stream.ExpectAsync("pub")).EventId!);
        await using var file = new MemoryStream("""
            {"format":"bordermap/1","actors":[{"id":"pak-military","name":"Pakistan's armed forces","kind":"state_force","country":"PK"}]}
            """u8.ToArray());
        var result = await site.Store.ImportAsync(file, new ImportOptions("test", "name"), null, CancellationToken.None);

        var told = before;
        while (told < result.Pub)
        {
            var item = await stream.NextAsync();
            told = long.Parse(item!.Value.EventId!);
        }
        Assert.Equal(result.Pub, told);
    }

    [Fact]
    public async Task Tells_what_another_program_over_the_same_database_publishes_and_ends_when_its_own_stops()
    {
        await using var other = await own.StartAnotherAsync();
        await using var stream = await StreamedEvents.OpenAsync(other);
        await stream.ExpectAsync("pub");
        var id = await PublishAsync("published elsewhere");
        Assert.Contains(id, (await stream.ExpectAsync("change")).Data, StringComparison.Ordinal);

        await other.StopAsync();

        Assert.Null(await stream.NextAsync());
    }

    private static async Task<string> ReadUntilAsync(Stream body, string end)
    {
        var text = "";
        var one = new byte[1];
        while (!text.EndsWith(end, StringComparison.Ordinal))
        {
            await body.ReadExactlyAsync(one, TestContext.Current.CancellationToken);
            text += (char)one[0];
        }
        return text;
    }

    private async Task<string> PublishAsync(string title)
    {
        var incident = new Incident { Title = title, Kind = "shelling", Status = IncidentStatus.Published, Places = [new() { Place = "1108692255", Precision = Gazetteer.PlacePrecision.District }] };
        return Assert.IsType<SaveResult.Saved>(await site.Store.SaveAsync(incident, null, "test", "test", CancellationToken.None)).Incident.Id;
    }

    private async Task ChangeAsync(string id, string title)
    {
        var incident = await site.Store.FindAsync(id, CancellationToken.None);
        Assert.IsType<SaveResult.Saved>(await site.Store.SaveAsync(incident! with { Title = title }, incident!.Version, "test", "test", CancellationToken.None));
    }
}
