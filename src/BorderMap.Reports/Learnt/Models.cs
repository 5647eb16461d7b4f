using BorderMap.Reports.Happenings;

namespace BorderMap.Reports.Learnt;

/// <summary>The weights that a text is read by.</summary>
/// <param name="Kinds">Which kind of happening a sentence tells.</param>
/// <param name="Tellings">Whether a telling is of a happening at the border.</param>
/// <param name="Places">Whether something happened at a place.</param>
/// <param name="Homes">Whether a figure is of a happening, or of none.</param>
/// <param name="Claimants">Whether a figure is said by someone, or by the report itself.</param>
internal sealed record Models(Weights Kinds, Weights Tellings, Weights Places, Weights Homes, Weights Claimants)
{
    /// <summary>The labels of a choice that is taken or not.</summary>
    public static readonly IReadOnlyList<string> NoOrYes = ["no", "yes"];

    public static Models Embedded { get; } = new(
        Weights.Read("kind-weights.tsv", KindsByWords.Labels), Weights.Read("telling-weights.tsv", NoOrYes), Weights.Read("place-weights.tsv", NoOrYes), Weights.Read("home-weights.tsv", NoOrYes), Weights.Read("claimant-weights.tsv", NoOrYes));

    /// <summary>Weights that say nothing: the rules alone.</summary>
    public static Models None { get; } = new(Weights.Of(KindsByWords.Labels, []), Weights.Of(NoOrYes, []), Weights.Of(NoOrYes, []), Weights.Of(NoOrYes, []), Weights.Of(NoOrYes, []));
}
