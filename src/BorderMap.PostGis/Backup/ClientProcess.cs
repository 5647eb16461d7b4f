using System.Diagnostics;
using BorderMap.PostGis.Schema;
using Npgsql;

namespace BorderMap.PostGis.Backup;

/// <summary>Runs one of PostgreSQL's client programs on a database. What it needs to connect goes by the environment: no argument shows a password.</summary>
internal static class ClientProcess
{
    private const int ToldCharacters = 2_000;

    /// <param name="program">Its path.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="connectionString">Npgsql's; null: it works on what it is given.</param>
    /// <param name="input">Writes its standard input; null: none.</param>
    /// <param name="output">Reads its standard output; null: it is dropped.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="BackupException">It failed; the message holds what it said.</exception>
    public static async Task RunAsync(string program, IReadOnlyList<string> arguments, string? connectionString, Func<Stream, Task>? input, Func<Stream, Task>? output,
        CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(program) { WorkingDirectory = "/", RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        SetEnvironment(start.Environment, connectionString);
        using var process = Process.Start(start) ?? throw new BackupException($"{program} did not start");
        await using var stop = cancellation.Register(() => process.Kill());
        var said = process.StandardError.ReadToEndAsync(CancellationToken.None);
        var fed = FeedAsync(process, input);
        var read = output?.Invoke(process.StandardOutput.BaseStream) ?? process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
        var faults = await FaultAsync(fed) ?? await FaultAsync(read);
        if (faults is not null)
            process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
        cancellation.ThrowIfCancellationRequested();
        // What it says explains a pipe that it closed.
        if (process.ExitCode != 0 && faults is null or IOException)
            throw new BackupException($"{Path.GetFileName(program)} failed: {Short(await said)}", faults);
        if (faults is not null)
            throw faults;
    }

    private static async Task FeedAsync(Process process, Func<Stream, Task>? input)
    {
        await using var stream = process.StandardInput.BaseStream;
        if (input is not null)
            await input(stream);
    }

    private static async Task<Exception?> FaultAsync(Task task)
    {
        try
        {
            await task;
            return null;
        }
        catch (Exception e)
        {
            return e;
        }
    }

    private static void SetEnvironment(IDictionary<string, string?> environment, string? connectionString)
    {
        foreach (var name in environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal) || name.StartsWith("BORDERMAP", StringComparison.Ordinal)
            || name.StartsWith("LC_", StringComparison.Ordinal)).ToList())
            environment.Remove(name);
        environment["LC_ALL"] = "C.UTF-8";
        if (connectionString is null)
            return;
        var given = new NpgsqlConnectionStringBuilder(connectionString);
        var hosts = ConnectionSettings.Hosts(given);
        foreach (var (name, value) in new (string, string?)[]
        {
            ("PGHOST", string.Join(',', hosts.Select(one => one.Host))), ("PGPORT", string.Join(',', hosts.Select(one => one.Port))), ("PGDATABASE", given.Database ?? given.Username), ("PGUSER", given.Username ?? Environment.UserName),
            ("PGPASSWORD", given.Password), ("PGPASSFILE", given.Passfile), ("PGSSLMODE", given.SslMode == SslMode.VerifyCA ? "verify-ca" : given.SslMode == SslMode.VerifyFull ? "verify-full" : given.SslMode.ToString().ToLowerInvariant()),
            ("PGSSLROOTCERT", given.RootCertificate), ("PGSSLCERT", given.SslCertificate), ("PGSSLKEY", given.SslKey), ("PGCONNECT_TIMEOUT", "30"), ("PGAPPNAME", "bordermap backup"),
            ("PGTARGETSESSIONATTRS", ConnectionSettings.IsSeveral(given) ? "primary" : null),
        })
            if (!string.IsNullOrEmpty(value))
                environment[name] = value;
    }

    private static string Short(string said) => said.Trim() is var text && text.Length > ToldCharacters ? text[..ToldCharacters] + " …" : text;
}
