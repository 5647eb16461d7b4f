using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using BorderMap.Benchmarks.Running;

namespace BorderMap.Benchmarks;

/// <summary>Every benchmark that has a bar, one after another in one run: their tables, then the bars beside what was seen. The map in a browser has a run of its own (<c>tests/bench-map</c>).</summary>
/// <param name="IsSmall">A tenth of the rows: to see that it works, not how fast.</param>
/// <param name="File">Where the results are kept as JSON; null: nowhere.</param>
internal sealed record Suite(bool IsSmall = false, string? File = null)
{
    /// <summary>A line of a benchmark, and what it may not exceed, or fall below.</summary>
    /// <param name="What">In words.</param>
    /// <param name="Benchmark">Its name.</param>
    /// <param name="Line">What the line measures.</param>
    /// <param name="Baseline">What the bar is relative to; null: the figure itself is meant.</param>
    /// <param name="Most">The largest figure or ratio that meets it.</param>
    /// <param name="Least">The smallest.</param>
    internal sealed record Bar(string What, string Benchmark, string Line, string? Baseline = null, double? Most = null, double? Least = null)
    {
        public double? Seen(IReadOnlyDictionary<string, Report> reports) =>
            reports.GetValueOrDefault(Benchmark)?.Lines.FirstOrDefault(line => line.What == Line && (Baseline is null || line.Baseline == Baseline)) is { } found
                ? Baseline is null ? found.Figure : found.Ratio
                : null;

        public bool IsMet(double seen) => !(seen > Most) && !(seen < Least);

        public string Words => Most is { } most ? $"<= {Report.Number(most)}" : $">= {Report.Number(Least!.Value)}";
    }

    internal static readonly Bar[] Bars =
    [
        new("a recorded name, us", "resolve", "recorded names, p50", Most: 2),
        new("a misspelt name, p99, us", "resolve", "misspelt names, p99", Most: 200),
        new("loading the gazetteer, us", "resolve", "loading the gazetteer", Most: 1e6),
        new("an article of 600 words to drafts, us", "extract", "a text of 600 words to drafts, p50", Most: 5000),
        new("GeoJSON beside ogr2ogr, time", "export", "GeoJSON to a file", "ogr2ogr of the columns, the same format", Most: 0.25),
        new("GeoJSON beside \\copy binary, time", "export", "GeoJSON to a file", "psql \\copy binary of the feature column", Most: 1.5),
        new("import beside a bare COPY, time", "import", "import", "COPY into public_incident", Most: 3),
        new("pages of 100 at 2 connections, a second", "serve", "pages of 100, 2 connections", Least: 993),
        new("pages of 100 beside MapServer, rate", "serve", "pages of 100, 2 connections", "MapServer", Least: 1),
        new("tiles beside MapServer, rate", "serve", "tiles, 2 connections", "MapServer", Least: 1),
        new("tiles cold beside the bare SQL, rate", "serve", "tiles, 1 connection, cold", "the bare SQL", Least: 1 / 1.3),
        new("tiles warm beside cold, rate", "serve", "tiles, 1 connection, warm", "cold", Least: 20),
    ];

    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads <c>--small --json FILE</c>; null: they are wrong.</summary>
    public static Suite? Read(string[] arguments) => arguments switch
    {
        [] => new(),
        ["--small", .. var rest] => Read(rest) is { } suite ? suite with { IsSmall = true } : null,
        ["--json", var file, .. var rest] => Read(rest) is { } suite ? suite with { File = file } : null,
        _ => null,
    };

    /// <returns>Whether all bars were met that could be measured.</returns>
    public async Task<bool> RunAsync(TextWriter output, CancellationToken cancellation)
    {
        var reports = new Dictionary<string, Report>();
        foreach (var (name, rows, run) in Benchmarks())
        {
            var report = reports[name] = await run(rows, cancellation);
            await output.WriteLineAsync(report.Written($"{name}, {rows} rows"));
        }
        var bars = Bars.Select(bar => (Bar: bar, Seen: bar.Seen(reports))).ToList();
        await output.WriteAsync(Report.Table(["what", "bar", "seen", ""], bars.Select(one => (string[])[one.Bar.What, one.Bar.Words, one.Seen is { } seen ? Report.Number(seen) : "not measured", Verdict(one.Bar, one.Seen)])));
        if (File is not null)
            await KeepAsync(File, reports, bars, cancellation);
        return bars.All(one => one.Seen is not { } seen || one.Bar.IsMet(seen));
    }

    private IEnumerable<(string Name, int Rows, Func<int, CancellationToken, Task<Report>> Run)> Benchmarks()
    {
        var part = IsSmall ? 10 : 1;
        yield return ("resolve", 1000 / part, ResolveBenchmark.RunAsync);
        yield return ("extract", 1000 / part, ExtractBenchmark.RunAsync);
        yield return ("serve", 200_000 / part, (rows, cancellation) => ServeBenchmark.RunAsync(new(rows), cancellation));
        yield return ("import", 200_000 / part, ImportBenchmark.RunAsync);
        yield return ("export", 300_000 / part, ExportBenchmark.RunAsync);
    }

    private static string Verdict(Bar bar, double? seen) => seen is not { } figure ? "" : bar.IsMet(figure) ? "met" : "missed";

    /// <summary>Whole or not at all: what was kept before stays when it fails.</summary>
    private static async Task KeepAsync(string file, Dictionary<string, Report> reports, List<(Bar Bar, double? Seen)> bars, CancellationToken cancellation)
    {
        var result = new
        {
            version = typeof(Web.App).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion,
            machine = Report.Machine(),
            bars = bars.Select(one => new { one.Bar.What, bar = one.Bar.Words, one.Seen, met = one.Seen is { } seen ? one.Bar.IsMet(seen) : (bool?)null }),
            benchmarks = reports.Select(pair => new { name = pair.Key, pair.Value.Unit, pair.Value.Lines, pair.Value.Notes }),
        };
        var whole = $"{file}.part";
        await System.IO.File.WriteAllBytesAsync(whole, JsonSerializer.SerializeToUtf8Bytes(result, Written), cancellation);
        System.IO.File.Move(whole, file, overwrite: true);
    }
}
