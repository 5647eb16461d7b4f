namespace BorderMap.Gazetteer.Evaluating;

/// <summary>Whether the scores are the probabilities that they claim to be: answers by band of the best candidate's score, with the share that is right.</summary>
internal sealed class Reliability
{
    private static readonly double[] Bounds = [0, 0.2, 0.4, 0.6, 0.8, 0.9, 0.95, 0.98];
    private readonly (int All, int Right, double Scores)[] bands = new (int, int, double)[Bounds.Length];

    public void Add(double score, bool isRight)
    {
        var band = Array.FindLastIndex(Bounds, bound => score >= bound);
        var (all, right, scores) = bands[band];
        bands[band] = (all + 1, right + (isRight ? 1 : 0), scores + score);
    }

    public void Write(TextWriter output, string title) => TextTable.Write(output, title, ["score", "answers", "mean score", "right"],
        bands.Select((band, i) => (IReadOnlyList<string>)
        [
            FormattableString.Invariant($"{Bounds[i]:F2} - {(i + 1 < Bounds.Length ? Bounds[i + 1] : 1):F2}"),
            $"{band.All}",
            band.All == 0 ? "-" : FormattableString.Invariant($"{band.Scores / band.All:F3}"),
            TextTable.Share(band.Right, band.All),
        ]));
}
