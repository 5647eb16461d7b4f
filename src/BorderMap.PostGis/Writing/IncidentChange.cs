using BorderMap.Incidents.Model;

namespace BorderMap.PostGis.Writing;

/// <summary>What becomes of one incident in a write.</summary>
internal sealed record IncidentChange
{
    /// <summary>With its id.</summary>
    public required Incident Document { get; init; }

    /// <summary>The document as it will be stored, where that is written already.</summary>
    public string? Json { get; init; }

    /// <summary>The document's version after the write.</summary>
    public required int Version { get; init; }
    public required string State { get; init; }

    /// <summary>False when only its public row is made anew.</summary>
    public bool IsNewVersion { get; init; } = true;

    /// <summary>Where it comes from in an imported file, <c>incidents[17]</c>.</summary>
    public string Origin { get; init; } = "";
    public byte[]? ImportHash { get; init; }

    /// <summary>What an import brought, where an editor's work was kept beside it.</summary>
    public Incident? Imported { get; init; }

    /// <summary>What the public is told if it was public and is not any more.</summary>
    public Tombstone WhenGone { get; init; } = Tombstone.Withdrawn;

    /// <summary>Today's rule for its earlier public versions; null: they stay as they are.</summary>
    public Sensitivity? EarlierAs { get; init; }
}
