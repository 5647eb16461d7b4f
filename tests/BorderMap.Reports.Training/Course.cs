using BorderMap.Gazetteer;
using BorderMap.Reports.Happenings;
using BorderMap.Reports.Learnt;
using BorderMap.Reports.Tests.Scoring;

namespace BorderMap.Reports.Training;

/// <summary>
/// Learns which kind of happening a sentence tells, then whether a telling is one of the border, then where it happened, what a figure is of and who says it. Each learns from
/// texts that were read by weights of those before it that did not know the text: else it would trust them too much.
/// </summary>
internal sealed class Course
{
    private const int Folds = 5;

    /// <summary>Texts that the rules were written after count less: on others the rules are right less often.</summary>
    private const double WeightOfKnown = 0.3;

    private readonly Dictionary<string, int> foldOf;
    private readonly IReadOnlySet<string> fresh;
    private readonly List<Instance> kinds;
    private readonly List<Weights> kindsOf;
    private readonly List<Instance> tellings = [];
    private readonly List<Weights> tellingsOf;
    private readonly List<ChoiceInstance> places = [];
    private readonly List<ChoiceInstance> homes = [];
    private readonly List<ChoiceInstance> claimants = [];

    /// <param name="atlas">The gazetteer.</param>
    /// <param name="articles">The annotated texts.</param>
    /// <param name="fresh">Names of those that no rule was written after.</param>
    public Course(Atlas atlas, IReadOnlyList<Article> articles, IReadOnlySet<string> fresh)
    {
        this.fresh = fresh;
        foldOf = articles.Select((article, number) => (article.Name, number)).ToDictionary(pair => pair.Name, pair => pair.number % Folds);
        kinds = [.. articles.SelectMany(new SentenceKinds(new Extractor(atlas, Models.None)).Of)];
        kindsOf = LearntWithout(kinds, KindsByWords.Labels);
        foreach (var (article, fold) in articles.Select(article => (article, foldOf[article.Name])))
        {
            var read = new Tellings(new Extractor(atlas, Models.None with { Kinds = kindsOf[fold] }));
            tellings.AddRange(read.Of(article).Select(one => IsKnown(article) ? one with { Weight = WeightOfKnown } : one));
        }
        tellingsOf = LearntWithout(tellings, Models.NoOrYes);
        foreach (var (article, fold) in articles.Select(article => (article, foldOf[article.Name])))
        {
            places.AddRange(new PlaceChoices(new Extractor(atlas, Models.None with { Kinds = kindsOf[fold], Tellings = tellingsOf[fold] })).Of(article, WeightOf(article)));
        }
        var placesOf = LearntWithout([.. places.SelectMany(choice => choice.Candidates)], Models.NoOrYes);
        foreach (var (article, fold) in articles.Select(article => (article, foldOf[article.Name])))
        {
            var read = new TollChoices(new Extractor(atlas, Models.None with { Kinds = kindsOf[fold], Tellings = tellingsOf[fold], Places = placesOf[fold] })).Of(article, WeightOf(article));
            homes.AddRange(read.Homes);
            claimants.AddRange(read.Claimants);
        }
    }

    /// <summary>Says how often the weights are right on texts that they were not learnt from.</summary>
    /// <param name="shown">The name of what is shown one by one; null: nothing.</param>
    /// <param name="output">Receives the lines.</param>
    public void Try(string? shown, TextWriter output)
    {
        Trial.Show("kinds", KindsByWords.Labels, [.. kinds.Select(one => (one, kindsOf[foldOf[one.Article]].Shares(one.Features)))], shown is "kinds", output);
        Trial.Show("tellings", Models.NoOrYes, [.. tellings.Where(one => one.Weight is 1).Select(one => (one, tellingsOf[foldOf[one.Article]].Shares(one.Features)))], shown is "tellings", output);
        Show("places", places, shown, output);
        Show("homes", homes, shown, output);
        Show("claimants", claimants, shown, output);
    }

    /// <summary>Writes the weights learnt from all texts.</summary>
    public void Write(string folder)
    {
        Learner.Of(KindsByWords.Labels, kinds).Write(Path.Combine(folder, "kind-weights.tsv"), KindsByWords.Labels);
        Learner.Of(Models.NoOrYes, tellings).Write(Path.Combine(folder, "telling-weights.tsv"), Models.NoOrYes);
        Learner.Of(Models.NoOrYes, places.SelectMany(choice => choice.Candidates)).Write(Path.Combine(folder, "place-weights.tsv"), Models.NoOrYes);
        Learner.Of(Models.NoOrYes, homes.SelectMany(choice => choice.Candidates)).Write(Path.Combine(folder, "home-weights.tsv"), Models.NoOrYes);
        Learner.Of(Models.NoOrYes, claimants.SelectMany(choice => choice.Candidates)).Write(Path.Combine(folder, "claimant-weights.tsv"), Models.NoOrYes);
    }

    private double WeightOf(Article article) => fresh.Contains(article.Name) ? 1 : WeightOfKnown;

    private void Show(string name, List<ChoiceInstance> choices, string? shown, TextWriter output)
    {
        var without = LearntWithout([.. choices.SelectMany(choice => choice.Candidates)], Models.NoOrYes);
        Trial.ShowChoices(name, [.. choices.Where(choice => fresh.Contains(choice.Article)).Select(choice => (choice, choice.Candidates.Select(one => without[foldOf[one.Article]].Shares(one.Features)[1]).ToArray()))], shown == name, output);
    }

    private List<Weights> LearntWithout(List<Instance> instances, IReadOnlyList<string> labels) =>
        [.. Enumerable.Range(0, Folds).Select(fold => Learner.Of(labels, instances.Where(one => foldOf[one.Article] != fold)).Weights(labels))];

    private static bool IsKnown(Article article) => article.Incidents.Exists(incident => incident.Words is null);
}
