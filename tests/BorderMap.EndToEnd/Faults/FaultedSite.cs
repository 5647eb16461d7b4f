using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using BorderMap.EndToEnd.Running;

namespace BorderMap.EndToEnd.Faults;

/// <summary>The program over a database that can be broken, and somebody who writes to it and remembers what was acknowledged.</summary>
public sealed class FaultedSite : IAsyncLifetime
{
    private readonly string home = Homes.Make();
    private readonly List<(string Id, string Title)> acknowledged = [];
    private readonly List<string> refused = [];
    private readonly List<string> unknown = [];
    private string token = "";
    private int written;

    public FaultyPostgres Postgres { get; } = new();
    public Wire Wire { get; private set; } = null!;
    public RunningServer Server { get; private set; } = null!;

    private (string, string)[] Settings => [("BORDERMAP_DATABASE", $"Host=127.0.0.1;Port={Wire.Port};Username=postgres;Database=map"), ("BORDERMAP_STARTER", "off")];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await Postgres.MakeAsync();
        Wire = new Wire(Postgres.Socket);
        await StartAsync();
        var made = await Command.BorderMap(home, Settings, "token", "add", "writer", "--role", "admin");
        Assert.True(made.ExitCode == 0, made.Error);
        token = made.Output.Trim();
        Assert.Equal(HttpStatusCode.Created, (await WriteAsync()).StatusCode);
    }

    public async Task StartAsync() => Server = await RunningServer.StartAsync(home, Settings);

    public async ValueTask DisposeAsync()
    {
        if (Server is not null)
        {
            await Server.DisposeAsync();
        }
        if (Wire is not null)
        {
            await Wire.DisposeAsync();
        }
        await Postgres.DisposeAsync();
        Homes.Remove(home);
    }

    /// <summary>The first incident that was acknowledged.</summary>
    public string Id => acknowledged[0].Id;

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
    public async Task<HttpResponseMessage> WriteAsync(int notes = 0)
    {
        var title = $"Written {Interlocked.Increment(ref written):00000}";
        var response = await SendAsync(HttpMethod.Post, "/api/incidents", Incident(title, notes));
        if (response.StatusCode == HttpStatusCode.Created)
        {
            using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation));
            Remember(acknowledged, (document.RootElement.GetProperty("id").GetString()!, title));
        }
        else
        {
            var words = await response.Content.ReadAsStringAsync(Cancellation);
            Remember(words.Contains("outcome-unknown", StringComparison.Ordinal) ? unknown : refused, title);
        }
        return response;
    }

    private static void Remember<T>(List<T> log, T entry)
    {
        lock (log)
        {
            log.Add(entry);
        }
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body = null, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        if (request.Content is not null)
        {
            // Chunked, nobody knows how long it may take to come.
            await request.Content.LoadIntoBufferAsync(Cancellation);
        }
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return await Server.Http.SendAsync(request, Cancellation);
    }

    /// <summary>A read as anyone does it.</summary>
    public Task<HttpResponseMessage> ReadAsync(string path) => Server.Http.GetAsync(path, Cancellation);

    /// <summary>Reads all that is to be kept once, so that it is.</summary>
    public async Task WarmAsync()
    {
        foreach (var path in Kept)
        {
            using var response = await ReadAsync(path);
            Assert.True(response.IsSuccessStatusCode, $"{path}: {response.StatusCode}");
        }
    }

    /// <summary>What goes on being shown without a database.</summary>
    public IReadOnlyList<string> Kept => ["/", "/method", "/api/incidents/columns?part=map", "/tiles/incidents/5/22/12.mvt", $"/incidents/{Id}", $"/api/incidents/{Id}", "/api/counts/district", "/api/actors", "/api/episodes", "/basemap/line.json", "/api/places/search?q=spin", "/healthz"];

    /// <summary>Every acknowledged write is there, and of the refused ones nothing.</summary>
    public async Task AccountAsync()
    {
        foreach (var (id, title) in acknowledged)
        {
            using var response = await ReadAsync($"/api/incidents/{id}");
            Assert.Contains(title, await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        }
        foreach (var title in refused)
        {
            Assert.Equal((0, 0, 0), await TracesAsync(title));
        }
        // Nobody was told that it is there, nor that it is not: whole or not at all.
        foreach (var title in unknown)
        {
            Assert.Contains(await TracesAsync(title), new[] { (0, 0L, 0L), (1, 1L, 1L) });
        }
    }

    private async Task<(int Public, long Documents, long Changes)> TracesAsync(string title) => (await Server.CountAsync($"q={Uri.EscapeDataString(title)}"),
        await CountAsync("document", title), await CountAsync("change", title));

    private async Task<long> CountAsync(string table, string title) => (long)(await Postgres.ExecuteAsync($"select count(*) from {table} where doc::text like '%{title}%'"))!;
}
