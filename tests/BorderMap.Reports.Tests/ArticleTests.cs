using BorderMap.Reports.Tests.Scoring;

namespace BorderMap.Reports.Tests;

/// <summary>The invented texts of <c>Articles/</c>, read and held against what is expected of them.</summary>
public sealed class ArticleTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "BorderMap.Reports.Tests", "Articles");

    [Fact]
    public void Reads_the_invented_texts_as_well_as_the_bars_ask()
    {
        var score = new Score(Repository.Atlas);
        foreach (var file in Directory.EnumerateFiles(Folder, "*.txt").Order(StringComparer.Ordinal))
        {
            var article = Article.Read(file);
            score.Add(article, Repository.Extractor.Extract(new Report(article.Text) { Published = article.Published }));
        }

        var errors = string.Join('\n', score.Errors);
        Assert.True(score.Right + score.Missed >= 45, "The texts are not all there.");
        Assert.True(score.ToponymsF1 >= 0.97, $"Place names: F1 {score.ToponymsF1:0.000}\n{errors}");
        Assert.True(score.IncidentsF1 >= 0.93, $"Incidents: F1 {score.IncidentsF1:0.000}\n{errors}");
        Assert.True(score.ClaimsExact >= 0.88, $"Claims: {score.ClaimsRight} of {score.Claims}\n{errors}");
        Assert.True(score.FalseAlarmRate <= 0.05, $"False alarms: {score.FalseAlarms} of {score.NonIncidents}\n{errors}");
    }
}
