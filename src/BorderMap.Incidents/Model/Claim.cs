using System.Text.Json.Serialization;

namespace BorderMap.Incidents.Model;

/// <summary>Who asserts or denies what. Claims contradict one another and all are kept.</summary>
public sealed record Claim
{
    /// <summary><c>c-</c> and ten base32 letters; kept through merge and split.</summary>
    public string Id { get; init; } = "";
    public ClaimAbout About { get; init; }

    /// <summary>Id of the actor who says it; null: the source in its own voice, unattributed.</summary>
    public string? Claimant { get; init; }

    /// <summary>The person who spoke for the claimant.</summary>
    public string? Speaker { get; init; }
    public Stance Stance { get; init; }

    /// <summary>Who or what is said to have been harmed.</summary>
    public HarmedGroup? Group { get; init; }
    public ClaimPart Part { get; init; }
    public Figure? Killed { get; init; }
    public Figure? Injured { get; init; }
    public Figure? Missing { get; init; }
    public Figure? Captured { get; init; }

    /// <summary>Killed and injured together, not split by the source; never read as killed.</summary>
    public Figure? Casualties { get; init; }
    public IReadOnlyList<ClaimedObject> Objects { get; init; } = [];

    /// <summary>The claim in words, where it is more than figures (what is denied, who is blamed).</summary>
    public string? Words { get; init; }
    public DateOnly? SaidOn { get; init; }

    /// <summary>The time a total covers, both ends inclusive; null: the incident's own.</summary>
    public Period? Period { get; init; }

    /// <summary>Place ids that a total covers; empty: the incident's own.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>Id of an earlier claim of the same claimant that this one replaces.</summary>
    public string? Supersedes { get; init; }

    /// <summary>Id of the source; null: not recorded.</summary>
    public string? Source { get; init; }

    /// <summary>The exact words; null: not recorded.</summary>
    public Span? Span { get; init; }
}

public enum ClaimAbout { Toll, Objects, Occurrence, Author, Target }

public enum Stance { Asserts, Denies }

public enum ClaimPart { Total, Breakdown }

/// <summary>A node of the tree of groups: side (<c>AF</c>, <c>PK</c>, <c>other</c>, null = not said) and category (<see cref="Groups"/>).</summary>
public sealed record HarmedGroup(string? Side, [property: JsonRequired] string Category, string? Words = null);

/// <summary>A number as claimed. Null and 0 differ; a maximum missing beside a minimum is "at least".</summary>
public sealed record Figure(int? Min, int? Max, string? Words = null);

/// <summary>Material lost or taken: posts, vehicles, drones.</summary>
public sealed record ClaimedObject([property: JsonRequired] string Item, [property: JsonRequired] ObjectEffect Effect, int? Min, int? Max);

public enum ObjectEffect { Destroyed, Damaged, Captured, Lost }

public sealed record Period(DateOnly? Start, DateOnly? End);

/// <summary>A dataset's own figure: shown beside claims, never mixed into their ranges, never a source for the grade.</summary>
public sealed record Estimate
{
    /// <summary>The dataset (<c>UCDP</c>) or <see cref="Editors"/>.</summary>
    public required string By { get; init; }

    /// <summary>What <see cref="By"/> says of the editors' own best estimate, which needs a <see cref="Reason"/>.</summary>
    public const string Editors = "editors";
    public string? Release { get; init; }
    public int? Low { get; init; }
    public int? Best { get; init; }
    public int? High { get; init; }

    /// <summary>Deaths by side, in the dataset's own division (<c>AF</c>, <c>PK</c>, <c>civilians</c>, <c>unknown</c>).</summary>
    public IReadOnlyDictionary<string, int> BySide { get; init; } = new Dictionary<string, int>();

    /// <summary>Id of the source; what its licence forbids to show is not shown. Null: not recorded.</summary>
    public string? Source { get; init; }

    /// <summary>Why the editors estimate so; public beside the figure.</summary>
    public string? Reason { get; init; }
}
