using BorderMap.Gazetteer.Loading;
using BorderMap.Gazetteer.Resolving;

namespace BorderMap.Gazetteer.Evaluating;

/// <summary>Fits the weights of <see cref="Weights"/> to made-up queries by the greatest likelihood.</summary>
public static class ConfidenceFit
{
    private const int Fitted = 19, FirstOfUnlisted = 17, OtherTime = 16;
    private const int Rounds = 400;
    private const double Step = 0.1;

    /// <summary>A weak pull to where the fit began (Gaussian prior), for weights of which the samples say little.</summary>
    private const double Pull = 1e-4;

    /// <summary>Writes the fitted terms, in the form of <c>rules/confidence.tsv</c>.</summary>
    /// <param name="dataFolder">The folder that holds <c>gazetteer/</c>.</param>
    /// <param name="seed">Of the random numbers: the same seed gives the same weights.</param>
    /// <param name="samples">How many queries to make up.</param>
    /// <param name="output">Takes the table.</param>
    /// <param name="log">Told how well the weights fit, before and after.</param>
    /// <param name="cancellation">Stops it.</param>
    public static void Run(string dataFolder, int seed, int samples, TextWriter output, TextWriter log, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(log);
        var atlas = Atlas.Load(dataFolder, cancellation);
        var folder = Path.Combine(dataFolder, "gazetteer");
        var weightFile = GazetteerFile.Read(folder, $"rules/{Weights.File}", cancellation);
        var random = new Random(seed);
        var made = new Samples(atlas, Misspeller.Read(GazetteerFile.Read(folder, "rules/build/misspellings.tsv", cancellation), random), random);
        var list = new List<Sample>(samples);
        for (var i = 0; i < samples; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            list.Add(made.Next());
        }
        var begin = Weights.Read(weightFile).Values.Take(Fitted).ToArray();
        var fitted = Climb(list, begin, cancellation);
        log.WriteLine(FormattableString.Invariant($"{samples} queries, log-likelihood a query {Likelihood(list, begin, null):F4} before, {Likelihood(list, fitted, null):F4} after"));
        Write(weightFile, fitted, output);
    }

    /// <summary>Gradient ascent with momentum and a step of its own for each weight (Adam: Kingma and Ba 2015); weights stay at 0 or above.</summary>
    private static double[] Climb(List<Sample> samples, double[] begin, CancellationToken cancellation)
    {
        var (weights, first, second) = ((double[])begin.Clone(), new double[Fitted], new double[Fitted]);
        for (var round = 1; round <= Rounds; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            var slope = new double[Fitted];
            Likelihood(samples, weights, slope);
            for (var i = 0; i < Fitted; i++)
            {
                var up = slope[i] - (2 * Pull * (weights[i] - begin[i]));
                first[i] = (0.9 * first[i]) + (0.1 * up);
                second[i] = (0.999 * second[i]) + (0.001 * up * up);
                var step = Step * (first[i] / (1 - Math.Pow(0.9, round))) / (Math.Sqrt(second[i] / (1 - Math.Pow(0.999, round))) + 1e-9);
                weights[i] = i == OtherTime ? begin[i] : Math.Max(0, weights[i] + step);
            }
        }
        return weights;
    }

    /// <summary>The mean log-likelihood of the samples; adds its slope by each weight when asked to.</summary>
    private static double Likelihood(List<Sample> samples, double[] weights, double[]? slope)
    {
        var total = 0.0;
        foreach (var sample in samples)
        {
            var unlisted = FirstOfUnlisted + (sample.IsInside ? 1 : 0);
            var odds = Array.ConvertAll(sample.Clues, clues => OddsOf(clues, weights));
            var oddsUnlisted = Math.Exp(-weights[unlisted]);
            var all = odds.Sum() + oddsUnlisted;
            var right = odds.Where((_, i) => sample.IsRight[i]).Sum();
            var isUnlisted = right == 0;
            right = isUnlisted ? oddsUnlisted : right;
            total += Math.Log(right / all);
            if (slope is null)
            {
                continue;
            }
            slope[unlisted] += ((oddsUnlisted / all) - (isUnlisted ? 1 : 0)) / samples.Count;
            for (var c = 0; c < odds.Length; c++)
            {
                var excess = ((odds[c] / all) - (sample.IsRight[c] ? odds[c] / right : 0)) / samples.Count;
                for (var i = 0; i < sample.Clues[c].Length; i++)
                {
                    slope[i] += excess * sample.Clues[c][i];
                }
            }
        }
        return total / samples.Count;
    }

    private static double OddsOf(float[] clues, double[] weights)
    {
        var sum = 0.0;
        for (var i = 0; i < clues.Length; i++)
        {
            sum += clues[i] * weights[i];
        }
        return Math.Exp(-sum);
    }

    /// <summary>The file as it is, with new values.</summary>
    private static void Write(GazetteerFile file, double[] fitted, TextWriter output)
    {
        var rows = file.Rows("term\tvalue\twhy");
        output.Write("term\tvalue\twhy\n");
        while (rows.MoveNext())
        {
            var term = Array.IndexOf(Weights.Terms, rows.Text(0));
            output.Write($"{rows.Text(0)}\t{(term < Fitted ? FormattableString.Invariant($"{fitted[term]:F3}") : rows.Text(1))}\t{rows.Text(2)}\n");
        }
    }
}
