using System.Globalization;
using BorderMap.Reports.Happenings;

namespace BorderMap.Reports.Training;

/// <summary>How often drafts were right by how likely they stood, in texts that nothing was learnt from.</summary>
internal static class ConfidenceTable
{
    private static readonly double[] From = [Assembly.LeastOwn, 0.5, 0.7, 0.8, 0.9, 0.95];

    /// <param name="path">The file.</param>
    /// <param name="drafts">How likely each stands, and whether it is right.</param>
    public static void Write(string path, IReadOnlyList<(double Standing, bool IsRight)> drafts)
    {
        var steps = From.Select((from, i) => (From: from, Drafts: drafts.Where(draft => draft.Standing >= from && (i + 1 == From.Length || draft.Standing < From[i + 1])).ToList()))
            .Select(step => (step.From, Right: step.Drafts.Count(draft => draft.IsRight), Of: step.Drafts.Count)).ToList();
        using var writer = new StreamWriter(path) { NewLine = "\n" };
        writer.WriteLine("from\tright\tof\tshare");
        for (var i = 0; i < steps.Count; i++)
        {
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{steps[i].From}\t{steps[i].Right}\t{steps[i].Of}\t{Pooled(steps, i):0.00}"));
        }
    }

    /// <summary>The share of a step, together with those around it that would turn the order (isotonic regression: the least of the means up to it, and the most of those).</summary>
    private static double Pooled(List<(double From, int Right, int Of)> steps, int at) =>
        Enumerable.Range(0, at + 1).Max(from => Enumerable.Range(at, steps.Count - at).Min(to => (steps.Take(to + 1).Skip(from).Sum(step => step.Right) + 1.0) / (steps.Take(to + 1).Skip(from).Sum(step => step.Of) + 2.0)));
}
