using System.Globalization;
using BorderMap.Reports.Learnt;

namespace BorderMap.Reports.Training;

/// <summary>
/// Multinomial logistic regression, by stochastic gradient with a step of its own for each weight (Duchi, Hazan, Singer 2011, "Adaptive Subgradient
/// Methods") and a pull to nought. The same instances in the same order give the same weights.
/// </summary>
/// <param name="labels">How many labels there are.</param>
/// <param name="pull">How strongly weights are pulled to nought.</param>
internal sealed class Learner(int labels, double pull)
{
    private sealed class Row(int labels)
    {
        public double[] Weight { get; } = new double[labels];
        public double[] Squares { get; } = new double[labels];
        public double[] Sum { get; } = new double[labels];
        public int Count { get; set; }
    }

    /// <summary>By how much a step moves a weight; tried, as the pull, on texts held out in turn.</summary>
    private const double Length = 0.05;

    private const int Rounds = 12;

    /// <summary>The weights are the mean of so many last rounds: the order of the texts then matters less.</summary>
    private const int Averaged = 6;

    /// <summary>A feature seen less often is not learnt.</summary>
    private const int Fewest = 3;

    /// <summary>Weights smaller than this are left out of the file.</summary>
    private const double Least = 0.06;
    private readonly Dictionary<string, Row> rows = new(StringComparer.Ordinal);

    public static Learner Of(IReadOnlyList<string> labels, IEnumerable<Instance> instances, double pull = 1)
    {
        var learner = new Learner(labels.Count, pull);
        learner.Learn([.. instances]);
        return learner;
    }

    private void Learn(IReadOnlyList<Instance> instances)
    {
        foreach (var feature in instances.SelectMany(instance => instance.Features))
        {
            if (!rows.TryGetValue(feature, out var row))
            {
                rows[feature] = row = new Row(labels);
            }
            row.Count++;
        }
        foreach (var rare in rows.Where(row => row.Value.Count < Fewest).Select(row => row.Key).ToList())
        {
            rows.Remove(rare);
        }
        var order = Enumerable.Range(0, instances.Count).ToArray();
        var random = new Random(7);
        for (var round = 0; round < Rounds; round++)
        {
            random.Shuffle(order);
            foreach (var i in order)
            {
                Step(instances[i]);
            }
            if (round >= Rounds - Averaged)
            {
                Sum();
            }
        }
    }

    private void Sum()
    {
        foreach (var row in rows.Values)
        {
            for (var label = 0; label < labels; label++)
            {
                row.Sum[label] += row.Weight[label] / Averaged;
            }
        }
    }

    private void Step(Instance instance)
    {
        var shares = Shares(instance.Features);
        foreach (var feature in instance.Features)
        {
            if (!rows.TryGetValue(feature, out var row))
            {
                continue;
            }
            for (var label = 0; label < labels; label++)
            {
                var gradient = (instance.Weight * (shares[label] - (label == instance.Label ? 1 : 0))) + (pull * row.Weight[label] / row.Count);
                row.Squares[label] += gradient * gradient;
                row.Weight[label] -= Length * gradient / (1e-6 + Math.Sqrt(row.Squares[label]));
            }
        }
    }

    private double[] Shares(IReadOnlyList<string> features)
    {
        var sums = new double[labels];
        foreach (var feature in features)
        {
            if (rows.TryGetValue(feature, out var row))
            {
                for (var label = 0; label < labels; label++)
                {
                    sums[label] += row.Weight[label];
                }
            }
        }
        return Learnt.Weights.SharesOf(sums);
    }

    /// <summary>The weights as a text is read by them.</summary>
    public Weights Weights(IReadOnlyList<string> names) => Learnt.Weights.Of(names, rows.Select(row => (row.Key, Array.ConvertAll(row.Value.Sum, weight => (float)weight))));

    /// <summary>Writes the weights that matter, a row a feature.</summary>
    public void Write(string path, IReadOnlyList<string> names)
    {
        using var writer = new StreamWriter(path) { NewLine = "\n" };
        writer.WriteLine($"feature\t{string.Join('\t', names)}");
        foreach (var (feature, row) in rows.OrderBy(row => row.Key, StringComparer.Ordinal))
        {
            var mean = row.Sum.Average();
            var weights = Array.ConvertAll(row.Sum, weight => Math.Abs(weight - mean) < Least ? "" : (weight - mean).ToString("0.##", CultureInfo.InvariantCulture));
            if (Array.Exists(weights, weight => weight.Length > 0))
            {
                writer.WriteLine($"{feature}\t{string.Join('\t', weights)}");
            }
        }
    }
}
