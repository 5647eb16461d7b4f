using BorderMap.Reports.Learnt;
using BorderMap.Reports.Tests.Scoring;

namespace BorderMap.Reports.Training;

/// <summary>One choice among several, with the answer of whoever annotated the text.</summary>
/// <param name="Article">The text it stands in.</param>
/// <param name="Candidates">All that may be taken.</param>
/// <param name="Rule">Number of the one that the rules take.</param>
/// <param name="Shown">The words, for reading.</param>
internal sealed record ChoiceInstance(string Article, IReadOnlyList<Instance> Candidates, int Rule, string Shown)
{
    /// <summary>A choice of a text; null where none of the candidates is right: none can be learnt to be better.</summary>
    public static ChoiceInstance? Of<T>(Article article, double weight, string shown, IReadOnlyList<Candidate<T>> candidates, Func<T?, bool> isRight)
        where T : class
    {
        var instances = candidates.Select(candidate => new Instance(article.Name, isRight(candidate.Value) ? 1 : 0, candidate.IsOfRules ? 1 : 0, candidate.Features.Names, weight, shown)).ToList();
        return instances.Exists(instance => instance.Label == 1) ? new ChoiceInstance(article.Name, instances, instances.FindIndex(instance => instance.Rule == 1), shown) : null;
    }
}
