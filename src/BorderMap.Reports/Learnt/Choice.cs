namespace BorderMap.Reports.Learnt;

/// <summary>One of several that may be taken, with what is known of it.</summary>
/// <param name="Value">What would be taken; null: none of all.</param>
/// <param name="IsOfRules">Whether the rules take it.</param>
/// <param name="Features">What is known of it.</param>
internal sealed record Candidate<T>(T? Value, bool IsOfRules, Features Features)
    where T : class;

/// <summary>A choice of one among several by weights: the rules say first, and are overruled by what is likelier by a margin.</summary>
internal static class Choice
{
    /// <param name="candidates">All of them, one of which the rules take.</param>
    /// <param name="surer">By how much more likely another must be.</param>
    public static T? Of<T>(IReadOnlyList<Candidate<T>> candidates, double surer)
        where T : class => OfAll([candidates], surer);

    /// <summary>One choice for several that go together: the candidates of each are the same, in the same order.</summary>
    public static T? OfAll<T>(IReadOnlyList<IReadOnlyList<Candidate<T>>> candidates, double surer)
        where T : class
    {
        var (best, most) = (candidates[0][0], -1.0);
        for (var i = 0; i < candidates[0].Count; i++)
        {
            var share = candidates.Average(each => each[i].Features.Shares()[1]) + (candidates[0][i].IsOfRules ? surer : 0);
            (best, most) = share > most ? (candidates[0][i], share) : (best, most);
        }
        return best.Value;
    }
}
