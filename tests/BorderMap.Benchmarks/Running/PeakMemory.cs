namespace BorderMap.Benchmarks.Running;

/// <summary>How far this process grew while it did something (Linux: <c>VmHWM</c>, which a 5 in <c>clear_refs</c> starts anew).</summary>
internal static class PeakMemory
{
    /// <returns>MB above what was resident before.</returns>
    public static async Task<double> GrowthAsync(Func<Task> act)
    {
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        await File.WriteAllTextAsync("/proc/self/clear_refs", "5");
        var before = Kilobytes("VmRSS");
        await act();
        return Math.Max(0, Kilobytes("VmHWM") - before) / 1024;
    }

    private static double Kilobytes(string name)
    {
        var line = File.ReadLines("/proc/self/status").First(line => line.StartsWith(name, StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]);
    }
}
