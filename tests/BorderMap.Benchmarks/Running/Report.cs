using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace BorderMap.Benchmarks.Running;

/// <summary>What one run measured: figures beside the baseline of the same run.</summary>
internal sealed class Report(string unit)
{
    private static readonly string[] Blank = ["", "", ""];

    private readonly List<Measured> lines = [];
    private readonly List<string> notes = [];

    /// <summary>A line of the report.</summary>
    /// <param name="What">What was measured.</param>
    /// <param name="Figure">In the report's unit.</param>
    /// <param name="Baseline">What it is compared with; null: nothing.</param>
    /// <param name="Other">The baseline's figure.</param>
    public sealed record Measured(string What, double Figure, string? Baseline = null, double? Other = null)
    {
        public double? Ratio => Figure / Other;
    }

    public string Unit => unit;
    public IReadOnlyList<Measured> Lines => lines;
    public IReadOnlyList<string> Notes => notes;

    /// <param name="what">What was measured.</param>
    /// <param name="figure">In the report's unit.</param>
    /// <param name="baseline">What it is compared with; null: nothing.</param>
    public void Add(string what, double figure, (string Name, double Figure)? baseline = null) => lines.Add(new(what, figure, baseline?.Name, baseline?.Figure));

    /// <summary>The distribution of single calls beside that of a baseline.</summary>
    public void AddTimes(string what, List<double> times, string baseline, List<double> others)
    {
        foreach (var (words, share) in new[] { ("p50", 0.5), ("p99", 0.99) })
            Add($"{what}, {words}", Clock.Quantile(times, share), ($"{baseline}, {words}", Clock.Quantile(others, share)));
        Add($"{what}, mean", times.Average(), ($"{baseline}, mean", others.Average()));
    }

    public void Note(string words) => notes.Add(words);

    public string Written(string title) => $"{title}\n{Machine()}\n\n{Table(["what", unit, "baseline", $"baseline's {unit}", "ratio"], lines.Select(line => (string[])[line.What, Number(line.Figure), .. line is { Baseline: { } name, Other: { } other, Ratio: { } ratio } ? [name, Number(other), Number(ratio)] : Blank]))}\n"
        + string.Concat(notes.Select(note => $"{note}\n"));

    /// <summary>A table for people: words to the left, figures to the right.</summary>
    public static string Table(string[] head, IEnumerable<string[]> rows)
    {
        var all = rows.Prepend(head).ToList();
        var widths = Enumerable.Range(0, head.Length).Select(column => all.Max(line => line[column].Length)).ToArray();
        var text = new StringBuilder();
        foreach (var line in all.Take(1).Append([.. widths.Select(width => new string('-', width))]).Concat(all.Skip(1)))
            text.Append("| ").AppendJoin(" | ", line.Select((cell, column) => column is 0 or 2 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))).Append(" |\n");
        return text.ToString();
    }

    public static string Number(double figure) => figure.ToString(figure switch { >= 100 => "#,0", >= 1 => "0.0#", _ => "0.####" }, CultureInfo.InvariantCulture);

    /// <summary>What it was measured on.</summary>
    public static string Machine()
    {
        const string model = "model name";
        var processor = File.Exists("/proc/cpuinfo") ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith(model, StringComparison.Ordinal)) : null;
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30;
        return $"{processor?[(processor.IndexOf(':') + 1)..].Trim() ?? "unknown processor"}, {Environment.ProcessorCount} cores, {memory} GB; "
            + $"{RuntimeInformation.OSDescription}; {RuntimeInformation.FrameworkDescription}";
    }
}
