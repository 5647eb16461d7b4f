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
    /// <param name="traces">Counts a title among what is public, documents and changes.</param>
    public async Task AccountAsync(Func<string, Task<HttpResponseMessage>> read, Func<string, Task<(int Public, long Documents, long Changes)>> traces)
    {
        foreach (var (id, title) in acknowledged)
        {
            using var response = await read($"/api/incidents/{id}");
            Assert.Contains(title, await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        }
        foreach (var title in refused)
        {
            Assert.Equal((0, 0, 0), await traces(title));
        }
        // Nobody was told that it is there, nor that it is not: whole or not at all.
        foreach (var title in unknown)
        {
            Assert.Contains(await traces(title), new[] { (0, 0L, 0L), (1, 1L, 1L) });
        }
    }
}
