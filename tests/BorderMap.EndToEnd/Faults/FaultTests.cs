using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Npgsql;

namespace BorderMap.EndToEnd.Faults;

/// <summary>
/// The program while its database breaks. What holds: what was acknowledged is there and of the rest nothing; what is kept goes on being shown, with its age;
/// writes are answered 503 with Retry-After; and it recovers without a hand.
/// </summary>
public sealed class FaultTests(FaultedSite site) : IClassFixture<FaultedSite>
{
    /// <summary>Within which everything works again, once the database does.</summary>
    private static readonly TimeSpan Recovery = TimeSpan.FromSeconds(90);

    /// <summary>The most that a reader waits before what is kept is shown.</summary>
    private const string Terminate = "select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name = 'bordermap'";

    private static readonly TimeSpan ReaderWaits = TimeSpan.FromSeconds(60);

    /// <summary>So many writes one after the other meet each connection that the program keeps for them.</summary>
    private const int ConnectionsToHear = 4;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private FaultyPostgres Postgres => site.Postgres;

    [Fact]
    public Task Killed() => BreakAsync(Postgres.KillAsync, Postgres.StartAsync, async () =>
    {
        await ShowsWhatIsKeptAsync();
        await RefusesWritesAsync();
    });

    [Fact]
    public Task Restarted() => BreakAsync(Postgres.RestartAsync, () => Task.CompletedTask, () => Task.CompletedTask);

    [Fact]
    public Task Unreachable() => BreakAsync(() => Set(WireState.Cut), () => Set(WireState.Open), async () =>
    {
        await ShowsWhatIsKeptAsync();
        // Nobody can say who asks: what anyone may read, whoever is signed in reads too.
        using var known = await site.SendAsync(HttpMethod.Get, $"/api/incidents/{site.Id}");
        Assert.Equal(HttpStatusCode.OK, known.StatusCode);
        Assert.NotNull(known.Headers.Age);
        await RefusesWritesAsync();
    });

    [Fact]
    public Task Silent() => BreakAsync(() => Set(WireState.Silent), () => Set(WireState.Open), async () =>
    {
        var writing = RefusesWritesAsync();
        await ShowsWhatIsKeptAsync();
        await writing;
    });

    [Fact]
    public Task Slow() => BreakAsync(() => Set(WireState.Slow), () => Set(WireState.Open), async () =>
    {
        foreach (var path in site.Kept)
        {
            using var response = await site.ReadAsync(path);
            Assert.True(response.IsSuccessStatusCode, $"{path}: {response.StatusCode}");
        }
        using var written = await site.WriteAsync();
        Assert.Equal(HttpStatusCode.Created, written.StatusCode);
    });

    [Fact]
    public async Task Out_of_connections()
    {
        var held = new List<NpgsqlConnection>();
        await BreakAsync(async () =>
        {
            // The program may be back before the last place is taken: what it has got again is taken from it, until it has none.
            for (var taken = 1L; taken > 0;)
            {
                if (held.Count == 0)
                {
                    await Postgres.ExecuteAsync(Terminate);
                }
                try
                {
                    while (true)
                    {
                        held.Add(await Postgres.OpenAsync());
                    }
                }
                catch (PostgresException error) when (error.SqlState == PostgresErrorCodes.TooManyConnections)
                {
                    // None is left: that was wanted.
                }
                await using var count = new NpgsqlCommand(Terminate, held[0]);
                taken = (long)(await count.ExecuteScalarAsync(Cancellation))!;
            }
        }, async () =>
        {
            foreach (var connection in held)
            {
                await connection.DisposeAsync();
            }
        }, async () =>
        {
            await ShowsWhatIsKeptAsync();
            await RefusesWritesAsync();
        });
    }

    [Fact]
    public async Task Disk_full()
    {
        Assert.SkipUnless(FaultyPostgres.HasDisk, "A disk of its own needs root.");
        await BreakAsync(Postgres.FillDiskAsync, Postgres.FreeDiskAsync, async () =>
        {
            // What room is left in the files is used up first.
            for (var i = 0; ; i++)
            {
                using var response = await site.WriteAsync(notes: 40_000);
                if (response.StatusCode != HttpStatusCode.Created)
                {
                    await IsRefusalAsync(response);
                    break;
                }
                Assert.True(i < 2_000, "The disk never was full.");
            }
            await ShowsWhatIsKeptAsync(isAged: null);
        });
    }

