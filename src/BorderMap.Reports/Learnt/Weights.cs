using System.Globalization;
using BorderMap.Reports.Lexicons;

namespace BorderMap.Reports.Learnt;

/// <summary>
/// Weights of features for a choice between labels, learnt from annotated texts: multinomial logistic regression (a maximum entropy model).
/// The file has a row a feature and a column a label, so that a person can read why a choice was made; a weight too small to matter is blank.
/// </summary>
internal sealed class Weights
{
    private readonly Dictionary<string, float[]> byFeature = new(StringComparer.Ordinal);

    private readonly Dictionary<string, float[]>.AlternateLookup<ReadOnlySpan<char>> byLetters;

    private Weights(IReadOnlyList<string> labels) => (Labels, byLetters) = (labels, byFeature.GetAlternateLookup<ReadOnlySpan<char>>());

    public IReadOnlyList<string> Labels { get; }

    /// <param name="name">The embedded file.</param>
    /// <param name="labels">Its columns, in their order.</param>
    public static Weights Read(string name, IReadOnlyList<string> labels) => Of(labels, LexiconFile.Rows(name, $"feature\t{string.Join('\t', labels)}")
        .Select(row => (row[0], row.Skip(1).Select(cell => cell.Length == 0 ? 0 : float.Parse(cell, CultureInfo.InvariantCulture)).ToArray())));

    /// <param name="labels">The labels, in the order of each row's weights.</param>
    /// <param name="rows">Features with their weights.</param>
    public static Weights Of(IReadOnlyList<string> labels, IEnumerable<(string Feature, float[] Row)> rows)
    {
        var weights = new Weights(labels);
        foreach (var (feature, row) in rows)
        {
            weights.byFeature[feature] = row;
        }
        return weights;
    }

    /// <summary>What one feature says for a label; 0 where it is not known.</summary>
    public float Of(string feature, int label) => byFeature.TryGetValue(feature, out var row) ? row[label] : 0;

    /// <summary>What one feature says for each label; null where it is not known.</summary>
    public float[]? RowOf(ReadOnlySpan<char> feature) => byLetters.TryGetValue(feature, out var row) ? row : null;

    /// <summary>How likely each label is, together 1. Without any known feature all are as likely.</summary>
    public double[] Shares(IEnumerable<string> names)
    {
        var features = new Features(this);
        foreach (var name in names)
        {
            features.Add(name.AsSpan());
        }
        return features.Shares();
    }

    /// <summary>Shares that together are 1, of sums of weights (softmax), in the array that is given.</summary>
    public static double[] SharesOf(double[] sums)
    {
        var most = sums.Max();
        var all = 0.0;
        for (var i = 0; i < sums.Length; i++)
        {
            sums[i] = Math.Exp(sums[i] - most);
            all += sums[i];
        }
        for (var i = 0; i < sums.Length; i++)
        {
            sums[i] /= all;
        }
        return sums;
    }
}
