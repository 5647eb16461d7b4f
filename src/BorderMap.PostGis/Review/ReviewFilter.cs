namespace BorderMap.PostGis.Review;

/// <summary>What of the queue is meant; null: everything.</summary>
public sealed record ReviewFilter
{
    public IReadOnlyList<ReviewKind> Kinds { get; init; } = [];

    /// <summary>Waiting since this instant or later, and before that one (UTC).</summary>
    public DateTimeOffset? From { get; init; }
    public DateTimeOffset? Until { get; init; }

    /// <summary>A place, or the district or province that holds it.</summary>
    public string? Place { get; init; }
    public string? Owner { get; init; }

    /// <summary>Words of the title, of a report, or of what speaks for a duplicate.</summary>
    public string? Q { get; init; }
}
