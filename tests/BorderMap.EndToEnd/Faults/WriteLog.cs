using System.Net;
using System.Text.Json;

namespace BorderMap.EndToEnd.Faults;

/// <summary>Somebody who writes and remembers what was acknowledged, what was refused, and of what nobody can say.</summary>
public sealed class WriteLog
{
    private readonly List<(string Id, string Title)> acknowledged = [];
    private readonly List<string> refused = [];
    private readonly List<string> unknown = [];
    private int written;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The first incident that was acknowledged.</summary>
    public string First => acknowledged[0].Id;

    /// <summary>An incident's document, published.</summary>
    public static object Incident(string title, int notes = 0) => new
    {
        title,
        kind = "shelling",
        status = "published",
        date = new { start = "2025-10-15", end = "2025-10-15", precision = "day" },
        places = new[] { new { place = "1108562519", words = "Spin Boldak", precision = "district" } },
        notes = Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(notes / 2 + 1)),
    };

    /// <summary>Records an incident; what becomes of it is remembered.</summary>
    public async Task<HttpResponseMessage> WriteAsync(Func<object, Task<HttpResponseMessage>> send, int notes = 0)
    {
        var title = $"Written {Interlocked.Increment(ref written):00000}";
        var response = await send(Incident(title, notes));
        var words = await response.Content.ReadAsStringAsync(Cancellation);
        lock (acknowledged)
        {
            if (response.StatusCode == HttpStatusCode.Created)
            {
                using var document = JsonDocument.Parse(words);
                acknowledged.Add((document.RootElement.GetProperty("id").GetString()!, title));
            }
            else
            {
                (words.Contains("outcome-unknown", StringComparison.Ordinal) ? unknown : refused).Add(title);
            }
        }
        return response;
    }

    /// <summary>Every acknowledged write is there, and of the refused ones nothing.</summary>
    /// <param name="read">Reads a path as anyone does.</param>
    /// <param name="primary">The server that takes writes now.</param>
    public async Task AccountAsync(Func<string, Task<HttpResponseMessage>> read, PostgresNode primary)
    {
        var (shown, documents, changes) = (await ShownAsync(read), await primary.TitlesAsync("document"), await primary.TitlesAsync("change"));
        var visible = shown.Values.GroupBy(title => title).ToDictionary(group => group.Key, group => group.LongCount());
        (long, long, long) TracesOf(string title) => (visible.GetValueOrDefault(title), documents.GetValueOrDefault(title), changes.GetValueOrDefault(title));

        Assert.All(acknowledged, write => Assert.Equal(write.Title, shown.GetValueOrDefault(write.Id)));
        Assert.All(refused, title => Assert.Equal((0, 0, 0), TracesOf(title)));
        // Nobody was told that it is there, nor that it is not: whole or not at all.
        Assert.All(unknown, title => Assert.Contains(TracesOf(title), new[] { (0L, 0L, 0L), (1L, 1L, 1L) }));
    }

    /// <summary>The titles of all that is public, by id, as the program gives them.</summary>
    private static async Task<Dictionary<string, string>> ShownAsync(Func<string, Task<HttpResponseMessage>> read)
    {
        using var response = await read("/export/incidents.geojson");
        using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation));
        return document.RootElement.GetProperty("features").EnumerateArray().Select(feature => feature.GetProperty("properties"))
            .ToDictionary(properties => properties.GetProperty("id").GetString()!, properties => properties.GetProperty("title").GetString()!);
    }
}
