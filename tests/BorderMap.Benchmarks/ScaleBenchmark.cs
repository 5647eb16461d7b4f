using BorderMap.Benchmarks.Running;
using BorderMap.Gazetteer;
using BorderMap.Incidents;
using BorderMap.PostGis;
using BorderMap.PostGis.Columns;

namespace BorderMap.Benchmarks;

/// <summary>
/// What an incident costs as there are more of them: bytes of every table and index, and milliseconds of the statements that readers and editors cause, at a twentieth
/// of the rows, half of them and all: what does not grow between them does not grow, and what does says how.
/// </summary>
internal static class ScaleBenchmark
{
    private const int Calls = 15;

    /// <summary>A page of one degree about Torkham.</summary>
    private static readonly IncidentFilter Area = new() { Bbox = new(70.6, 33.6, 71.6, 34.6) };

    private static readonly IncidentFilter Words = new() { Q = "incident 4711" };

    private const string Sizes = """
        select relation, bytes::float8 from (
            select c.relname || ' (table)' as relation, pg_table_size(c.oid) as bytes from pg_class c where c.relnamespace = 'bordermap'::regnamespace and c.relkind = 'r'
            union all
            select i.relname || ' (index)', pg_relation_size(i.oid) from pg_class i where i.relnamespace = 'bordermap'::regnamespace and i.relkind = 'i') sizes
        where bytes > 0 order by bytes desc
        """;

    public static async Task<Report> RunAsync(int rows, CancellationToken cancellation)
    {
        var atlas = CommittedData.Load(cancellation);
        var report = new Report("ms");
        var steps = new List<Step>();
        foreach (var part in (int[])[rows / 20, rows / 2, rows])
            steps.Add(await StepAsync(atlas, part, report, cancellation));
        var (first, last) = (steps[0], steps[^1]);
        foreach (var (what, milliseconds) in last.Milliseconds)
            report.Add(what, milliseconds, ($"of {first.Rows}", first.Milliseconds[what]));
        report.Note($"Milliseconds: the median of {Calls} calls. Bytes an incident:");
        report.Note(Report.Table(["relation", .. steps.Select(step => $"of {step.Rows}")], last.Bytes.OrderByDescending(size => size.Value).Select(size => size.Key).Where(name => last.Bytes[name] >= 1)
            .Select(name => (string[])[name, .. steps.Select(step => Report.Number(step.Bytes.GetValueOrDefault(name)))])
            .Append(["all", .. steps.Select(step => Report.Number(step.Bytes.Values.Sum()))])));
        report.Note(Report.Table(["statement, ms", .. steps.Select(step => $"of {step.Rows}")], last.Milliseconds.Keys
            .Select(name => (string[])[name, .. steps.Select(step => Report.Number(step.Milliseconds[name]))])));
        return report;
    }

    private static async Task<Step> StepAsync(Atlas atlas, int rows, Report report, CancellationToken cancellation)
    {
        await using var cluster = await OwnCluster.OpenAsync(cancellation);
        var file = Path.Combine(cluster.Home, "incidents.json");
        await new SyntheticIncidents(atlas, rows).WriteAsync(file, cancellation);
        var store = new IncidentStore(cluster.Database, atlas, TimeProvider.System);
        await store.PrepareAsync(null, cancellation);
        var before = await SizesAsync(cluster, cancellation);
        var seconds = await Clock.SecondsAsync(() => cluster.FillAsync(atlas, file, cancellation));
        File.Delete(file);
        await cluster.ExecuteAsync("vacuum analyze", cancellation);
        await cluster.CheckpointAsync(cancellation);
        var bytes = (await SizesAsync(cluster, cancellation)).ToDictionary(size => size.Key, size => (size.Value - before.GetValueOrDefault(size.Key)) / rows);
        var milliseconds = await CallsAsync(new PublicReader(cluster.Database), new PublicTiles(cluster.Database, atlas), store, cluster, cancellation);
        report.Note($"{rows} rows: imported in {Report.Number(seconds)} s, {await cluster.VersionsAsync(cancellation)}.");
        return new Step(rows, bytes, milliseconds);
    }

    private static async Task<Dictionary<string, double>> SizesAsync(OwnCluster cluster, CancellationToken cancellation)
    {
        await using var command = cluster.Database.Editor.CreateCommand(Sizes);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var sizes = new Dictionary<string, double>();
        while (await reader.ReadAsync(cancellation))
            sizes[reader.GetString(0)] = reader.GetDouble(1);
        return sizes;
    }

    private static async Task<Dictionary<string, double>> CallsAsync(PublicReader reader, PublicTiles tiles, IncidentStore store, OwnCluster cluster, CancellationToken cancellation)
    {
        var id = await cluster.AskAsync<string>("select id from public_incident order by id limit 1", cancellation);
        (string What, Func<Task> Call)[] calls =
        [
            ("the public sequence", () => reader.PubAsync(cancellation)),
            ("one incident", () => reader.FindAsync(id, null, cancellation)),
            ("first page of 100, newest first, with its count", () => reader.PageAsync(IncidentFilter.All, new(100), cancellation)),
            ("first page of 100 of one degree, with its count", () => reader.PageAsync(Area, new(100), cancellation)),
            ("first page of 100 with words, with its count", () => reader.PageAsync(Words, new(100), cancellation)),
            ("counts by place", () => reader.CountsAsync(IncidentFilter.All, CountBy.Place, cancellation)),
            ("1,000 changes", () => reader.ChangesAsync(0, 1_000, cancellation)),
            ("a tile of zoom 5", () => tiles.ReadAsync(TileLayer.Incidents, "incidents", IncidentFilter.All, new(5, 22, 12), cancellation)),
            ("a tile of zoom 10", () => tiles.ReadAsync(TileLayer.Incidents, "incidents", IncidentFilter.All, new(10, 714, 408), cancellation)),
            ("all columns of the map (at most 300,000)", () => reader.ColumnsAsync(IncidentFilter.All, ColumnPart.Map, 300_000, cancellation)),
            ("looking what is due", () => store.PublishDueAsync(cancellation)),
        ];
        var times = new Dictionary<string, double>();
        foreach (var (what, call) in calls)
        {
            await call();
            var taken = new List<double>();
            for (var i = 0; i < Calls; i++)
                taken.Add(1000 * await Clock.SecondsAsync(call));
            times[what] = Clock.Quantile(taken, 0.5);
        }
        return times;
    }

    private sealed record Step(int Rows, Dictionary<string, double> Bytes, Dictionary<string, double> Milliseconds);
}
