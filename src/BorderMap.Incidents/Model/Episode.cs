namespace BorderMap.Incidents.Model;

/// <summary>An escalation that joins incidents, with claims of its own. Its totals overlap; they are listed, never summed.</summary>
public sealed record Episode
{
    /// <summary><c>e-</c> and ten base32 letters.</summary>
    public required string Id { get; init; }
    public int Version { get; init; }
    public required string Title { get; init; }
    public DateOnly? Start { get; init; }
    public DateOnly? End { get; init; }
    public string? Summary { get; init; }
    public IReadOnlyList<Claim> Claims { get; init; } = [];
    public IReadOnlyList<SourceUse> Sources { get; init; } = [];
    public IReadOnlyList<string> SourceKeys { get; init; } = [];
}
