using BorderMap.Reports.Happenings;

namespace BorderMap.Reports.Learnt;

/// <summary>The weights that a text is read by.</summary>
/// <param name="Kinds">Which kind of happening a sentence tells.</param>
/// <param name="Tellings">Whether a telling is of a happening at the border.</param>
internal sealed record Models(Weights Kinds, Weights Tellings)
{
    public static Models Embedded { get; } = new(Weights.Read("kind-weights.tsv", KindsByWords.Labels), Weights.Read("telling-weights.tsv", Likelihood.Labels));

    /// <summary>Weights that say nothing: the rules alone.</summary>
    public static Models None { get; } = new(Weights.Of(KindsByWords.Labels, []), Weights.Of(Likelihood.Labels, []));
}
