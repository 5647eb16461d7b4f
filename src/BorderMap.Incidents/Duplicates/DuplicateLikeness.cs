namespace BorderMap.Incidents.Duplicates;

/// <summary>How likely two incidents are one happening. A help for people: nothing is joined by it, and no figures are added.</summary>
/// <param name="Score">From 0 to 1.</param>
/// <param name="Reasons">What speaks for it, in words: "same day", "3 km apart", "both 5 killed".</param>
/// <param name="Doubts">What speaks against it.</param>
public sealed record DuplicateLikeness(double Score, IReadOnlyList<string> Reasons, IReadOnlyList<string> Doubts)
{
    /// <summary>Likely enough to be shown to somebody who writes or reviews one of the two.</summary>
    public bool IsWorthALook => Score >= LikenessRules.Current.ShownFrom;

    /// <summary>Likely enough to be looked for by somebody who does not.</summary>
    public bool IsLikely => Score >= LikenessRules.Current.LikelyFrom;
}
