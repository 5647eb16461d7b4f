using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace BorderMap.Benchmarks.Running;

/// <summary>What one run measured: figures beside the baseline of the same run.</summary>
internal sealed class Report(string unit)
{
    private readonly List<string[]> lines = [["what", unit, "baseline", $"baseline's {unit}", "ratio"]];
    private readonly List<string> notes = [];

    /// <param name="what">What was measured.</param>
    /// <param name="figure">In the report's unit.</param>
    /// <param name="baseline">What it is compared with; null: nothing.</param>
    public void Add(string what, double figure, (string Name, double Figure)? baseline = null) => lines.Add(baseline is var (name, other)
        ? [what, Number(figure), name, Number(other), Number(figure / other)]
        : [what, Number(figure), "", "", ""]);

    /// <summary>The distribution of single calls beside that of a baseline.</summary>
    public void AddTimes(string what, List<double> times, string baseline, List<double> others)
    {
        foreach (var (words, share) in new[] { ("p50", 0.5), ("p99", 0.99) })
            Add($"{what}, {words}", Clock.Quantile(times, share), ($"{baseline}, {words}", Clock.Quantile(others, share)));
        Add($"{what}, mean", times.Average(), ($"{baseline}, mean", others.Average()));
    }

    public void Note(string words) => notes.Add(words);

    public string Written(string title)
    {
        var widths = Enumerable.Range(0, lines[0].Length).Select(column => lines.Max(line => line[column].Length)).ToArray();
        var text = new StringBuilder($"{title}\n{Machine()}\n\n");
        foreach (var line in lines.Take(1).Append([.. widths.Select(width => new string('-', width))]).Concat(lines.Skip(1)))
            text.Append("| ").AppendJoin(" | ", line.Select((cell, column) => column is 0 or 2 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))).Append(" |\n");
        return text.Append('\n').AppendJoin("", notes.Select(note => $"{note}\n")).ToString();
    }

    public static string Number(double figure) => figure.ToString(figure switch { >= 100 => "#,0", >= 1 => "0.0#", _ => "0.####" }, CultureInfo.InvariantCulture);

    private static string Machine()
    {
        const string model = "model name";
        var processor = File.Exists("/proc/cpuinfo") ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith(model, StringComparison.Ordinal)) : null;
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30;
        return $"{processor?[(processor.IndexOf(':') + 1)..].Trim() ?? "unknown processor"}, {Environment.ProcessorCount} cores, {memory} GB; "
            + $"{RuntimeInformation.OSDescription}; {RuntimeInformation.FrameworkDescription}";
    }
}
