using BorderMap.Gazetteer.Loading;

namespace BorderMap.Gazetteer.Resolving;

/// <summary>
/// The model of confidence: each place that matches has the odds exp(-sum of weight x clue), and so has "in no source"; its score is its
/// share of all odds (a conditional logit, McFadden 1974). The weights are data, fitted by <c>gazetteer fit</c>.
/// </summary>
/// <param name="Values">In the order of <see cref="Terms"/>.</param>
internal sealed record Weights(IReadOnlyList<double> Values)
{
    public const string File = "confidence.tsv";

    /// <summary>Those of the clues first, in the order of <see cref="Clues.ToArray"/>.</summary>
    public static readonly string[] Terms =
    [
        "edits", "is-edited", "obscurity", "obscurity-of-edited", "smallness", "inland", "is-variant", "is-core", "beside", "outside", "far-outside", "is-context", "other-kind", "far-from-point", "apart", "far-from-line", "other-time",
        "unlisted", "unlisted-inside", "resolved", "rival", "shown",
    ];

    private const string Header = "term\tvalue\twhy";
    private readonly double[] values = [.. Values];

    /// <summary>The odds that the place is in no source, where nothing is known but the name.</summary>
    public double OddsOfUnlisted { get; } = Math.Exp(-Values[17]);

    /// <summary>The odds that the place is in no source, where the context is known.</summary>
    public double OddsOfUnlistedInside { get; } = Math.Exp(-Values[18]);

    /// <summary>The least score at which the best place is called the one.</summary>
    public double Resolved => values[19];

    /// <summary>The most that the odds of another place may be of those of the one.</summary>
    public double Rival => values[20];

    /// <summary>The least share of all places that match, together, at which they are shown to a person to choose.</summary>
    public double Shown => values[21];

    public double OddsOf(in Clues clues) => Math.Exp(-(
        (values[0] * clues.Edits) + (values[1] * clues.IsEdited) + (values[2] * clues.Obscurity) + (values[3] * clues.ObscurityOfEdited)
        + (values[4] * clues.Smallness) + (values[5] * clues.Inland)
        + (values[6] * clues.IsVariant) + (values[7] * clues.IsCore)
        + (values[8] * clues.Beside) + (values[9] * clues.Outside) + (values[10] * clues.FarOutside) + (values[11] * clues.IsContext) + (values[12] * clues.OtherKind)
        + (values[13] * clues.FarFromPoint) + (values[14] * clues.Apart) + (values[15] * clues.FarFromLine) + (values[16] * clues.OtherTime)));

    public static Weights Read(GazetteerFile file)
    {
        var values = new Dictionary<string, double>(StringComparer.Ordinal);
        var rows = file.Rows(Header);
        while (rows.MoveNext())
        {
            var term = rows.Required(0, "term");
            values[term] = Terms.Contains(term) ? rows.Number(1, "value", 0, 30) : throw rows.Broken($"term is \"{term}\", it must be one of {string.Join(", ", Terms)}");
        }
        return Array.Find(Terms, term => !values.ContainsKey(term)) is { } missing ? throw rows.Broken($"the term {missing} is missing")
            : new Weights([.. Terms.Select(term => values[term])]);
    }
}
