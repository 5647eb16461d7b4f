using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;

namespace BorderMap.Benchmarks.Running;

/// <param name="Name">What it is.</param>
/// <param name="Share">Of a hundred requests.</param>
/// <param name="Paths">Its addresses.</param>
internal sealed record Asked(string Name, int Share, IReadOnlyList<string> Paths)
{
    /// <summary>Whether the asker holds the answer already, and asks whether it still is the same.</summary>
    public bool IsHeld { get; init; }
}

/// <summary>Asks at a steady rate, whether or not it is answered: what waits in a queue counts as waiting.</summary>
internal sealed class OpenLoad(Uri site, IReadOnlyList<Asked> mix) : IDisposable
{
    private const int Connections = 256;

    private readonly HttpClient http = new(new SocketsHttpHandler { MaxConnectionsPerServer = Connections, AutomaticDecompression = DecompressionMethods.None, AllowAutoRedirect = false })
    {
        BaseAddress = site,
        Timeout = TimeSpan.FromSeconds(30),
    };

    private readonly ConcurrentDictionary<string, string> held = new();

    /// <param name="Times">Milliseconds from when each was due to its last byte.</param>
    /// <param name="Failures">Statuses that are no success, and how many of each.</param>
    internal sealed record Result(IReadOnlyList<(string Name, double Milliseconds)> Times, IReadOnlyDictionary<string, int> Failures)
    {
        public double Of(double share) => Times.Count == 0 ? double.PositiveInfinity : Clock.Quantile(Times.Select(time => time.Milliseconds), share);
    }

    /// <summary>Every address once, one after the other.</summary>
    public async Task AllOnceAsync(CancellationToken cancellation)
    {
        foreach (var (asked, path) in mix.SelectMany(asked => asked.Paths.Select(path => (asked, path))))
        {
            using var response = await SendAsync(asked, path, cancellation);
            await response.Content.ReadAsByteArrayAsync(cancellation);
            if (asked.IsHeld && response.Headers.ETag is { } tag)
                held[path] = tag.ToString();
        }
    }

    public async Task<Result> AtAsync(int perSecond, TimeSpan time, CancellationToken cancellation)
    {
        var (times, failures) = (new ConcurrentBag<(string, double)>(), new ConcurrentDictionary<string, int>());
        var (random, start, under) = (new Random(perSecond), Stopwatch.GetTimestamp(), new List<Task>());
        var count = (int)(perSecond * time.TotalSeconds);
        for (var i = 0; i < count; i++)
        {
            var due = TimeSpan.FromSeconds((double)i / perSecond);
            if (Stopwatch.GetElapsedTime(start) is var now && due > now + TimeSpan.FromMilliseconds(1))
                await Task.Delay(due - now, cancellation);
            var asked = Choose(random);
            under.Add(AskAsync(asked, asked.Paths[random.Next(asked.Paths.Count)], start, due, times, failures, cancellation));
        }
        await Task.WhenAll(under);
        return new([.. times], failures);
    }

    public void Dispose() => http.Dispose();

    private Asked Choose(Random random)
    {
        var at = random.Next(mix.Sum(asked => asked.Share));
        return mix.First(asked => (at -= asked.Share) < 0);
    }

    private async Task AskAsync(Asked asked, string path, long start, TimeSpan due, ConcurrentBag<(string, double)> times, ConcurrentDictionary<string, int> failures, CancellationToken cancellation)
    {
        try
        {
            using var response = await SendAsync(asked, path, cancellation);
            await response.Content.ReadAsByteArrayAsync(cancellation);
            times.Add((asked.Name, (Stopwatch.GetElapsedTime(start) - due).TotalMilliseconds));
            if (!response.IsSuccessStatusCode && response.StatusCode != HttpStatusCode.NotModified)
                failures.AddOrUpdate($"{(int)response.StatusCode}", 1, (_, before) => before + 1);
        }
        catch (Exception error) when (error is HttpRequestException || (error is TaskCanceledException && !cancellation.IsCancellationRequested))
        {
            failures.AddOrUpdate(error.GetType().Name, 1, (_, before) => before + 1);
        }
    }

    private Task<HttpResponseMessage> SendAsync(Asked asked, string path, CancellationToken cancellation)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "br");
        if (asked.IsHeld && held.TryGetValue(path, out var tag))
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        return http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
    }
}
