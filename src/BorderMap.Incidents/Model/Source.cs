using System.Text.Json.Serialization;

namespace BorderMap.Incidents.Model;

/// <summary>A publication.</summary>
public sealed record Source
{
    /// <summary><c>s-</c> and ten base32 letters.</summary>
    public required string Id { get; init; }
    public int Version { get; init; }
    public required string Publisher { get; init; }

    /// <summary>Whose own reporting it is, after wire attribution (<c>AFP</c> in Dawn is AFP); null: the publisher's own.</summary>
    public string? Origin { get; init; }
    public string? Title { get; init; }
    public string? Url { get; init; }
    public DateOnly? Published { get; init; }
    public DateOnly? Retrieved { get; init; }
    public string? Sha256 { get; init; }
    public string? Archive { get; init; }
    public SourceLicence Licence { get; init; } = new();

    /// <summary>Until when, and how coarsely, what rests on it is shown.</summary>
    public SourceSensitivity Sensitivity { get; init; } = new();

    /// <summary>Editors' notes; never public.</summary>
    public string? Notes { get; init; }

    /// <summary>Withdrawn by its publisher, or discounted by the editors.</summary>
    public bool Withdrawn { get; init; }
    public bool Discounted { get; init; }

    /// <summary>An edited text with reporting of its own; a dataset or a compilation is not, and never counts for the grade.</summary>
    public bool OwnReporting { get; init; } = true;
}

/// <summary>What the source's licence allows. A row that may not be redistributed never reaches a public table.</summary>
public sealed record SourceLicence
{
    public bool Display { get; init; } = true;
    public bool Derive { get; init; } = true;
    public bool Redistribute { get; init; } = true;
    public string? Name { get; init; }
}

/// <summary>What of a source, and of all that rests on it, the public may see, and when.</summary>
public sealed record SourceSensitivity
{
    /// <summary>UTC instant before which neither the source nor what rests on it alone is public.</summary>
    public DateTimeOffset? PublicFrom { get; init; }

    /// <summary>No incident that uses the source is shown more exactly than this; withheld: the source, and what rests on it alone, is left out.</summary>
    public ShowAs ShowAs { get; init; }
}

/// <summary>That an incident rests on a source.</summary>
/// <param name="Source">Id of the source.</param>
/// <param name="Span">The words; null: not recorded.</param>
public sealed record SourceUse([property: JsonRequired] string Source, Span? Span = null);
