using System.Text.Json;
using System.Text.RegularExpressions;

namespace BorderMap.EndToEnd.Running;

/// <summary>BorderMap as a user runs it: a process of its own with a home of its own, on a free loopback port.</summary>
public sealed partial class RunningServer : IAsyncDisposable
{
    private readonly RunningProgram program;

    private RunningServer(RunningProgram program, string home, Uri address)
    {
        this.program = program;
        Home = home;
        Address = address;
        Http = new HttpClient { BaseAddress = address };
    }

    public string Home { get; }
    public Uri Address { get; }
    public HttpClient Http { get; }

    /// <summary>Starts it and waits until it says its address.</summary>
    public static async Task<RunningServer> StartAsync(string home, params (string Name, string Value)[] settings)
    {
        var program = RunningProgram.Launch(home, settings, "serve", "--urls", "http://127.0.0.1:0");
        try
        {
            var line = await program.SaysAsync("http://127.0.0.1:");
            return new RunningServer(program, home, new Uri(AddressPattern().Match(line).Value));
        }
        catch
        {
            await program.DisposeAsync();
            throw;
        }
    }

    /// <summary>How many incidents the API says there are under a filter.</summary>
    public async Task<int> CountAsync(string filter = "") =>
        (await JsonAsync($"api/incidents?limit=1&{filter}".TrimEnd('&'))).GetProperty("numberMatched").GetInt32();

    public async Task<JsonElement> JsonAsync(string path)
    {
        using var document = JsonDocument.Parse(await Http.GetStringAsync(path, TestContext.Current.CancellationToken));
        return document.RootElement.Clone();
    }

    public Task<int> StopAsync() => program.StopAsync();

    /// <summary>What it has said since it said its address.</summary>
    public string Said() => program.Rest();

    /// <summary>Ends it at once, as a crash would.</summary>
    public Task KillAsync() => program.KillAsync();

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await program.DisposeAsync();
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:[1-9][0-9]*")]
    private static partial Regex AddressPattern();
}
