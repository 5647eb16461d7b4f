using System.Text.RegularExpressions;
using BorderMap.Benchmarks.Running;
using NpgsqlTypes;

namespace BorderMap.Benchmarks;

/// <summary>Names while they are typed, against a trigram index asked for the beginning of any word.</summary>
internal static class SearchBenchmark
{
    private const string BeginningOfAWord = @"select id from name_gin where name ~* ('\m' || @prefix) order by length(name) limit 20";
    private const int Shortest = 2, Longest = 7;

    public static async Task<Report> RunAsync(int rows, CancellationToken cancellation)
    {
        var atlas = CommittedData.Load(cancellation);
        var report = new Report("us");
        var prefixes = NameSlips.Of(atlas, rows).Names.Select((name, i) => name[..Math.Min(name.Length, Shortest + (i % (Longest - Shortest + 1)))]).ToList();
        var times = Clock.Microseconds(prefixes, prefix => atlas.Resolver.Search(prefix));

        await using var cluster = await OwnCluster.OpenAsync(cancellation);
        await NameTable.MakeAsync(cluster, atlas, "name_gin", NameTable.Gin, cancellation);
        await using var query = await PreparedQuery.OpenAsync(cluster, BeginningOfAWord, cancellation, ("prefix", NpgsqlDbType.Text));
        report.AddTimes("beginnings of names", times, "pg_trgm, GIN", Clock.Microseconds(prefixes, prefix => query.Ask(Regex.Escape(prefix))));
        report.Note($"Beginnings of {Shortest} to {Longest} letters, ten places asked for. {await cluster.VersionsAsync(cancellation)}; prepared, over a socket, one client.");
        return report;
    }
}
