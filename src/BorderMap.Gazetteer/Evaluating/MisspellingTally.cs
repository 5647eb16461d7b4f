namespace BorderMap.Gazetteer.Evaluating;

/// <summary>What came out for a group of misspelt names.</summary>
internal sealed class MisspellingTally
{
    private readonly int[] byStatus = new int[Enum.GetValues<ResolutionStatus>().Length];
    private int all, first, inFive, misleading, resolvedRight;

    public static readonly string[] Header =
        ["", "names", "first", "in five", "ceiling", "resolved", "approximate", "ambiguous", "unknown", "right of resolved"];

    /// <param name="resolution">What the resolver gave.</param>
    /// <param name="right">The ids that are right.</param>
    /// <param name="isMisleading">The name as written spells another place's name better.</param>
    public void Add(Resolution resolution, IReadOnlyList<string> right, bool isMisleading)
    {
        var rank = RankOf(resolution, right);
        all++;
        first += rank == 0 ? 1 : 0;
        inFive += rank is >= 0 and < 5 ? 1 : 0;
        misleading += isMisleading ? 1 : 0;
        byStatus[(int)resolution.Status]++;
        resolvedRight += rank == 0 && resolution.Status is ResolutionStatus.Resolved ? 1 : 0;
    }

    /// <summary>Where the first right candidate stands, from 0; -1 when none does.</summary>
    public static int RankOf(Resolution resolution, IReadOnlyList<string> right) =>
        resolution.Candidates.ToList().FindIndex(candidate => right.Contains(candidate.Place.Id));

    public IReadOnlyList<string> Row(string name) =>
    [
        name, $"{all}", TextTable.Share(first, all), TextTable.Share(inFive, all), TextTable.Share(all - misleading, all),
        .. new[] { ResolutionStatus.Resolved, ResolutionStatus.Approximate, ResolutionStatus.Ambiguous, ResolutionStatus.Unknown }.Select(status => $"{byStatus[(int)status]}"),
        TextTable.Share(resolvedRight, byStatus[(int)ResolutionStatus.Resolved]),
    ];
}
