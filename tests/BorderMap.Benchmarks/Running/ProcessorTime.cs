using System.Diagnostics;
using System.Globalization;

namespace BorderMap.Benchmarks.Running;

/// <summary>Processor time of this process, its children and a PostgreSQL: what a busy machine stretches least.</summary>
internal static class ProcessorTime
{
    private const double TicksASecond = 100;

    /// <param name="postmaster">The server's first process.</param>
    /// <param name="act">What to measure.</param>
    public static async Task<double> SecondsAsync(int postmaster, Func<Task> act)
    {
        var before = Spent(postmaster);
        await act();
        return Spent(postmaster) - before;
    }

    private static double Spent(int postmaster)
    {
        var (own, ownChildren, _) = Read(Environment.ProcessId);
        var (server, ended, _) = Read(postmaster);
        var running = Process.GetProcesses().Select(process => Read(process.Id)).Where(times => times.Parent == postmaster).Sum(times => times.Own);
        return own + ownChildren + server + ended + running;
    }

    /// <summary>Seconds of a process, and of its children that have ended; zero when it is gone.</summary>
    private static (double Own, double Ended, int Parent) Read(int process)
    {
        var file = $"/proc/{process}/stat";
        if (!File.Exists(file))
            return default;
        string text;
        try
        {
            text = File.ReadAllText(file);
        }
        catch (IOException) when (!File.Exists(file))
        {
            return default;
        }
        // After the name, which stands in brackets and may hold anything: state, parent, and times as the 12th to 15th.
        var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
        return (Seconds(11) + Seconds(12), Seconds(13) + Seconds(14), int.Parse(fields[1], CultureInfo.InvariantCulture));

        double Seconds(int field) => long.Parse(fields[field], CultureInfo.InvariantCulture) / TicksASecond;
    }
}
