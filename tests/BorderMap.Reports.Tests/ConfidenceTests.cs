using System.Globalization;

namespace BorderMap.Reports.Tests;

/// <summary>What a draft's confidence is worth, by who annotated the texts.</summary>
public sealed class ConfidenceTests
{
    private const int Least = 12;

    /// <summary>Rules were written after these texts: a draft in another one is right less often, and says so.</summary>
    private const double MostModest = 0.35;

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
}
