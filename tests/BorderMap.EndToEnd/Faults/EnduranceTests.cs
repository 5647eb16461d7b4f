using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace BorderMap.EndToEnd.Faults;

/// <summary>Readers and writers go on while one fault follows another: no acknowledged write is lost, and no answer is a fault of the program.</summary>
public sealed class EnduranceTests(FaultedSite site) : IClassFixture<FaultedSite>
{
    /// <summary>How long; <c>BORDERMAP_ENDURANCE=600</c> for ten minutes.</summary>
    internal static readonly int Seconds = int.Parse(Environment.GetEnvironmentVariable("BORDERMAP_ENDURANCE") ?? "12", CultureInfo.InvariantCulture);

    private const double Megabyte = 1 << 20;

    /// <summary>Between two requests of one client; longer in a long run, so that the small disk holds what is written.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(Seconds > 60 ? 100 : 20);

    private static readonly TimeSpan FaultLasts = TimeSpan.FromSeconds(3);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_acknowledged_is_lost_in_a_run_of_faults()
    {
        var (began, answers) = (Stopwatch.GetTimestamp(), new ConcurrentDictionary<HttpStatusCode, int>());
        await site.WarmAsync();
        bool IsOver() => Stopwatch.GetElapsedTime(began).TotalSeconds > Seconds;

        var memory = new List<Memory>();
        await Task.WhenAll([FaultsAsync(IsOver), MeasureAsync(IsOver, memory), .. Enumerable.Range(0, 2).Select(_ => RepeatAsync(() => site.WriteAsync(), IsOver, answers)), .. Enumerable.Range(0, 4).Select(ReaderAsync)]);

        using var last = await LastAsync();
        Assert.Equal(HttpStatusCode.Created, last.StatusCode);
        await site.AccountAsync();
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(", ", answers.Select(pair => $"{(int)pair.Key}: {pair.Value}")));
        IsFlat("working set", memory, sample => sample.WorkingSet);
        IsFlat("managed heap", memory, sample => sample.Heap);
        Assert.All(answers.Keys, status => Assert.True(status is HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.NoContent or HttpStatusCode.ServiceUnavailable, $"{status}"));
        Assert.True(answers[HttpStatusCode.Created] > 0, "nothing was written");
        Assert.True(answers[HttpStatusCode.OK] > 0, "nothing was read");

        Task ReaderAsync(int number)
        {
            var at = number;
            string[] paths = [.. site.Kept, "/api/incidents?limit=5", "/ogc/collections/incidents/items?limit=5", "/api/changes?since=0&limit=5"];
            return RepeatAsync(() => site.ReadAsync(paths[at++ % paths.Length]), IsOver, answers);
        }
    }

    /// <summary>What the program holds at a moment, in bytes.</summary>
    private sealed record Memory(double WorkingSet, double Heap);

    private async Task MeasureAsync(Func<bool> isOver, List<Memory> memory)
    {
        while (!isOver())
        {
            if (await site.MeasuredAsync() is { } measured)
            {
                memory.Add(new(measured["dotnet_process_memory_working_set_bytes"], measured.GetValueOrDefault("dotnet_gc_last_collection_heap_size_bytes")));
            }
            await Task.Delay(250, Cancellation);
        }
    }

    /// <summary>The middle of the last third against the middle of the second: the first is for what is kept to be filled.</summary>
    private static void IsFlat(string what, List<Memory> memory, Func<Memory, double> of)
    {
        var third = memory.Count / 3;
        Assert.True(third > 3, $"{memory.Count} samples");
        double Middle(int from) => memory.Skip(from).Take(third).Select(of).Order().ElementAt(third / 2) / Megabyte;
        var (second, last) = (Middle(third), Middle(2 * third));
        var told = FormattableString.Invariant($"{what}: {of(memory[0]) / Megabyte:0} MB at first, {second:0} in the second third, {last:0} in the last ({memory.Count} samples)");
        TestContext.Current.TestOutputHelper?.WriteLine(told);
        Assert.True(last <= (second * 1.15) + 24, told);
    }

    private static async Task RepeatAsync(Func<Task<HttpResponseMessage>> ask, Func<bool> isOver, ConcurrentDictionary<HttpStatusCode, int> answers)
    {
        while (!isOver())
        {
            using var response = await ask();
            answers.AddOrUpdate(response.StatusCode, 1, (_, before) => before + 1);
            await Task.Delay(Pause, Cancellation);
        }
    }

    private async Task FaultsAsync(Func<bool> isOver)
    {
        (Func<Task> Break, Func<Task> Mend)[] faults =
        [
            (site.Postgres.KillAsync, site.Postgres.StartAsync),
            (() => Set(WireState.Cut), () => Set(WireState.Open)),
            (site.Postgres.RestartAsync, () => Task.CompletedTask),
            (() => Set(WireState.Slow), () => Set(WireState.Open)),
            (() => Set(WireState.Silent), () => Set(WireState.Open)),
        ];
        for (var i = 0; !isOver(); i++)
        {
            var (breakIt, mendIt) = faults[i % faults.Length];
            await breakIt();
            await Task.Delay(FaultLasts, Cancellation);
            await mendIt();
            await Task.Delay(FaultLasts, Cancellation);
        }
    }

    private async Task<HttpResponseMessage> LastAsync()
    {
        for (var tries = 0; ; tries++)
        {
            var response = await site.WriteAsync();
            if (response.StatusCode == HttpStatusCode.Created || tries > 50)
            {
                return response;
            }
            response.Dispose();
            await Task.Delay(200, Cancellation);
        }
    }

    private Task Set(WireState state)
    {
        site.Wire.Set(state);
        return Task.CompletedTask;
    }
}
