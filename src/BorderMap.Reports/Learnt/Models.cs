using BorderMap.Reports.Happenings;

namespace BorderMap.Reports.Learnt;

/// <summary>The weights that a text is read by.</summary>
/// <param name="Kinds">Which kind of happening a sentence tells.</param>
/// <param name="Tellings">Whether a telling is of a happening at the border.</param>
/// <param name="Standings">Whether a happening put together stands by itself.</param>
internal sealed record Models(Weights Kinds, Weights Tellings, Weights Standings)
{
    public static Models Embedded { get; } = new(Weights.Read("kind-weights.tsv", KindsByWords.Labels), Weights.Read("telling-weights.tsv", Likelihood.Labels), Weights.Read("standing-weights.tsv", Assembly.Standings));

    /// <summary>Weights that say nothing, or that all stands: the rules alone.</summary>
    public static Models None { get; } = new(Weights.Of(KindsByWords.Labels, []), Weights.Of(Likelihood.Labels, []), Weights.Of(Assembly.Standings, [("bias", [0, 0, 9])]));
}
