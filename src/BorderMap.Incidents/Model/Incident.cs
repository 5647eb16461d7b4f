using System.Text.Json.Serialization;

namespace BorderMap.Incidents.Model;

/// <summary>The incident document: one happening of one kind, as it is stored, imported and edited. Property names are snake_case in JSON (<see cref="IncidentJson"/>).</summary>
public sealed record Incident
{
    /// <summary><c>i-</c> and ten random base32 letters; says nothing of date, place or order. Empty in an import that leaves it to the server.</summary>
    public string Id { get; init; } = "";

    /// <summary>Counts every saved version, published or not, from 1.</summary>
    public int Version { get; init; }
    public IncidentStatus Status { get; init; }
    public required string Title { get; init; }

    /// <summary>One of <see cref="Kinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Whether force crossed the border, or the border itself was concerned.</summary>
    public bool CrossBorder { get; init; }
    public IncidentDate Date { get; init; } = new();

    /// <summary>The first is the principal one; none for a truce or closure of the whole line.</summary>
    public IReadOnlyList<IncidentPlace> Places { get; init; } = [];
    public IReadOnlyList<IncidentActor> Actors { get; init; } = [];

    /// <summary>Id of the episode it belongs to.</summary>
    public string? Episode { get; init; }
    public IReadOnlyList<Claim> Claims { get; init; } = [];
    public IReadOnlyList<Estimate> Estimates { get; init; } = [];
    public IReadOnlyList<SourceUse> Sources { get; init; } = [];
    public Sensitivity Sensitivity { get; init; } = new();

    /// <summary>Editors' notes; never public.</summary>
    public string? Notes { get; init; }

    /// <summary>Keys of the records this came from (<c>ucdp:618157</c>); an import is idempotent by them; never public.</summary>
    public IReadOnlyList<string> SourceKeys { get; init; } = [];

    /// <summary>The versions of incidents that were merged into this one.</summary>
    public IReadOnlyList<MergedFrom> Merged { get; init; } = [];

    /// <summary>Owned by the server; ignored on input.</summary>
    public Derived? Derived { get; init; }
}

/// <summary>A draft that its author thinks finished is submitted; only a person with the right to publish publishes it.</summary>
public enum IncidentStatus { Draft, Submitted, Published, Retracted }

public sealed record MergedFrom([property: JsonRequired] string Id, [property: JsonRequired] int Version);

/// <summary>What the rules make of the document.</summary>
public sealed record Derived
{
    public required Grade Grade { get; init; }
    public required string GradeReason { get; init; }
    public Gazetteer.BorderSide? Side { get; init; }
    public double? LineKm { get; init; }
    public double? LineDistanceKm { get; init; }
    public int? KilledLow { get; init; }

    /// <summary>Null when nobody said, or when the highest claim is open ("at least"); <see cref="KilledOpen"/> tells the two apart.</summary>
    public int? KilledHigh { get; init; }
    public bool KilledOpen { get; init; }
    public int? InjuredLow { get; init; }
    public int? InjuredHigh { get; init; }
    public bool InjuredOpen { get; init; }

    /// <summary>The whole ranges that the columns above are cut from; not part of the document.</summary>
    internal CountRange Killed { get; init; }
    internal CountRange Injured { get; init; }
}

public enum Grade { Confirmed, Fair, Weak, Contested, Discounted }
