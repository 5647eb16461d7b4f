using BorderMap.Gazetteer;
using BorderMap.Reports.Happenings;
using BorderMap.Reports.Learnt;
using BorderMap.Reports.Tests.Scoring;

namespace BorderMap.Reports.Training;

/// <summary>
/// Learns which kind of happening a sentence tells, then whether a telling is one of the border. The second learns from texts that were read by weights
/// of the first that did not know them: else it would trust them too much.
/// </summary>
internal sealed class Course
{
    private const int Folds = 5;

    /// <summary>Texts that the rules were written after count less: on others the rules are right less often.</summary>
    private const double WeightOfKnown = 0.3;

    private readonly Dictionary<string, int> foldOf;
    private readonly List<Instance> kinds;
    private readonly List<Weights> kindsOf;
    private readonly List<Instance> tellings = [];

    public Course(Atlas atlas, IReadOnlyList<Article> articles)
    {
        foldOf = articles.Select((article, number) => (article.Name, number)).ToDictionary(pair => pair.Name, pair => pair.number % Folds);
        kinds = [.. articles.SelectMany(new SentenceKinds(new Extractor(atlas, Models.None)).Of)];
        kindsOf = LearntWithout(kinds, KindsByWords.Labels);
        for (var fold = 0; fold < Folds; fold++)
        {
            var read = new Tellings(new Extractor(atlas, Models.None with { Kinds = kindsOf[fold] }));
            tellings.AddRange(articles.Where(article => foldOf[article.Name] == fold).SelectMany(article => read.Of(article).Select(one => IsKnown(article) ? one with { Weight = WeightOfKnown } : one)));
        }
    }

    /// <summary>Says how often the weights are right on texts that they were not learnt from.</summary>
    /// <param name="shown">The name of what is shown one by one; null: nothing.</param>
    /// <param name="output">Receives the lines.</param>
    public void Try(string? shown, TextWriter output)
    {
        var tellingsOf = LearntWithout(tellings, Likelihood.Labels);
        Trial.Show("kinds", KindsByWords.Labels, [.. kinds.Select(one => (one, kindsOf[foldOf[one.Article]].Shares(one.Features)))], shown is "kinds", output);
        Trial.Show("tellings", Likelihood.Labels, [.. tellings.Where(one => one.Weight is 1).Select(one => (one, tellingsOf[foldOf[one.Article]].Shares(one.Features)))], shown is "tellings", output);
    }

    /// <summary>Writes the weights learnt from all texts.</summary>
    public void Write(string folder)
    {
        Learner.Of(KindsByWords.Labels, kinds).Write(Path.Combine(folder, "kind-weights.tsv"), KindsByWords.Labels);
        Learner.Of(Likelihood.Labels, tellings).Write(Path.Combine(folder, "telling-weights.tsv"), Likelihood.Labels);
    }

    private List<Weights> LearntWithout(List<Instance> instances, IReadOnlyList<string> labels) =>
        [.. Enumerable.Range(0, Folds).Select(fold => Learner.Of(labels, instances.Where(one => foldOf[one.Article] != fold)).Weights(labels))];

    private static bool IsKnown(Article article) => article.Incidents.Exists(incident => incident.Words is null);
}
