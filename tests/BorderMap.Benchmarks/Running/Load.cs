using System.Diagnostics;
using System.Net;

namespace BorderMap.Benchmarks.Running;

/// <summary>What a server did under a load.</summary>
/// <param name="PerSecond">Answers a second.</param>
/// <param name="P50">Milliseconds.</param>
/// <param name="P99">Milliseconds.</param>
/// <param name="Bytes">Of an answer, on average.</param>
internal sealed record LoadResult(double PerSecond, double P50, double P99, double Bytes);

/// <summary>Asks a server for addresses over some kept connections, each asking anew when it is answered.</summary>
internal static class Load
{
    /// <summary>Goes round a list for some time.</summary>
    /// <exception cref="HttpRequestException">An answer is no success.</exception>
    public static Task<LoadResult> ForAsync(Uri site, IReadOnlyList<string> paths, int connections, TimeSpan time, CancellationToken cancellation)
    {
        var start = Stopwatch.GetTimestamp();
        return RunAsync(site, paths, connections, _ => Stopwatch.GetElapsedTime(start) < time, cancellation);
    }

    /// <summary>Asks once for each.</summary>
    public static Task<LoadResult> OnceAsync(Uri site, IReadOnlyList<string> paths, int connections, CancellationToken cancellation) =>
        RunAsync(site, paths, connections, asked => asked < paths.Count, cancellation);

    private static async Task<LoadResult> RunAsync(Uri site, IReadOnlyList<string> paths, int connections, Func<int, bool> goesOn, CancellationToken cancellation)
    {
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = connections, AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = site, Timeout = TimeSpan.FromMinutes(5) };
        var (asked, bytes, start) = (-1, 0L, Stopwatch.GetTimestamp());
        var times = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(async () =>
        {
            var own = new List<double>();
            while (Interlocked.Increment(ref asked) is var turn && goesOn(turn))
            {
                var sent = Stopwatch.GetTimestamp();
                var answer = await http.GetByteArrayAsync(paths[turn % paths.Count], cancellation);
                own.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
                Interlocked.Add(ref bytes, answer.Length);
            }
            return own;
        }, cancellation)));
        var all = times.SelectMany(own => own).ToList();
        return new(all.Count / Stopwatch.GetElapsedTime(start).TotalSeconds, Clock.Quantile(all, 0.5), Clock.Quantile(all, 0.99), (double)bytes / all.Count);
    }
}
