using System.Diagnostics;

namespace BorderMap.EndToEnd.Running;

/// <summary>What a finished program left behind.</summary>
public sealed record Finished(int ExitCode, string Output, string Error);

/// <summary>Runs programs to their end, with a bound on the time.</summary>
public static class Command
{
    /// <summary>Runs a command of BorderMap in the given home.</summary>
    public static Task<Finished> BorderMap(string home, params string[] arguments) => BorderMap(home, [], arguments);

    /// <summary>The same with settings beside the home.</summary>
    public static Task<Finished> BorderMap(string home, IEnumerable<(string Name, string Value)> settings, params string[] arguments) =>
        Run("dotnet", [Checkout.Program, .. arguments], [("BORDERMAP_HOME", home), .. settings]);

    public static async Task<Finished> Run(string program, IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(3));
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var error = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return new Finished(process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
