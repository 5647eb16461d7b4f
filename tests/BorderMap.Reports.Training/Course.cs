using BorderMap.Gazetteer;
using BorderMap.Reports.Happenings;
using BorderMap.Reports.Learnt;
using BorderMap.Reports.Tests.Scoring;

namespace BorderMap.Reports.Training;

/// <summary>
/// Learns which kind of happening a sentence tells, then whether a telling is one of the border, then whether what was put together stands by itself.
/// Each learns from texts that were read by weights of the one before that did not know them: else it would trust them too much.
/// </summary>
internal sealed class Course
{
    private const int Folds = 5;

    /// <summary>Texts that the rules were written after count less: on others the rules are right less often.</summary>
    private const double WeightOfKnown = 0.3;

    /// <summary>Of drafts there are fewer, and their features say more each: a stronger pull to nought kept more, on texts that nobody had read.</summary>
    private const double PullOfStandings = 12;

    private readonly Atlas atlas;
    private readonly Dictionary<string, int> foldOf;
    private readonly List<Instance> kinds;
    private readonly List<Weights> kindsOf, tellingsOf;
    private readonly List<Instance> tellings = [];
    private readonly List<Instance> standings = [];

    public Course(Atlas atlas, IReadOnlyList<Article> articles)
    {
        this.atlas = atlas;
        foldOf = articles.Select((article, number) => (article.Name, number)).ToDictionary(pair => pair.Name, pair => pair.number % Folds);
        kinds = [.. articles.SelectMany(new SentenceKinds(new Extractor(atlas, Models.None)).Of)];
        kindsOf = LearntWithout(kinds, KindsByWords.Labels);
        tellings.AddRange(InTurn(articles, fold => new Tellings(new Extractor(atlas, Models.None with { Kinds = kindsOf[fold] })).Of));
        tellingsOf = LearntWithout(tellings, Likelihood.Labels);
        standings.AddRange(InTurn(articles, fold => new Standings(new Extractor(atlas, Models.None with { Kinds = kindsOf[fold], Tellings = tellingsOf[fold] })).Of));
    }

    /// <summary>What is learnt from each text, read by weights that do not know it.</summary>
    private IEnumerable<Instance> InTurn(IReadOnlyList<Article> articles, Func<int, Func<Article, IEnumerable<Instance>>> readerOf) => Enumerable.Range(0, Folds).Select(fold => (Fold: fold, Read: readerOf(fold)))
        .SelectMany(turn => articles.Where(article => foldOf[article.Name] == turn.Fold).SelectMany(article => turn.Read(article).Where(one => one.Weight > 0).Select(one => IsKnown(article) ? one with { Weight = WeightOfKnown } : one)));

    /// <summary>Says how often the weights are right on texts that they were not learnt from.</summary>
    /// <param name="shown">The name of what is shown one by one; null: nothing.</param>
    /// <param name="output">Receives the lines.</param>
    public void Try(string? shown, TextWriter output)
    {
        Trial.Show("kinds", KindsByWords.Labels, [.. kinds.Select(one => (one, kindsOf[foldOf[one.Article]].Shares(one.Features)))], shown is "kinds", output);
        Trial.Show("tellings", Likelihood.Labels, [.. tellings.Where(one => one.Weight is 1).Select(one => (one, tellingsOf[foldOf[one.Article]].Shares(one.Features)))], shown is "tellings", output);
        var standingsOf = LearntWithout(standings, Assembly.Standings, PullOfStandings);
        Trial.Show("standings", Assembly.Standings, [.. standings.Where(one => one.Weight is 1).Select(one => (one, standingsOf[foldOf[one.Article]].Shares(one.Features)))], shown is "standings", output);
    }

    /// <summary>Writes the weights learnt from all texts, and how often drafts made by them are right in texts held back.</summary>
    public void Write(string folder, IEnumerable<Article> heldBack)
    {
        var (ofKinds, ofTellings, ofStandings) = (Learner.Of(KindsByWords.Labels, kinds), Learner.Of(Likelihood.Labels, tellings), Learner.Of(Assembly.Standings, standings, PullOfStandings));
        ofKinds.Write(Path.Combine(folder, "kind-weights.tsv"), KindsByWords.Labels);
        ofTellings.Write(Path.Combine(folder, "telling-weights.tsv"), Likelihood.Labels);
        ofStandings.Write(Path.Combine(folder, "standing-weights.tsv"), Assembly.Standings);
        var read = new Standings(new Extractor(atlas, Models.None with { Kinds = ofKinds.Weights(KindsByWords.Labels), Tellings = ofTellings.Weights(Likelihood.Labels) }));
        var weights = ofStandings.Weights(Assembly.Standings);
        ConfidenceTable.Write(Path.Combine(folder, "confidence.tsv"), [.. heldBack.SelectMany(read.Of).Select(one => (weights.Shares(one.Features)[^1], one.Label == Standings.Own))]);
    }

    private List<Weights> LearntWithout(List<Instance> instances, IReadOnlyList<string> labels, double pull = 1) =>
        [.. Enumerable.Range(0, Folds).Select(fold => Learner.Of(labels, instances.Where(one => foldOf[one.Article] != fold), pull).Weights(labels))];

    private static bool IsKnown(Article article) => article.Incidents.Exists(incident => incident.Words is null);
}
