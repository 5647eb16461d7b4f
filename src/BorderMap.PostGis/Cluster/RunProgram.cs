using System.Diagnostics;

namespace BorderMap.PostGis.Cluster;

/// <summary>Runs PostgreSQL's programs, as another user where this process is root.</summary>
internal static class RunProgram
{
    /// <summary>Runs to the end and gives standard output.</summary>
    /// <exception cref="DatabaseSetupException">It did not exit with 0; the message holds what it said.</exception>
    public static string Start(string program, IReadOnlyList<string> arguments, string? asUser)
    {
        var (exit, output, error) = Try(program, arguments, asUser);
        return exit == 0 ? output : throw new DatabaseSetupException($"{Path.GetFileName(program)} failed (exit {exit}): {(error + output).Trim()}");
    }

    public static (int Exit, string Output, string Error) Try(string program, IReadOnlyList<string> arguments, string? asUser)
    {
        var start = new ProcessStartInfo
        {
            FileName = asUser is null ? program : "setpriv",
            // The unprivileged user may not be able to enter the folder that this process stands in.
            WorkingDirectory = "/",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (asUser is not null)
            foreach (var part in (string[])[$"--reuid={asUser}", $"--regid={asUser}", "--init-groups", "--inh-caps=-all", "--", program])
                start.ArgumentList.Add(part);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        KeepOutOfTheServer(start.Environment);
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start");
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }

    /// <summary>Messages in English, and none of this process's PG settings or secrets in the server's environment.</summary>
    private static void KeepOutOfTheServer(IDictionary<string, string?> environment)
    {
        foreach (var name in environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)
            || name.StartsWith("BORDERMAP", StringComparison.Ordinal) || name.StartsWith("LC_", StringComparison.Ordinal)).ToList())
            environment.Remove(name);
        environment["LC_ALL"] = "C";
    }
}
