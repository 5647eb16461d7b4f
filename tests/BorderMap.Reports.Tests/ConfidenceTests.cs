using System.Globalization;
using BorderMap.Reports.Tests.Scoring;

namespace BorderMap.Reports.Tests;

/// <summary>What a draft's confidence is worth, in texts that nothing was learnt from.</summary>
public sealed class ConfidenceTests
{
    private const int Least = 15;
    private const double Near = 0.1;

    [Fact]
    public void A_surer_draft_is_more_often_right_and_as_often_as_it_says()
    {
        var score = ArticleTests.Read(Directory.EnumerateFiles(Path.Combine(ArticleTests.Folder, "heldback"), "*.txt").Order(StringComparer.Ordinal).SelectMany(Article.ReadAll), Repository.Extractor);
        var steps = score.Drafts.GroupBy(draft => draft.Confidence).OrderBy(step => step.Key)
            .Select(step => (Said: step.Key, Found: step.Average(draft => draft.IsRight ? 1.0 : 0.0), Count: step.Count())).Where(step => step.Count >= Least).ToList();

        var told = string.Join('\n', steps.Select(step => string.Create(CultureInfo.InvariantCulture, $"said {step.Said:0.00}, found {step.Found:0.00} of {step.Count}")));
        TestContext.Current.TestOutputHelper?.WriteLine(told);
        Assert.True(steps.Count >= 4, told);
        Assert.True(steps[0].Said < 0.6 && steps[^1].Said > 0.9, told);
        Assert.True(steps.TrueForAll(step => Math.Abs(step.Said - step.Found) <= Near), told);
        Assert.True(steps.Zip(steps.Skip(1)).All(pair => pair.First.Found <= pair.Second.Found + Near), told);
    }

    [Fact]
    public void The_table_rises_with_how_likely_a_draft_stands()
    {
        var rows = File.ReadLines(Path.Combine(Repository.Root, "data", "reports", "confidence.tsv")).Skip(1).Select(line => Array.ConvertAll(line.Split('\t'), cell => double.Parse(cell, CultureInfo.InvariantCulture))).ToList();

        Assert.Equal(rows.Select(row => row[0]).Order(), rows.Select(row => row[0]));
        Assert.Equal(rows.Select(row => row[3]).Order(), rows.Select(row => row[3]));
        Assert.All(rows, row => Assert.InRange(row[3], 0.01, 0.99));
    }
}
