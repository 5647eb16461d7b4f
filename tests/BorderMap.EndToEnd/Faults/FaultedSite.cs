using System.Globalization;
using System.Net;
using BorderMap.EndToEnd.Running;

namespace BorderMap.EndToEnd.Faults;

/// <summary>The program over a database that can be broken, and somebody who writes to it and remembers what was acknowledged.</summary>
public sealed class FaultedSite : IAsyncLifetime
{
    private readonly string home = Homes.Make();
    private readonly WriteLog log = new();
    private TokenHolder writer = null!;

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
        writer = await TokenHolder.AddAsync(home, Settings);
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
    public string Id => log.First;

    /// <summary>Records an incident; what becomes of it is remembered.</summary>
    public Task<HttpResponseMessage> WriteAsync(int notes = 0) => log.WriteAsync(document => SendAsync(HttpMethod.Post, "/api/incidents", document), notes);

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body = null, string? ifMatch = null) => writer.SendAsync(Server.Http, method, path, body, ifMatch);

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
    public Task AccountAsync() => log.AccountAsync(ReadAsync, Postgres);

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
}
