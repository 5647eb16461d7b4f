using BorderMap.Reports.Happenings;

namespace BorderMap.Reports.Drafting;

/// <summary>How sure a draft is: points for what its own sentence says, read off a table made on the development set.</summary>
internal static class Confidences
{
    /// <summary>The share of right drafts by points.</summary>
    private static readonly double[] ByPoints = [0.4, 0.55, 0.7, 0.8, 0.88, 0.92, 0.95];

    public static double Of(Happening happening, Draft draft)
    {
        var points = (happening.HasOwnPlace ? 2 : 0)
            + (happening.Mentions.Any(mention => mention.HasOwnTime) ? 1 : 0)
            + (draft.Claims.Count > 0 ? 1 : 0)
            + (happening.Mentions.Count > 1 ? 1 : 0)
            + (happening.Mentions.Any(mention => mention.Form is not ActForm.Weak) ? 1 : 0);
        return ByPoints[points];
    }
}
