using BorderMap.Gazetteer.Tests.Build;

namespace BorderMap.Gazetteer.Tests.Resolving;

/// <summary>How often a misspelt name finds its place, on the list of <c>../shared/gold/resolve-dev.tsv</c>; floors below what is reached now.</summary>
public class AccuracyTests
{
    [Fact]
    public void Finds_misspelt_names_alone() => Check(withContext: false, leastFirst: 0.83, leastInFive: 0.88);

    [Fact]
    public void Finds_misspelt_names_with_their_district() => Check(withContext: true, leastFirst: 0.95, leastInFive: 0.97);

    private static void Check(bool withContext, double leastFirst, double leastInFive)
    {
        var file = Path.Combine(Checkout.Root, "..", "shared", "gold", "resolve-dev.tsv");
        Assert.SkipUnless(File.Exists(file), "needs ../shared/gold/resolve-dev.tsv");
        var ranks = File.ReadLines(file).Skip(1).Select(line => line.Split('\t'))
            .Where(row => !withContext || row[4].Length > 0)
            .Select(row => RankOf(row[0], withContext ? row[4] : null, row[withContext ? 5 : 1].Split('|')))
            .ToList();
        var (first, inFive) = (ranks.Count(rank => rank == 0) / (double)ranks.Count, ranks.Count(rank => rank >= 0) / (double)ranks.Count);
        TestContext.Current.TestOutputHelper?.WriteLine($"first {first:P1}, in five {inFive:P1} of {ranks.Count}");
        Assert.True(first >= leastFirst && inFive >= leastInFive, $"first {first:P1}, in five {inFive:P1}");
    }

    private static int RankOf(string query, string? context, string[] right) =>
        CommittedAtlas.Value.Resolver.Resolve(query, context, 5).Candidates.ToList().FindIndex(c => right.Contains(c.Place.Id));
}
