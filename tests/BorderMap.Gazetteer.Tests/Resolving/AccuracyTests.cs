using BorderMap.Gazetteer.Tests.Build;

namespace BorderMap.Gazetteer.Tests.Resolving;

/// <summary>How often a misspelt name finds its place, on the list of <c>../shared/gold/resolve-dev.tsv</c> and on errors of our own making; floors below what is reached now.</summary>
public class AccuracyTests
{
    [Fact]
    public void Finds_misspelt_names_alone() => Check(withContext: false, leastFirst: 0.87, leastInFive: 0.95);

    [Fact]
    public void Finds_misspelt_names_with_their_district() => Check(withContext: true, leastFirst: 0.975, leastInFive: 0.99);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Finds_names_misspelt_by_a_generator_of_our_own(bool isArabic)
    {
        var places = CommittedAtlas.Value.Places.All;
        var folding = CommittedAtlas.Value.Resolver.Folding;
        var misspeller = new Misspeller(seed: 7);
        var (step, tried, first, inFive) = (isArabic ? 23 : 97, 0, 0, 0);
        for (var i = 0; i < places.Count; i += step)
        {
            if (places[i].Names.FirstOrDefault(name => name.Text.Length >= 4 && name.Text.Any(c => c >= 'ء') == isArabic) is not { Text: { } name })
            {
                continue;
            }
            var key = folding.Light(name);
            var candidates = CommittedAtlas.Value.Resolver.Resolve(misspeller.Misspell(name), null, 5).Candidates.ToList();
            var rank = candidates.FindIndex(candidate => candidate.Place.Names.Any(recorded => folding.Light(recorded.Text) == key));
            (tried, first, inFive) = (tried + 1, first + (rank == 0 ? 1 : 0), inFive + (rank >= 0 ? 1 : 0));
        }
        Assert.True(tried > 1000 && first >= 0.8 * tried && inFive >= 0.92 * tried, $"first {first}, in five {inFive} of {tried}");
    }

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
