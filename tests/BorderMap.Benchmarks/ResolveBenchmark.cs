using BorderMap.Benchmarks.Running;
using BorderMap.Gazetteer;
using NpgsqlTypes;

namespace BorderMap.Benchmarks;

/// <summary>Recorded and misspelt names, against a plain dictionary of the lower-cased names and pg_trgm, with GIN and with GiST, over the same names.</summary>
internal static class ResolveBenchmark
{
    private const string WithGin = "select id from name_gin where name % @name order by similarity(name, @name) desc limit 20";
    private const string WithGist = "select id from name_gist where name % @name order by name <-> @name limit 20";

    public static async Task<Report> RunAsync(int rows, CancellationToken cancellation)
    {
        var report = new Report("us");
        var before = GC.GetTotalMemory(forceFullCollection: true);
        Atlas? loaded = null;
        var load = await Clock.SecondsAsync(() => Task.FromResult(loaded = CommittedData.Load(cancellation)));
        var atlas = loaded!;
        var megabytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6;
        report.Note($"Gazetteer of {atlas.Places.All.Count} places: loaded in {Report.Number(load)} s (bar 1), {Report.Number(megabytes)} MB kept (bar 250).");
        report.Add("loading the gazetteer", load * 1e6);
        var queries = NameSlips.Of(atlas, rows);

        var dictionary = Clock.Microseconds(queries.Names, name => queries.Places.GetValueOrDefault(name.ToLowerInvariant()));
        report.AddTimes("recorded names", Clock.Microseconds(queries.Names, name => atlas.Resolver.Resolve(name)), "dictionary", dictionary);
        var misspelt = Clock.Microseconds(queries.Slips, slip => atlas.Resolver.Resolve(slip.Written));

        await using var cluster = await OwnCluster.OpenAsync(cancellation);
        foreach (var (name, table, index, sql) in new[] { ("pg_trgm, GIN", "name_gin", NameTable.Gin, WithGin), ("pg_trgm, GiST", "name_gist", NameTable.Gist, WithGist) })
        {
            await NameTable.MakeAsync(cluster, atlas, table, index, cancellation);
            await using var query = await PreparedQuery.OpenAsync(cluster, sql, cancellation, ("name", NpgsqlDbType.Text));
            var found = new Dictionary<string, IReadOnlyList<string>>();
            report.AddTimes("misspelt names", misspelt, name, Clock.Microseconds(queries.Slips, slip => found[slip.Written] = query.Ask(slip.Written)));
            report.Note(Accuracy(queries, name, written => found[written]));
        }
        report.Note(Accuracy(queries, "the resolver", written => [.. atlas.Resolver.Resolve(written).Candidates.Select(candidate => candidate.Place.Id)]));
        report.Note($"Bars: recorded names 2 us, misspelt names p99 200 us. {await cluster.VersionsAsync(cancellation)}; threshold 0.3, prepared, over a socket, one client.");
        return report;
    }

    private static string Accuracy(NameSlips queries, string who, Func<string, IReadOnlyList<string>> find) =>
        $"Right place first / in five, one letter wrong, no context, by {who}: Latin {queries.Accuracy(isArabic: false, find)}, Arabic script {queries.Accuracy(isArabic: true, find)}.";
}
