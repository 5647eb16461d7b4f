namespace BorderMap.Reports.Happenings;

/// <summary>A telling that the rules took or left out, with what was known of it.</summary>
/// <param name="Mention">The telling.</param>
/// <param name="Places">Where it puts the deed.</param>
/// <param name="IsTaken">Whether the rules take it.</param>
/// <param name="Features">What stands around it.</param>
internal sealed record JudgedTelling(Mention Mention, IReadOnlyList<Scene> Places, bool IsTaken, IReadOnlyList<string> Features);

/// <summary>
/// How likely a telling is one of a happening at the border, by weights learnt from annotated texts. The rules say first; they are overruled only where
/// the weights are sure.
/// </summary>
internal sealed class Likelihood(Passage passage, Scope scope)
{
    /// <summary>What the rules take is left out below this.</summary>
    private const double Least = 0.4;

    /// <summary>What the rules leave out for want of a word of the border is taken from this on.</summary>
    private const double Likely = 0.65;

    /// <summary>What something speaks against is taken from this on.</summary>
    private const double Sure = 0.9;

    /// <summary>What speaks against a telling by a word beside it, which may be of something else; an exercise or a report withdrawn is never taken.</summary>
    private static readonly HashSet<string> Doubts = new(StringComparer.Ordinal) { "aggregate", "background", "comparison", "ended", "forecast", "history", "negation", "purpose", "unconfirmed" };

    public static readonly IReadOnlyList<string> Labels = ["no", "yes"];

    private readonly LikelihoodFeatures features = new(passage, scope);

    /// <summary>Receives every telling that is judged; null: nobody asks.</summary>
    public ICollection<JudgedTelling>? Judged { get; init; }

    /// <summary>Whether what speaks against a telling may be of something else: not "if" before it, not "no" right beside it, and not "at no time".</summary>
    public static bool IsDoubt(Mention mention) => mention is { Against: { } against, Form: not ActForm.Weak } && Doubts.Contains(against.Value) && against.Cue is not "if"
        && !(against.Value is "negation" && against.First < mention.Last && (mention.First - against.Last <= 1 || against.Last - against.First > 1));

    /// <summary>Whether a telling is taken, that the rules take for a reason, or leave out.</summary>
    /// <param name="mention">The telling.</param>
    /// <param name="places">Where it puts the deed.</param>
    /// <param name="why">Why the rules take it; null: they do not.</param>
    public bool IsTaken(Mention mention, IReadOnlyList<Scene> places, string? why) => IsTaken(mention, places, why, out _);

    public bool IsTaken(Mention mention, IReadOnlyList<Scene> places, string? why, out double share)
    {
        var of = features.Of(mention, places, why ?? (mention.Against is { } against ? $"against {against.Value}" : scope.Of(mention.Sentence).Outside ? "another border" : "no border"), isKept: Judged is not null);
        Judged?.Add(new JudgedTelling(mention, places, why is not null, of.Names));
        share = of.Shares()[1];
        // A table of the border lists what it lists, row by row.
        if (why is not null && passage.RowOf(mention.Sentence) is not null)
        {
            return true;
        }
        // The war of others is none of this border, whatever the words.
        return (why is not null || !scope.IsOfOthers(mention.Sentence)) && share >= (why is not null ? Least : mention.Against is null ? Likely : Sure);
    }
}
