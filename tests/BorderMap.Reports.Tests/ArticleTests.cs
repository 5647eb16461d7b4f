using BorderMap.Reports.Tests.Scoring;

namespace BorderMap.Reports.Tests;

/// <summary>The invented texts of <c>Articles/</c>, read and held against what is expected of them.</summary>
public sealed class ArticleTests
{
    internal static readonly string Folder = Path.Combine(Repository.Root, "tests", "BorderMap.Reports.Tests", "Articles");

    [Fact]
    public void Reads_the_invented_texts_as_well_as_the_bars_ask()
    {
        var score = Read(Folder);

        var errors = string.Join('\n', score.Errors);
        Assert.True(score.Right + score.Missed >= 45, "The texts are not all there.");
        Assert.True(score.ToponymsF1 >= 0.97, $"Place names: F1 {score.ToponymsF1:0.000}\n{errors}");
        Assert.True(score.IncidentsF1 >= 0.93, $"Incidents: F1 {score.IncidentsF1:0.000}\n{errors}");
        Assert.True(score.ClaimsExact >= 0.88, $"Claims: {score.ClaimsRight} of {score.Claims}\n{errors}");
        Assert.True(score.FalseAlarmRate <= 0.05, $"False alarms: {score.FalseAlarms} of {score.NonIncidents}\n{errors}");
    }

    /// <summary>Texts in other styles (letters, digests, transcripts, timelines) that were annotated before this program read them: no bar, a floor.</summary>
    [Fact]
    public void Reads_texts_in_styles_that_nobody_wrote_rules_for_no_worse_than_before()
    {
        var score = Read(Path.Combine(Folder, "unseen"));

        var told = string.Join('\n', score.Errors.Prepend($"Place names F1 {score.ToponymsF1:0.000}, incidents F1 {score.IncidentsF1:0.000}, claims {score.ClaimsRight} of {score.Claims} ({string.Join(", ", score.ByParty.Select(party => $"{party.Key} {party.Value.Right} of {party.Value.All}"))}), false alarms {score.FalseAlarms} of {score.NonIncidents}"));
        TestContext.Current.TestOutputHelper?.WriteLine(told);
        Assert.True(score.Right + score.Missed >= 750, "The texts are not all there.");
        Assert.True(score.ToponymsF1 >= 0.965, told);
        Assert.True(score.IncidentsF1 >= 0.89, told);
        Assert.True(score.ClaimsExact >= 0.64, told);
        Assert.True(score.FalseAlarmRate <= 0.02, told);
    }

    /// <summary>Single sentences, each built another way, written before this program read them: who tells which figure, how a toll is told, what happened where and when.</summary>
    [Theory]
    [InlineData("tolls", 0.9, 0.36, 1)]
    [InlineData("claimants", 0.95, 0.64, 1)]
    [InlineData("happenings", 0.85, 0, 0.1)]
    public void Reads_sentences_built_in_many_ways_no_worse_than_before(string file, double incidents, double claims, double falseAlarms)
    {
        var score = Read(Article.ReadAll(Path.Combine(Folder, "sentences", $"{file}.txt")), Repository.Extractor);

        var told = string.Join('\n', score.Errors.Prepend($"Incidents F1 {score.IncidentsF1:0.000}, claims {score.ClaimsRight} of {score.Claims}, false alarms {score.FalseAlarms} of {score.NonIncidents}"));
        TestContext.Current.TestOutputHelper?.WriteLine(told);
        Assert.True(score.Right + score.Missed >= 80, "The sentences are not all there.");
        Assert.True(score.IncidentsF1 >= incidents, told);
        Assert.True(score.ClaimsExact >= claims, told);
        Assert.True(score.FalseAlarmRate <= falseAlarms, told);
    }

    internal static Score Read(string folder) => Read(Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal).Select(Article.Read), Repository.Extractor);

    internal static Score Read(IEnumerable<Article> articles, Extractor extractor)
    {
        var score = new Score(Repository.Atlas);
        foreach (var article in articles)
        {
            score.Add(article, extractor.Extract(new Report(article.Text) { Published = article.Published }));
        }
        return score;
    }
}
