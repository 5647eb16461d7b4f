using BorderMap.Reports.Happenings;
using BorderMap.Reports.Learnt;
using BorderMap.Reports.Tests.Scoring;

namespace BorderMap.Reports.Tests;

/// <summary>What weights learnt from annotated texts add to the rules, and take away.</summary>
public sealed class LearntTests
{
    private static readonly DateOnly Day = new(2025, 10, 15);

    private static readonly Extractor Rules = new(Repository.Atlas, Models.None);

    private static IEnumerable<Article> Of(string folder) => Directory.EnumerateFiles(Path.Combine(ArticleTests.Folder, folder), "*.txt").Order(StringComparer.Ordinal).SelectMany(Article.ReadAll);

    private static List<string> Kinds(Extractor extractor, string text) => [.. extractor.Extract(new Report(text) { Published = Day }).Drafts.Select(draft => draft.Kind)];

    [Fact]
    public void Shares_add_up_to_one_and_follow_the_weights_of_known_features()
    {
        var weights = Weights.Of(["no", "yes"], [("shell", [0, 1]), ("drill", [2, 0])]);

        Assert.Equal([0.5, 0.5], weights.Shares(["never seen"]));
        Assert.Equal(1 / (1 + Math.Exp(1)), weights.Shares(["shell", "never seen", "drill"])[1], 6);
        Assert.Equal(1, weights.Of("shell", 1));
        Assert.Equal(0, weights.Of("never seen", 1));
    }

    [Theory]
    [InlineData("ceasefire", "Guns have been silent at Torkham since Sunday noon, elders of both sides said.")]
    [InlineData("airstrike", "Pakistani aircraft were over Barmal on Tuesday night and a house is gone, villagers said.")]
    [InlineData("infiltration", "A group of militants walked into Mohmand from Kunar on Tuesday night and met an army patrol.")]
    [InlineData("armed_clash", "Tracer crossed the river in both directions at Arandu for an hour on Tuesday night.")]
    public void Tells_a_kind_by_all_its_words_where_the_lexicon_has_no_phrase_for_it(string kind, string text)
    {
        Assert.Empty(Kinds(Rules, text));
        Assert.Equal([kind], Kinds(Repository.Extractor, text));
    }

    [Theory]
    [InlineData("A roadside bomb in Jamrud hurt a polio guard on Tuesday.")]
    [InlineData("A landmine left over from the civil war went off in Jaji on Tuesday.")]
    [InlineData("A bomb went off in a bazaar of Wana on Tuesday after a family feud, police said.")]
    [InlineData("Guards at the Iranian wall opened fire on Tuesday in Kang district of Nimroz.")]
    [InlineData("American aircraft bombed a camp in Waygal, Nuristan, on Tuesday.")]
    public void Takes_nothing_for_an_incident_that_is_none_of_the_border(string text) => Assert.Empty(Kinds(Repository.Extractor, text));

    /// <summary>A word of something else right beside a telling ("aggregate", "history") may be overruled; an exercise, a withdrawn report and "no shell fell" never.</summary>
    [Theory]
    [InlineData("aggregate", true)]
    [InlineData("history", true)]
    [InlineData("exercise", false)]
    [InlineData("retracted", false)]
    [InlineData("question", false)]
    [InlineData("negation", false)]
    public void Only_what_may_be_of_something_else_is_a_doubt(string against, bool isDoubt)
    {
        var mention = new Mention { Sentence = 0, First = 4, Last = 6, Kind = "shelling", Form = ActForm.Verb, Cue = "shelled", Against = new(3, 4, against, "cue") };

        Assert.Equal(isDoubt, Likelihood.IsDoubt(mention));
    }

    /// <summary>Texts that were annotated before this program read them, and that no weight was learnt from and no rule written after: the measure of what to expect.</summary>
    [Fact]
    public void Reads_texts_that_were_held_back_no_worse_than_before()
    {
        var (rules, learnt) = (ArticleTests.Read(Of("heldback"), Rules), ArticleTests.Read(Of("heldback"), Repository.Extractor));

        var told = $"By rules: incidents F1 {rules.IncidentsF1:0.000}, claims {rules.ClaimsRight} of {rules.Claims}, false alarms {rules.FalseAlarms} of {rules.NonIncidents}; with what was learnt: {learnt.IncidentsF1:0.000}, {learnt.ClaimsRight} of {learnt.Claims}, {learnt.FalseAlarms} of {learnt.NonIncidents}";
        TestContext.Current.TestOutputHelper?.WriteLine(told);
        Assert.True(learnt.Right + learnt.Missed >= 900, told);
        Assert.True(learnt.IncidentsF1 >= 0.83, told);
        Assert.True(learnt.ClaimsExact >= 0.59, told);
        Assert.True(learnt.FalseAlarmRate <= 0.04, told);
        Assert.True(learnt.IncidentsF1 >= rules.IncidentsF1, told);
    }

    /// <summary>The texts that the weights are learnt from: a floor, and no measure of new ones.</summary>
    [Fact]
    public void Reads_the_texts_it_was_taught_by_no_worse_than_before()
    {
        var score = ArticleTests.Read(Of("learning"), Repository.Extractor);

        var told = $"Incidents F1 {score.IncidentsF1:0.000}, claims {score.ClaimsRight} of {score.Claims}, false alarms {score.FalseAlarms} of {score.NonIncidents}";
        TestContext.Current.TestOutputHelper?.WriteLine(told);
        Assert.True(score.Right + score.Missed >= 2_800, "The texts are not all there.");
        Assert.True(score.IncidentsF1 >= 0.88, told);
        Assert.True(score.ClaimsExact >= 0.68, told);
        Assert.True(score.FalseAlarmRate <= 0.05, told);
    }
}
