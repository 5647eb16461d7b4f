using System.Diagnostics;
using System.Threading.Channels;

namespace BorderMap.EndToEnd.Running;

/// <summary>A command of BorderMap in a process of its own, while it runs.</summary>
public sealed class RunningProgram : IAsyncDisposable
{
    private readonly Process process;
    private readonly Channel<string> lines = Channel.CreateUnbounded<string>();
    private readonly List<string> said = [];
    private int openStreams = 2;

    private RunningProgram(Process process)
    {
        this.process = process;
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
    }

    public static RunningProgram Launch(string home, params string[] arguments) => Launch(home, [], arguments);

    /// <summary>The same with settings beside the home.</summary>
    public static RunningProgram Launch(string home, IEnumerable<(string Name, string Value)> settings, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Checkout.Program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["BORDERMAP_HOME"] = home;
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }
        return new RunningProgram(Process.Start(start)!);
    }

    /// <summary>Waits for a line that the text stands in; fails with all it said when it ends before.</summary>
    public async Task<string> SaysAsync(string text)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(3));
        await foreach (var line in lines.Reader.ReadAllAsync(limit.Token))
        {
            said.Add(line);
            if (line.Contains(text, StringComparison.OrdinalIgnoreCase))
            {
                return line;
            }
        }

        throw new InvalidOperationException($"it ended without saying '{text}':\n{string.Join('\n', said)}");
    }

    /// <summary>All that it has said since it was last listened to.</summary>
    public string Rest()
    {
        var rest = new List<string>();
        while (lines.Reader.TryRead(out var line))
        {
            rest.Add(line);
        }

        return string.Join('\n', rest);
    }

    /// <summary>Ends it at once, as a crash would.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Asks it to end, as a service manager does, and gives its exit code.</summary>
    public async Task<int> StopAsync()
    {
        if (!process.HasExited)
        {
            await Command.Run("kill", ["-TERM", process.Id.ToString()]);
        }

        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        await process.WaitForExitAsync(limit.Token);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
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

    private void Hear(string? line)
    {
        if (line is not null)
        {
            lines.Writer.TryWrite(line);
        }
        else if (Interlocked.Decrement(ref openStreams) == 0)
        {
            lines.Writer.TryComplete();
        }
    }
}
