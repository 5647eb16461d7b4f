using BorderMap.Benchmarks.Running;
using BorderMap.PostGis;

namespace BorderMap.Benchmarks;

/// <summary>
/// A stated mix of what readers ask for, at a rate that does not wait for the answers: the highest rate at which 99 of 100 are answered within 100 ms, counted from when
/// each was due, and no answer is a failure. The server is a process of its own, and shares the machine with who asks.
/// </summary>
internal static class LoadBenchmark
{
    /// <summary>Milliseconds that 99 of 100 may take.</summary>
    private const double Bound = 100;

    private static readonly TimeSpan Step = TimeSpan.FromSeconds(8);
    private static readonly int[] Rates = [100, 200, 300, 400, 500, 600, 700, 800, 900, 1000, 1250, 1500, 1750, 2000, 2500, 3000, 4000, 5000];

    public static async Task<Report> RunAsync(int rows, CancellationToken cancellation)
    {
        await using var cluster = await OwnCluster.OpenAsync(cancellation);
        var atlas = CommittedData.Load(cancellation);
        var import = Path.Combine(cluster.Home, "incidents.json");
        await new SyntheticIncidents(atlas, rows).WriteAsync(import, cancellation);
        await new IncidentStore(cluster.Database, atlas, TimeProvider.System).PrepareAsync(null, cancellation);
        await cluster.FillAsync(atlas, import, cancellation);
        await cluster.ExecuteAsync("vacuum analyze public_incident", cancellation);
        await cluster.CheckpointAsync(cancellation);
        await using var product = await Served.BorderMapAsync(cluster, cancellation);
        var ids = await cluster.AskAsync<string[]>("select array(select id from public_incident where to_pub is null order by id limit 300)", cancellation);
        using var load = new OpenLoad(product.Address, Mix(ids));
        return await ClimbAsync(load, await cluster.VersionsAsync(cancellation), cancellation);
    }

    /// <summary>What is asked for, in parts of a hundred. A map that was open before asks whether its incidents are still the same.</summary>
    private static IReadOnlyList<Asked> Mix(string[] ids) =>
    [
        new("the map's page", 10, ["", "?kind=combat&datetime=2025-10-01/.."]),
        new("pages of incidents", 15, [.. ids.Select(id => $"incidents/{id}")]),
        new("map data, still the same", 8, ["api/incidents/columns?part=map"]) { IsHeld = true },
        new("map data, whole", 2, ["api/incidents/columns?part=map"]),
        new("tiles", 40, [.. ServeAddresses.Tiles().Select(tile => ServeAddresses.Of("tiles/incidents/{z}/{x}/{y}.mvt", tile))]),
        new("items", 15, ServeAddresses.Items("ogc/collections/incidents/items?f=json&limit={limit}&bbox={bbox}", 100)),
        new("embeds", 10, [.. ids.Take(50).Select(id => $"embed?highlight={id}"), "embed?kind=air", "embed.js"]),
    ];

    private static async Task<Report> ClimbAsync(OpenLoad load, string versions, CancellationToken cancellation)
    {
        // Everything once, so that what is kept is.
        await load.AllOnceAsync(cancellation);
        await load.AtAsync(Rates[0], Step, cancellation);
        var report = new Report("requests/s");
        (int Rate, OpenLoad.Result Result)? best = null;
        foreach (var rate in Rates)
        {
            var result = await load.AtAsync(rate, Step, cancellation);
            report.Note($"at {rate}/s: {result.Times.Count} answers, p50 {Report.Number(result.Of(0.5))} ms, p99 {Report.Number(result.Of(0.99))} ms, slowest {Report.Number(result.Of(1))} ms{(result.Failures.Count > 0 ? $"; {string.Join(", ", result.Failures)}" : "")}");
            if (result.Failures.Keys.Any(status => status.StartsWith('5') && status != "503"))
                throw new InvalidOperationException($"At {rate}/s there were faults of the program: {string.Join(", ", result.Failures)}.");
            if (result.Of(0.99) > Bound || result.Failures.Count > 0)
                break;
            best = (rate, result);
        }
        report.Add($"the mix, p99 below {Bound} ms", best?.Rate ?? 0, ("the goal", 1000));
        foreach (var group in best?.Result.Times.GroupBy(time => time.Name) ?? [])
        {
            var times = group.Select(time => time.Milliseconds).ToList();
            report.Add(group.Key, times.Count / Step.TotalSeconds);
            report.Note($"at {best!.Value.Rate}/s, {group.Key}: p50 {Report.Number(Clock.Quantile(times, 0.5))} ms, p99 {Report.Number(Clock.Quantile(times, 0.99))} ms");
        }
        report.Note(versions);
        return report;
    }
}
