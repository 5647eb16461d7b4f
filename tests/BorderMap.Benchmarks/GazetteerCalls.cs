using BenchmarkDotNet.Attributes;
using BorderMap.Gazetteer;
using BorderMap.Gazetteer.Coordinates;

namespace BorderMap.Benchmarks;

/// <summary>One method a call; BenchmarkDotNet needs them public, and gets the queries in turn.</summary>
public class GazetteerCalls
{
    private Atlas atlas = null!;
    private NameSlips queries = null!;
    private string[] references = [];
    private int next;

    internal static int Rows { get; set; }

    [GlobalSetup]
    public void Load()
    {
        atlas = CommittedData.Load(CancellationToken.None);
        queries = NameSlips.Of(atlas, Rows);
        references = [.. atlas.Places.All.Take(Rows).Select(place => CoordinateFormat.Mgrs(new(place.Lon, place.Lat))!)];
        atlas.Reverse.At(71, 34);
    }

    [Benchmark(Baseline = true, Description = "dictionary")]
    public object? Dictionary() => queries.Places.GetValueOrDefault(queries.Names[Next()].ToLowerInvariant());

    [Benchmark(Description = "resolve a recorded name")]
    public Resolution Exact() => atlas.Resolver.Resolve(queries.Names[Next()]);

    [Benchmark(Description = "resolve a misspelt name")]
    public Resolution Fuzzy() => atlas.Resolver.Resolve(queries.Slips[Next()].Written);

    [Benchmark(Description = "resolve a MGRS reference")]
    public Resolution Reference() => atlas.Resolver.Resolve(references[Next()]);

    [Benchmark(Description = "search four letters")]
    public object Search() => atlas.Resolver.Search(queries.Names[Next()][..4]);

    [Benchmark(Description = "reverse")]
    public object Reverse()
    {
        var place = atlas.Places.All[Next()];
        return atlas.Reverse.At(place.Lon + 0.03, place.Lat - 0.02);
    }

    [Benchmark(Description = "side, distance, position")]
    public LinePlacement Line()
    {
        var place = atlas.Places.All[Next()];
        return atlas.Line.Locate(place.Lon, place.Lat, 0);
    }

    private int Next() => next = (next + 1) % Rows;
}
