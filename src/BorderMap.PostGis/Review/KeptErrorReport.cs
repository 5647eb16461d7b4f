using BorderMap.Incidents.Reviewing;

namespace BorderMap.PostGis.Review;

public enum ErrorReportState { Open, Accepted, Rejected }

/// <summary>A reader's report as editors see it.</summary>
/// <param name="Id"><c>r-</c> and ten base32 letters.</param>
/// <param name="Report">What the reader sent.</param>
/// <param name="At">When it came (UTC).</param>
/// <param name="State">Whether somebody has decided about it.</param>
/// <param name="Revision">Goes up with every decision: the version that a decision has to name.</param>
public sealed record KeptErrorReport(string Id, ErrorReport Report, DateTimeOffset At, ErrorReportState State, int Revision)
{
    /// <summary>The incident's title as it is stored; null when it was erased.</summary>
    public string? Title { get; init; }

    /// <summary>Who decided, why, and when; null while it is open.</summary>
    public string? By { get; init; }
    public string? Reason { get; init; }
    public DateTimeOffset? Decided { get; init; }
}
