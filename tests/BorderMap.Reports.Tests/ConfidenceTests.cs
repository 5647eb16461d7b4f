using System.Globalization;

namespace BorderMap.Reports.Tests;

/// <summary>What a draft's confidence is worth.</summary>
public sealed class ConfidenceTests
{
    private const int Least = 12;

    /// <summary>Rules were written after these texts: a draft in another one is right less often, and says so.</summary>
    private const double MostModest = 0.5;

    [Fact]
    public void A_surer_draft_is_more_often_right_and_none_says_more_than_it_keeps()
    {
        var score = ArticleTests.Read(ArticleTests.Folder);
        score.Add(ArticleTests.Read(Path.Combine(ArticleTests.Folder, "unseen")));
        var steps = score.Drafts.GroupBy(draft => Math.Round(draft.Confidence, 2)).OrderBy(step => step.Key)
            .Select(step => (Said: step.Key, Found: step.Average(draft => draft.IsRight ? 1.0 : 0.0), Count: step.Count())).Where(step => step.Count >= Least).ToList();

        var told = string.Join('\n', steps.Select(step => string.Create(CultureInfo.InvariantCulture, $"said {step.Said:0.00}, found {step.Found:0.00} of {step.Count}")));
        Assert.True(steps.Count >= 3, told);
        Assert.True(steps.TrueForAll(step => step.Said <= step.Found && step.Said >= step.Found - MostModest), told);
        Assert.True(steps.Zip(steps.Skip(1)).All(pair => pair.First.Found <= pair.Second.Found + 0.05), told);
    }

    [Fact]
    public void The_table_says_what_was_found_in_texts_that_no_rule_had_seen()
    {
        var rows = File.ReadLines(Path.Combine(Repository.Root, "data", "reports", "confidence.tsv")).Skip(1).Select(line => line.Split('\t'))
            .Select(row => (Points: int.Parse(row[0], CultureInfo.InvariantCulture), Right: int.Parse(row[1], CultureInfo.InvariantCulture), Of: int.Parse(row[2], CultureInfo.InvariantCulture), Share: double.Parse(row[3], CultureInfo.InvariantCulture))).ToList();

        Assert.Equal(Enumerable.Range(0, 7), rows.Select(row => row.Points));
        Assert.Equal(rows.Select(row => row.Share).Order(), rows.Select(row => row.Share));
        Assert.All(rows.GroupBy(row => row.Share), step => Assert.Equal((step.Sum(row => row.Right) + 1.0) / (step.Sum(row => row.Of) + 2.0), step.Key, 0.005));
    }
}
