using BorderMap.Benchmarks.Running;
using BorderMap.Gazetteer;
using BorderMap.PostGis;
using Npgsql;

namespace BorderMap.Benchmarks;

/// <summary>Recorded and misspelt names, against a plain dictionary of the lower-cased names and pg_trgm over the same names.</summary>
internal static class ResolveBenchmark
{
    private const int Seed = 20261121;

    private const string Similar = "select id from bench_name where name % @name order by similarity(name, @name) desc limit 20";

    public static async Task<Report> RunAsync(int rows, CancellationToken cancellation)
    {
        var report = new Report("us");
        var before = GC.GetTotalMemory(forceFullCollection: true);
        Atlas? loaded = null;
        var load = await Clock.SecondsAsync(() => Task.FromResult(loaded = CommittedData.Load(cancellation)));
        var atlas = loaded!;
        var megabytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6;
        var names = ByName(atlas);
        var random = new Random(Seed);
        var chosen = random.GetItems([.. names.Keys.Where(name => name.Length >= 5).Order(StringComparer.Ordinal)], rows);
        var slips = chosen.Select(name => (Right: name, Written: Slip(name, random))).ToList();

        var dictionary = Clock.Microseconds(chosen, name => names.GetValueOrDefault(name.ToLowerInvariant()));
        var exact = Clock.Microseconds(chosen, name => atlas.Resolver.Resolve(name));
        var misspelt = Clock.Microseconds(slips, slip => atlas.Resolver.Resolve(slip.Written));
        Add(report, "recorded names", exact, "dictionary", dictionary);

        await using var cluster = await OwnCluster.OpenAsync(cancellation);
        var found = await TrigramsAsync(cluster, atlas, slips, cancellation);
        Add(report, "misspelt names", misspelt, "pg_trgm", found.Times);
        report.Note($"Gazetteer of {atlas.Places.All.Count} places: loaded in {Report.Number(load)} s, {Report.Number(megabytes)} MB kept.");
        report.Note($"Right place first / in five, one letter wrong, no context: resolver {Accuracy(slips, names, Resolved)}; pg_trgm {Accuracy(slips, names, slip => found.Ids[slip])}.");
        report.Note($"{await cluster.VersionsAsync(cancellation)}; GIN index, threshold 0.3, prepared, over a socket, one client.");
        return report;

        IReadOnlyList<string> Resolved(string written) => [.. atlas.Resolver.Resolve(written).Candidates.Select(candidate => candidate.Place.Id)];
    }

    private static void Add(Report report, string what, List<double> times, string baseline, List<double> others)
    {
        foreach (var (words, share) in new[] { ("p50", 0.5), ("p99", 0.99) })
            report.Add($"{what}, {words}", Clock.Quantile(times, share), ($"{baseline}, {words}", Clock.Quantile(others, share)));
        report.Add($"{what}, mean", times.Average(), ($"{baseline}, mean", others.Average()));
    }

    private static Dictionary<string, HashSet<string>> ByName(Atlas atlas) => atlas.Places.All
        .SelectMany(place => place.Names, (place, name) => (Name: name.Text.ToLowerInvariant(), place.Id))
        .GroupBy(pair => pair.Name, pair => pair.Id).ToDictionary(group => group.Key, group => group.ToHashSet());

    /// <summary>One letter dropped, doubled, replaced, or exchanged with the next; never the first.</summary>
    private static string Slip(string name, Random random)
    {
        var at = random.Next(1, name.Length - 1);
        var slipped = random.Next(4) switch
        {
            0 => name.Remove(at, 1),
            1 => name.Insert(at, name[at].ToString()),
            2 => $"{name[..at]}{name[random.Next(name.Length)]}{name[(at + 1)..]}",
            _ => $"{name[..at]}{name[at + 1]}{name[at]}{name[(at + 2)..]}",
        };
        return slipped == name ? Slip(name, random) : slipped;
    }

    private static string Accuracy(List<(string Right, string Written)> slips, Dictionary<string, HashSet<string>> names, Func<string, IReadOnlyList<string>> find)
    {
        var ranks = slips.Select(slip => find(slip.Written).Take(5).ToList().FindIndex(names[slip.Right].Contains)).ToList();
        return $"{ranks.Count(rank => rank == 0) / (double)ranks.Count:P1} / {ranks.Count(rank => rank >= 0) / (double)ranks.Count:P1}";
    }

    private static async Task<(List<double> Times, Dictionary<string, IReadOnlyList<string>> Ids)> TrigramsAsync(OwnCluster cluster, Atlas atlas,
        List<(string Right, string Written)> slips, CancellationToken cancellation)
    {
        await new IncidentStore(cluster.Database, atlas, TimeProvider.System).PrepareAsync(null, cancellation);
        await cluster.ExecuteAsync("create table bench_name as select id, unnest(names) as name from place", cancellation);
        await cluster.ExecuteAsync("create index on bench_name using gin (name gin_trgm_ops)", cancellation);
        await cluster.ExecuteAsync("vacuum analyze bench_name", cancellation);
        await using var connection = await cluster.Database.Editor.OpenConnectionAsync(cancellation);
        await using var command = new NpgsqlCommand(Similar, connection);
        var name = command.Parameters.Add("name", NpgsqlTypes.NpgsqlDbType.Text);
        name.Value = "";
        await command.PrepareAsync(cancellation);
        var ids = new Dictionary<string, IReadOnlyList<string>>();
        return (Clock.Microseconds(slips, slip => ids[slip.Written] = Find(slip.Written)), ids);

        IReadOnlyList<string> Find(string written)
        {
            name.Value = written;
            using var reader = command.ExecuteReader();
            var found = new List<string>();
            while (reader.Read())
                found.Add(reader.GetString(0));
            return [.. found.Distinct()];
        }
    }
}
