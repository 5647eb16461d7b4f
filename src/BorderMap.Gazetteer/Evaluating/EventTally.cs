namespace BorderMap.Gazetteer.Evaluating;

/// <summary>How far a group of events was put from where it was coded.</summary>
internal sealed class EventTally
{
    private const double ConfidentlyWrongKm = 50;
    private static readonly double[] Within = [25, 50, 161];
    private readonly List<double> distances = [];
    private int all, insideRadius, resolved, confidentlyWrong;

    public static readonly string[] Header =
        ["", "events", .. Within.Select(km => $"<= {km} km"), "in radius", "resolved", $"and > {ConfidentlyWrongKm} km off", "median km"];

    /// <param name="resolution">What the resolver gave.</param>
    /// <param name="km">From its first candidate to the coded position; null without a candidate.</param>
    public void Add(Resolution resolution, double? km)
    {
        all++;
        if (km is not { } distance)
        {
            return;
        }
        distances.Add(distance);
        insideRadius += distance * 1000 <= resolution.Candidates[0].RadiusM ? 1 : 0;
        if (resolution.Status is ResolutionStatus.Resolved)
        {
            resolved++;
            confidentlyWrong += distance > ConfidentlyWrongKm ? 1 : 0;
        }
    }

    public IReadOnlyList<string> Row(string name) =>
    [
        name, $"{all}", .. Within.Select(most => TextTable.Share(distances.Count(km => km <= most), all)),
        TextTable.Share(insideRadius, all), $"{resolved}", TextTable.Share(confidentlyWrong, all), Median(),
    ];

    private string Median() => distances.Count == 0 ? "-" : FormattableString.Invariant($"{distances.Order().ElementAt(distances.Count / 2):F1}");
}
