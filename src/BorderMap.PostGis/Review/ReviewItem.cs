namespace BorderMap.PostGis.Review;

public enum ReviewKind { Draft, Submitted, ErrorReport, Duplicate }

/// <summary>One thing that waits for an editor.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Of the incident or the report; of a pair, the one.</param>
/// <param name="Other">Of a pair, the other; else empty.</param>
/// <param name="Version">What a decision about it has to name.</param>
/// <param name="At">Since when it waits (UTC).</param>
public sealed record ReviewItem(ReviewKind Kind, string Id, string Other, int Version, DateTimeOffset At)
{
    public string? Owner { get; init; }
    public string? Title { get; init; }
    public string? OtherTitle { get; init; }

    /// <summary>A reader's words, or what speaks for a duplicate.</summary>
    public string About { get; init; } = "";

    /// <summary>The incident that it is about.</summary>
    public required string Incident { get; init; }

    /// <summary>Of a pair, how likely it is one happening.</summary>
    public double? Score { get; init; }
}
