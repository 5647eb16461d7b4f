using System.Net;
using System.Text.Json;
using BorderMap.EndToEnd.Running;

namespace BorderMap.EndToEnd.Faults;

/// <summary>A primary, a standby that streams from it, and two processes of the program over both.</summary>
public sealed class ReplicatedSite : IAsyncLifetime
{
    /// <summary>What a server needs that others replicate from, or that is rewound.</summary>
    private const string Replicating = "max_connections = 60\nshared_buffers = 32MB\nwal_log_hints = on\nwal_keep_size = 2GB\nwal_receiver_status_interval = 1s\nhot_standby_feedback = on\n";

    /// <summary>The most that anything may take that is waited for: the machine may be busy.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly string[] homes = [Homes.Make(), Homes.Make()];
    private readonly WriteLog log = new();
    private TokenHolder writer = null!;
    private Wire[] wires = [];

    /// <summary>The primary at the beginning.</summary>
    public PostgresNode First { get; } = new();

    /// <summary>The standby at the beginning.</summary>
    public PostgresNode Second { get; } = new();

    public IReadOnlyList<RunningServer> Nodes { get; private set; } = [];

    /// <summary>Both nodes have one public address, as behind a load balancer.</summary>
    public (string, string)[] Settings =>
    [
        ("BORDERMAP_DATABASE", $"Host=127.0.0.1:{wires[0].Port},127.0.0.1:{wires[1].Port};Username=postgres;Database=map;Command Timeout=10"),
        ("BORDERMAP_STARTER", "off"), ("BORDERMAP_PUBLIC_URL", "https://map.example.org"), ("BORDERMAP_REQUEST_RATE", "off"),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await First.MakeAsync(Replicating);
        await Second.FollowAsync(First);
        wires = [new Wire(First.Socket), new Wire(Second.Socket)];
        var one = await RunningServer.StartAsync(homes[0], Settings);
        Nodes = [one];
        Nodes = [one, await RunningServer.StartAsync(homes[1], Settings)];
        writer = await TokenHolder.AddAsync(homes[0], Settings);
        await WriteAsync(0);
        await LevelAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in Nodes)
        {
            await node.DisposeAsync();
        }
        foreach (var wire in wires)
        {
            await wire.DisposeAsync();
        }
        await Second.DisposeAsync();
        await First.DisposeAsync();
        foreach (var home in homes)
        {
            Homes.Remove(home);
        }
    }

    /// <summary>Records an incident through a node; what becomes of it is remembered.</summary>
    public Task<HttpResponseMessage> TryWriteAsync(int node) => log.WriteAsync(document => SendAsync(node, HttpMethod.Post, "/api/incidents", document));

    /// <summary>Records an incident and gives its id.</summary>
    public async Task<string> WriteAsync(int node)
    {
        using var response = await TryWriteAsync(node);
        var text = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.True(response.StatusCode == HttpStatusCode.Created, $"{response.StatusCode} {text}\n{Nodes[node].Said()}");
        using var document = JsonDocument.Parse(text);
        return document.RootElement.GetProperty("id").GetString()!;
    }

    public Task<HttpResponseMessage> SendAsync(int node, HttpMethod method, string path, object? body = null) => writer.SendAsync(Nodes[node].Http, method, path, body);

    /// <summary>A read through a node as anyone does it.</summary>
    public Task<HttpResponseMessage> ReadAsync(int node, string path) => Nodes[node].Http.GetAsync(path, Cancellation);

    public async Task<HttpStatusCode> StatusAsync(int node, string path)
    {
        using var response = await ReadAsync(node, path);
        return response.StatusCode;
    }

    /// <summary>The public sequence as a node has it.</summary>
    public async Task<long> PubAsync(int node) => (await Nodes[node].JsonAsync("readyz")).GetProperty("pub").GetInt64();

    /// <summary>Waits until both servers have the same.</summary>
    public Task LevelAsync() => UntilAsync(async () => Equals(await First.ExecuteAsync("select pub from public_state"), await Second.ExecuteAsync("select pub from public_state")), "both servers have the same");

    public static async Task UntilAsync(Func<Task<bool>> isSo, string what)
    {
        for (var began = System.Diagnostics.Stopwatch.GetTimestamp(); !await isSo();)
        {
            Assert.True(System.Diagnostics.Stopwatch.GetElapsedTime(began) < Patience, $"Never: {what}");
            await Task.Delay(50, Cancellation);
        }
    }

    /// <summary>Both nodes have every acknowledged write, and nothing of the refused ones.</summary>
    /// <param name="primary">The server that takes writes now.</param>
    public async Task AccountAsync(PostgresNode primary)
    {
        for (var node = 0; node < Nodes.Count; node++)
        {
            var at = node;
            await log.AccountAsync(path => SendAsync(at, HttpMethod.Get, path), primary);
        }
    }

    /// <summary>What the program's own check says, from the first node's home.</summary>
    public async Task<string> DoctorAsync() => (await Command.BorderMap(homes[0], Settings, "doctor", "--url", Nodes[0].Address.ToString())).Output;

    public Task<Finished> BackUpAsync(string file) => Command.BorderMap(homes[0], Settings, "backup", file);
}
