using System.Text.Json.Serialization;
using BorderMap.PostGis.Review;

namespace BorderMap.Web;

/// <summary>What an editor decides about one item of the queue.</summary>
public sealed record ReviewDecision
{
    [JsonRequired]
    public ReviewKind Kind { get; init; }

    [JsonRequired]
    public string Id { get; init; } = "";

    /// <summary>Of a pair, the other incident.</summary>
    public string? Other { get; init; }

    /// <summary>The version that the editor saw; a pair has none.</summary>
    public int? Version { get; init; }

    /// <summary><c>accept</c>: publish, or take the report as right. <c>reject</c>: a submission goes back to its author, a draft is retracted, a report is
    /// not taken, a pair is two happenings.</summary>
    [JsonRequired]
    public ReviewVerdict Decision { get; init; }

    [JsonRequired]
    public string Reason { get; init; } = "";
}

public enum ReviewVerdict { Accept, Reject }
