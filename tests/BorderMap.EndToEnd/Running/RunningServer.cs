using System.Diagnostics;
using System.Text.RegularExpressions;
using System.Threading.Channels;

namespace BorderMap.EndToEnd.Running;

/// <summary>BorderMap as a user runs it: a process of its own with a home of its own, on a free loopback port.</summary>
public sealed partial class RunningServer : IAsyncDisposable
{
    private readonly Process process;
    private readonly Channel<string> messages = Channel.CreateUnbounded<string>();

    private RunningServer(Process process, string home)
    {
        this.process = process;
        Home = home;
        process.ErrorDataReceived += (_, line) => Write(line.Data);
        process.OutputDataReceived += (_, line) => Write(line.Data);
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
    }

    public string Home { get; }
    public Uri Address { get; private set; } = new("http://127.0.0.1");
    public int ProcessId => process.Id;
    public HttpClient Http { get; private set; } = new();

    /// <summary>Starts it and waits until it says its address; fails with all it said when it ends before.</summary>
    public static async Task<RunningServer> StartAsync(string home, params (string Name, string Value)[] environment)
    {
        var server = Launch(home, environment);
        try
        {
            await server.WaitForAddressAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts it and does not wait.</summary>
    public static RunningServer Launch(string home, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [Checkout.Program, "serve", "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["BORDERMAP_HOME"] = home;
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new RunningServer(Process.Start(start)!, home);
    }

    public async Task WaitForAddressAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(3));
        var said = new List<string>();
        await foreach (var line in messages.Reader.ReadAllAsync(limit.Token))
        {
            said.Add(line);
            if (AddressPattern().Match(line) is { Success: true } match)
            {
                Address = new Uri(match.Value);
                Http = new HttpClient { BaseAddress = Address };
                return;
            }
        }

        throw new InvalidOperationException($"the server ended before it was ready:\n{string.Join('\n', said)}");
    }

    /// <summary>Ends it at once, as a crash would.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Asks it to end, as Ctrl+C does, and gives its exit code.</summary>
    public async Task<int> StopAsync()
    {
        if (!process.HasExited)
        {
            await Command.Run("kill", ["-TERM", process.Id.ToString()]);
        }

        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await process.WaitForExitAsync(limit.Token);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        try
        {
            await StopAsync();
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }

            process.Dispose();
        }
    }

    private void Write(string? line)
    {
        if (line is null)
        {
            messages.Writer.TryComplete();
        }
        else
        {
            messages.Writer.TryWrite(line);
        }
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:[1-9][0-9]*")]
    private static partial Regex AddressPattern();
}
