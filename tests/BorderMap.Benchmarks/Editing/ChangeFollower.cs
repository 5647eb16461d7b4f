using System.Net.Http.Json;
using System.Text.Json;

namespace BorderMap.Benchmarks.Editing;

/// <summary>A reader who follows the public changes by <c>since</c> while they are made: every number once, in order.</summary>
internal sealed class ChangeFollower(Uri address, IReadOnlySet<string> watched) : IDisposable
{
    private const int Page = 1000;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly HttpClient http = new() { BaseAddress = address };
    private readonly Dictionary<string, int> versions = [];

    /// <summary>The last number read.</summary>
    public long Pub { get; private set; }
    public long Changes { get; private set; }

    /// <summary>Changes of the incidents watched.</summary>
    public long Watched { get; private set; }
    public int Requests { get; private set; }

    public async Task StartAsync(CancellationToken cancellation)
    {
        for (var more = true; more;)
            more = await ReadAsync(cancellation);
        (Changes, Watched, Requests) = (0, 0, 0);
    }

    /// <summary>Reads on until it is over and there is nothing left to read.</summary>
    public async Task RunAsync(Func<bool> isOver, CancellationToken cancellation)
    {
        for (var isLast = false; !isLast;)
        {
            isLast = isOver();
            for (var more = true; more;)
                more = await ReadAsync(cancellation);
            await Task.Delay(Pause, cancellation);
        }
    }

    private async Task<bool> ReadAsync(CancellationToken cancellation)
    {
        var page = await http.GetFromJsonAsync<JsonElement>($"/api/changes?since={Pub}&limit={Page}", cancellation);
        Requests++;
        foreach (var change in page.GetProperty("changes").EnumerateArray())
            Take(change);
        return page.GetProperty("pub").GetInt64() is var pub && pub == Pub
            ? page.GetProperty("more").GetBoolean()
            : throw new InvalidOperationException($"the public sequence is said to be {pub}, and its last change was {Pub}");
    }

    private void Take(JsonElement change)
    {
        var pub = change.GetProperty("pub").GetInt64();
        if (pub != Pub + 1)
            throw new InvalidOperationException($"change {pub} came after {Pub}");
        Pub = pub;
        Changes++;
        var (id, version) = (change.GetProperty("id").GetString()!, change.GetProperty("version").GetInt32());
        if (!watched.Contains(id))
            return;
        Watched++;
        // A version that was replaced before it was read is told in its place all the same.
        if (versions.TryGetValue(id, out var before) && version != before + 1)
            throw new InvalidOperationException($"version {version} of {id} came after {before}");
        versions[id] = version;
    }

    public void Dispose() => http.Dispose();
}