    [Fact]
    public Task Read_only() => BreakAsync(
        () => Postgres.ConfigureAsync("alter system set default_transaction_read_only = on"),
        () => Postgres.ConfigureAsync("alter system reset default_transaction_read_only"),
        async () =>
        {
            // A connection hears of a setting some moments after it is made: what is acknowledged until then counts as any write does.
            var (began, refused) = (Stopwatch.GetTimestamp(), 0);
            while (refused < ConnectionsToHear && Stopwatch.GetElapsedTime(began) < ReaderWaits)
            {
                using var response = await site.WriteAsync();
                refused = response.StatusCode == HttpStatusCode.Created ? 0 : refused + 1;
            }
            await RefusesWritesAsync();
            await ShowsWhatIsKeptAsync(isAged: false);
        });

    [Theory]
    [InlineData("40001")]
    [InlineData("40P01")]
    public Task Gives_way_to_another_transaction(string state) => BreakAsync(
        () => Postgres.ExecuteAsync($"create function bordermap.give_way() returns trigger language plpgsql as $$ begin raise exception 'gave way' using errcode = '{state}'; end $$; create trigger give_way before insert on bordermap.change for each row execute function bordermap.give_way()"),
        () => Postgres.ExecuteAsync("drop function bordermap.give_way() cascade"),
        async () =>
        {
            await RefusesWritesAsync();
            await ShowsWhatIsKeptAsync(isAged: false);
        });

    private async Task BreakAsync(Func<Task> breakIt, Func<Task> mendIt, Func<Task> meanwhile)
    {
        await site.WarmAsync();
        await breakIt();
        try
        {
            await meanwhile();
        }
        catch (HttpRequestException error)
        {
            Assert.Fail($"The server is gone: {error.Message}\n{site.Server.Said()}");
        }
        finally
        {
            await mendIt();
        }
        await RecoversAsync();
        await site.AccountAsync();
    }

    private async Task ShowsWhatIsKeptAsync(bool? isAged = true)
    {
        foreach (var path in site.Kept)
        {
            var began = Stopwatch.GetTimestamp();
            using var response = await site.ReadAsync(path);
            var text = await response.Content.ReadAsStringAsync(Cancellation);
            Assert.True(response.StatusCode is HttpStatusCode.OK or HttpStatusCode.NoContent, $"{path}: {response.StatusCode} {text}");
            Assert.True(Stopwatch.GetElapsedTime(began) < ReaderWaits, $"{path} took {Stopwatch.GetElapsedTime(began)}");
            if (isAged is { } aged && path is not ("/" or "/method" or "/basemap/line.json" or "/api/places/search?q=spin" or "/healthz"))
            {
                Assert.True(aged == response.Headers.Age is not null, $"{path}: age {response.Headers.Age}");
                Assert.Equal(aged, response.Headers.Contains("Cache-Status"));
                if (aged && path.StartsWith("/incidents/", StringComparison.Ordinal))
                {
                    Assert.Contains("The database does not answer at the moment", text, StringComparison.Ordinal);
                }
            }
        }
    }

    private async Task RefusesWritesAsync()
    {
        using var response = await site.WriteAsync();
        await IsRefusalAsync(response);
    }

    private static async Task IsRefusalAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.True(response.StatusCode == HttpStatusCode.ServiceUnavailable, $"{response.StatusCode} {text}");
        Assert.NotNull(response.Headers.RetryAfter);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        using var problem = JsonDocument.Parse(text);
        Assert.Equal("unavailable", problem.RootElement.GetProperty("code").GetString());
    }

    /// <summary>Writes and fresh reads work again soon, with nothing but asking again.</summary>
    private async Task RecoversAsync()
    {
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            using var written = await site.WriteAsync();
            using var read = await site.ReadAsync("/api/incidents?limit=1");
            if (written.StatusCode == HttpStatusCode.Created && read.StatusCode == HttpStatusCode.OK && read.Headers.Age is null)
            {
                return;
            }
            Assert.True(Stopwatch.GetElapsedTime(began) < Recovery, $"written: {written.StatusCode} {await written.Content.ReadAsStringAsync(Cancellation)}, read: {read.StatusCode}");
            await Task.Delay(TimeSpan.FromMilliseconds(200), Cancellation);
        }
    }

    private Task Set(WireState state)
    {
        site.Wire.Set(state);
        return Task.CompletedTask;
    }
}
