namespace BorderMap.Reports.Figures;

/// <summary>A number of people as told: "58 Pakistani soldiers", "a shepherd", "two others".</summary>
/// <param name="First">Number of its first token.</param>
/// <param name="Last">Number after its last token.</param>
/// <param name="Min">The least; null for "dozens" and "up to".</param>
/// <param name="Max">The most; null for "at least" and "dozens".</param>
/// <param name="Category">One of the categories of groups; null: those told of before ("others").</param>
/// <param name="Side"><c>AF</c>, <c>PK</c>, <c>other</c>; null: not said.</param>
internal sealed record PeopleGroup(int First, int Last, int? Min, int? Max, string? Category, string? Side)
{
    /// <summary>Inside another group: "among them two children".</summary>
    public bool IsPart { get; init; }

    /// <summary>In brackets after the group that it is a part of.</summary>
    public bool IsBracketed { get; init; }

    /// <summary>One by rank and name.</summary>
    public bool IsNamed { get; init; }

    /// <summary>No noun says who they are.</summary>
    public bool IsBare { get; init; }

    /// <summary>Counts a noun that no lexicon has: people only where the harm is one that people alone come to.</summary>
    public bool IsUnknown { get; init; }

    /// <summary>On top of those told before: "another two", "three more", "an eleventh".</summary>
    public bool IsAdded { get; init; }

    /// <summary>Of "an eleventh": 11; 0: no such number.</summary>
    public int Rank { get; init; }

    /// <summary>"our", "own": the side of whoever speaks.</summary>
    public bool IsOfSpeaker { get; init; }

    /// <summary>"enemy", "their": the side that the speaker fights.</summary>
    public bool IsOfEnemy { get; init; }
}
