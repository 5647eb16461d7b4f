using BorderMap.Incidents.Duplicates;

namespace BorderMap.Incidents.Tests.Duplicates;

/// <summary>How well likely duplicates are found among 181 documented incidents and 73 UCDP Candidate events, every pair of which is compared.</summary>
public class JudgedPairsTests(ITestOutputHelper output)
{
    [Fact]
    public void Finds_most_pairs_judged_the_same_and_few_others()
    {
        Assert.SkipUnless(JudgedPairs.AreThere, "../shared/facts is not here");
        var judged = JudgedPairs.Read(Repository.Atlas);
        var ids = judged.Documents.Keys.ToList();
        var found = new List<(DuplicateLikeness Likeness, string Pair, string? Verdict)>();
        for (var i = 0; i < ids.Count; i++)
            for (var j = i + 1; j < ids.Count; j++)
                if (Likeness.Of(judged.Documents[ids[i]], judged.Documents[ids[j]], judged.Context) is { } likeness
                    && (likeness.IsWorthALook || judged.VerdictOf(ids[i], ids[j]) == "same"))
                    found.Add((likeness, $"{ids[i]} | {ids[j]}", judged.VerdictOf(ids[i], ids[j])));
        foreach (var (likeness, pair, verdict) in found.OrderByDescending(one => one.Likeness.Score))
            output.WriteLine($"{likeness.Score:0.000} {verdict ?? "not judged",-10} {pair}: {string.Join("; ", likeness.Reasons)} BUT {string.Join("; ", likeness.Doubts)}");

        var same = judged.Verdicts.Count(pair => pair.Value == "same");
        var likely = found.Where(one => one.Likeness.IsLikely).ToList();
        var shown = found.Where(one => one.Likeness.IsWorthALook).ToList();
        output.WriteLine($"likely: {Count(likely, "same")} of {same} same, {Count(likely, "related")} related, {Count(likely, "different")} different, {Count(likely, null)} not judged");
        output.WriteLine($"worth a look: {Count(shown, "same")} of {same} same, {Count(shown, "related")} related, {Count(shown, "different")} different, {Count(shown, null)} not judged");
        Assert.InRange(Count(likely, "same"), 10, same);
        Assert.InRange(likely.Count - Count(likely, "same"), 0, 1);
        Assert.InRange(Count(shown, "same"), 11, same);
        Assert.InRange(Count(shown, "different"), 0, 3);
    }

    private static int Count(List<(DuplicateLikeness Likeness, string Pair, string? Verdict)> found, string? verdict) => found.Count(one => one.Verdict == verdict);
}
