namespace BorderMap.Incidents.Model;

/// <summary>A party, claimant or harmed group with a name.</summary>
public sealed record Actor
{
    /// <summary>A slug, <c>pak-military</c>.</summary>
    public required string Id { get; init; }
    public int Version { get; init; }
    public required string Name { get; init; }
    public ActorKind Kind { get; init; }

    /// <summary>ISO 3166-1 alpha-2 of the state it belongs to; null for none.</summary>
    public string? Country { get; init; }

    /// <summary>Id of the organisation it speaks or acts for: a claim by a press office is its state's.</summary>
    public string? PartOf { get; init; }
    public IReadOnlyList<string> Aliases { get; init; } = [];
}

public enum ActorKind { State, StateForce, NonState, Civilians, International, Unknown }
