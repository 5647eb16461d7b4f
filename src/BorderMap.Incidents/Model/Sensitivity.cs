namespace BorderMap.Incidents.Model;

/// <summary>What of an incident the public may see, and when.</summary>
public sealed record Sensitivity
{
    /// <summary>UTC instant before which it is nowhere public.</summary>
    public DateTimeOffset? PublicFrom { get; init; }
    public ShowAs ShowAs { get; init; }

    /// <summary>Fields an editor cleared for showing although the incident is generalised: <c>title</c>, <c>source:ID</c>, <c>claim:ID</c>.</summary>
    public IReadOnlyList<string> Cleared { get; init; } = [];
}

/// <summary>As what the incident is shown: as it is, as its district or province, or not at all.</summary>
public enum ShowAs { Full, District, Province, Withheld }
