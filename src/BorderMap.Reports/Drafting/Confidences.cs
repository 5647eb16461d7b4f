using System.Globalization;
using BorderMap.Reports.Happenings;
using BorderMap.Reports.Lexicons;

namespace BorderMap.Reports.Drafting;

/// <summary>
/// How sure a draft is: how likely it stands by itself, read off a table. The table is the share of right drafts, of those that this program made of
/// annotated texts that no weight was learnt from and no rule written after: <c>(right + 1) / (of + 2)</c>, steps pooled where a higher one kept less.
/// </summary>
internal static class Confidences
{
    /// <summary>The share of right drafts from each standing on, the highest first.</summary>
    private static readonly (double From, double Share)[] Steps = [.. LexiconFile.Rows("confidence.tsv", "from\tright\tof\tshare").Select(row => (Number(row[0]), Number(row[3]))).Reverse()];

    public static double Of(Happening happening) => Steps.FirstOrDefault(step => happening.Standing >= step.From, Steps[^1]).Share;

    private static double Number(string written) => double.Parse(written, CultureInfo.InvariantCulture);
}
