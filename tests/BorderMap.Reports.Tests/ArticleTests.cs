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
        Assert.True(score.Right + score.Missed >= 480, "The texts are not all there.");
        Assert.True(score.ToponymsF1 >= 0.965, told);
        Assert.True(score.IncidentsF1 >= 0.87, told);
        Assert.True(score.ClaimsExact >= 0.6, told);
        Assert.True(score.FalseAlarmRate <= 0.025, told);
    }

    internal static Score Read(string folder)
    {
        var score = new Score(Repository.Atlas);
        foreach (var file in Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal))
        {
            var article = Article.Read(file);
            score.Add(article, Repository.Extractor.Extract(new Report(article.Text) { Published = article.Published }));
        }
        return score;
    }
}
