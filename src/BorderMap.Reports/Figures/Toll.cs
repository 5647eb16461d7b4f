namespace BorderMap.Reports.Figures;

internal enum Outcome { Killed, Injured, Captured, Missing, Casualties }

/// <summary>How many of a group came to what harm, as one stretch of a sentence tells it.</summary>
/// <param name="Outcome">The harm.</param>
/// <param name="Min">The least; null for "dozens" and "up to".</param>
/// <param name="Max">The most; null for "at least" and "dozens".</param>
/// <param name="Category">One of the categories of groups; null: not said.</param>
/// <param name="Side"><c>AF</c>, <c>PK</c>, <c>other</c>; null: not said.</param>
/// <param name="First">Number of its first token: figure, group and verb.</param>
/// <param name="Last">Number after its last token.</param>
/// <param name="Cue">The word of harm, as the lexicon writes it.</param>
internal sealed record Toll(Outcome Outcome, int? Min, int? Max, string? Category, string? Side, int First, int Last, string Cue)
{
    /// <summary>Inside another figure: "among them two children".</summary>
    public bool IsPart { get; init; }
    /// <summary>A count that a later one replaces: "from nine", "an earlier toll of nine".</summary>
    public bool IsEarlier { get; init; }

    /// <summary>On top of those told before: "two more died later".</summary>
    public bool IsAdded { get; init; }

    /// <summary>Of "an eleventh has died": 11; 0: no such number.</summary>
    public int Rank { get; init; }
    public bool IsOfSpeaker { get; init; }
    public bool IsOfEnemy { get; init; }

    /// <summary>Where the figure itself stands.</summary>
    public int FigureFirst { get; init; }
    public int FigureLast { get; init; }
    public bool IsVague => Min is null && Max is null;
    public bool IsZero => Max == 0;
}
