namespace BorderMap.Reports.Training;

/// <summary>How often weights learnt from other texts are right where they contradict the rules.</summary>
internal static class Trial
{
    private const double Shown = 0.7;
    private static readonly double[] Steps = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

    public static void Show(string name, IReadOnlyList<string> labels, IReadOnlyList<(Instance One, double[] Shares)> all, bool isShown, TextWriter output)
    {
        output.WriteLine($"{name}: {all.Count} instances, {string.Join(", ", labels.Select((label, i) => $"{label} {all.Count(one => one.One.Label == i)}"))}; loss {-all.Average(one => Math.Log(Math.Max(1e-6, one.Shares[one.One.Label]))):0.000}; right by rules {all.Count(one => one.One.Label == one.One.Rule)}, by weights {all.Count(one => one.One.Label == Best(one.Shares))}");
        foreach (var rule in Enumerable.Range(0, Math.Min(labels.Count, 4)))
        {
            var line = Steps.Select(sure => (sure, changed: all.Where(one => one.One.Rule == rule && Best(one.Shares) != rule && one.Shares.Max() >= sure).ToList()))
                .Select(at => $"{at.sure:0.0} {at.changed.Count(one => Best(one.Shares) == one.One.Label)}:{at.changed.Count(one => rule == one.One.Label)}");
            output.WriteLine($"  rules say {labels[rule]}, overruled rightly : wrongly from {string.Join(", ", line)}");
        }
        foreach (var (one, shares) in all.Where(one => isShown && Best(one.Shares) != one.One.Rule && one.Shares.Max() >= Shown))
        {
            output.WriteLine($"{(Best(shares) == one.Label ? "+" : "-")} {shares.Max():0.00} rule {labels[one.Rule]} says {labels[Best(shares)]} is {labels[one.Label]}: {one.Article}: {one.Shown}");
        }
    }

    private static int Best(double[] shares) => Array.IndexOf(shares, shares.Max());
}
