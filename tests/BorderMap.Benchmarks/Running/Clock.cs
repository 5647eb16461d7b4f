using System.Diagnostics;

namespace BorderMap.Benchmarks.Running;

/// <summary>Wall time; the median of several runs.</summary>
internal static class Clock
{
    public const int Runs = 3;

    public static async Task<double> SecondsAsync(Func<Task> act)
    {
        var start = Stopwatch.GetTimestamp();
        await act();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>Times the competitors in turn, so that a slow moment of the machine meets all of them; one round before is not counted.</summary>
    public static async Task<double[]> MedianSecondsAsync(params Func<Task>[] competitors)
    {
        var times = competitors.Select(_ => new List<double>()).ToArray();
        for (var round = 0; round <= Runs; round++)
            for (var i = 0; i < competitors.Length; i++)
            {
                var seconds = await SecondsAsync(competitors[i]);
                if (round > 0)
                    times[i].Add(seconds);
            }
        return [.. times.Select(runs => Quantile(runs, 0.5))];
    }

    /// <summary>Microseconds of each single call, after rounds of a second that are not counted: the compiler has then settled.</summary>
    public static List<double> Microseconds<T>(IReadOnlyList<T> queries, Action<T> act)
    {
        var start = Stopwatch.GetTimestamp();
        do
            foreach (var query in queries)
                act(query);
        while (Stopwatch.GetElapsedTime(start).TotalSeconds < 1);
        return [.. queries.Select(query =>
        {
            var called = Stopwatch.GetTimestamp();
            act(query);
            return Stopwatch.GetElapsedTime(called).TotalMicroseconds;
        })];
    }

    public static double Quantile(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToList();
        return sorted[(int)Math.Round((sorted.Count - 1) * share)];
    }
}
