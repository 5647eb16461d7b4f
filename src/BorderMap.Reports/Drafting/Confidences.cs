using System.Globalization;
using BorderMap.Reports.Happenings;
using BorderMap.Reports.Lexicons;

namespace BorderMap.Reports.Drafting;

/// <summary>
/// How sure a draft is: points for what its own sentence says, read off a table. The table is the share of right drafts, of those that this program
/// made of annotated texts before anybody wrote a rule after them: <c>(right + 1) / (of + 2)</c>, steps pooled where a higher one kept less.
/// </summary>
internal static class Confidences
{
    /// <summary>The share of right drafts by points.</summary>
    private static readonly double[] ByPoints = [.. LexiconFile.Rows("confidence.tsv", "points\tright\tof\tshare").Select(row => double.Parse(row[3], CultureInfo.InvariantCulture))];

    public static double Of(Happening happening, Draft draft)
    {
        var points = (happening.HasOwnPlace || happening.Group is "ceasefire" ? 2 : 0)
            + (happening.Mentions.Any(mention => mention.HasOwnTime) ? 1 : 0)
            + (draft.Claims.Count > 0 ? 1 : 0)
            + (happening.Mentions.Count > 1 ? 1 : 0)
            + (happening.Mentions.Any(mention => mention.Form is not ActForm.Weak) ? 1 : 0);
        return ByPoints[points];
    }
}
