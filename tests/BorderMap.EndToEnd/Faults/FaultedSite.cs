using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using BorderMap.EndToEnd.Running;
using Npgsql;

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

    private (string, string)[] Settings => [("BORDERMAP_DATABASE", $"Host=127.0.0.1;Port={Wire.Port};Username=postgres;Database=map"), ("BORDERMAP_STARTER", "off"), ("BORDERMAP_REQUEST_RATE", "off"), ("BORDERMAP_METRICS", Metrics.ToString())];

    /// <summary>Where the program tells what it measures of itself.</summary>
    private Uri Metrics { get; } = new($"http://127.0.0.1:{Ports.Free()}/");

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
        var (shown, documents, changes) = (await ShownAsync(), await TitlesAsync("document"), await TitlesAsync("change"));
        (long, long, long) TracesOf(string title) => (shown.Values.Count(other => other == title), documents.GetValueOrDefault(title), changes.GetValueOrDefault(title));

        Assert.All(acknowledged, write => Assert.Equal(write.Title, shown.GetValueOrDefault(write.Id)));
        Assert.All(refused, title => Assert.Equal((0, 0, 0), TracesOf(title)));
        // Nobody was told that it is there, nor that it is not: whole or not at all.
        Assert.All(unknown, title => Assert.Contains(TracesOf(title), new[] { (0L, 0L, 0L), (1L, 1L, 1L) }));
    }

    /// <summary>What the program measures of itself, by name; of one that is measured in parts, the sum. Null: it could not be asked.</summary>
    public async Task<IReadOnlyDictionary<string, double>?> MeasuredAsync()
    {
        try
        {
            var lines = (await Server.Http.GetStringAsync(new Uri(Metrics, "metrics"), Cancellation)).Split('\n').Where(line => line.Length > 0 && line[0] != '#');
            return lines.Select(line => (Name: line.Split('{', ' ')[0], Value: double.Parse(line.Split(' ')[^1], CultureInfo.InvariantCulture)))
                .GroupBy(pair => pair.Name).ToDictionary(group => group.Key, group => group.Sum(pair => pair.Value));
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>The titles of all that is public, by id, as the program gives them.</summary>
    private async Task<Dictionary<string, string>> ShownAsync()
    {
        using var response = await ReadAsync("/export/incidents.geojson");
        using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation));
        return document.RootElement.GetProperty("features").EnumerateArray().Select(feature => feature.GetProperty("properties"))
            .ToDictionary(properties => properties.GetProperty("id").GetString()!, properties => properties.GetProperty("title").GetString()!);
    }

    /// <summary>How often each title is in a table.</summary>
    private async Task<Dictionary<string, long>> TitlesAsync(string table)
    {
        await using var connection = await Postgres.OpenAsync();
        await using var command = new NpgsqlCommand($"select doc->>'title', count(*) from {table} where doc->>'title' is not null group by 1", connection);
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        var titles = new Dictionary<string, long>();
        while (await reader.ReadAsync(Cancellation))
        {
            titles.Add(reader.GetString(0), reader.GetInt64(1));
        }
        return titles;
    }
}
