namespace BorderMap.PostGis.Review;

/// <summary>What became of a report, or of a decision about one.</summary>
public abstract record ErrorReportResult
{
    private ErrorReportResult() { }

    public sealed record Kept(KeptErrorReport Report) : ErrorReportResult;

    /// <summary>So many wait already that no more are taken: for this incident, or in all.</summary>
    public sealed record Full : ErrorReportResult;

    public sealed record Missing : ErrorReportResult;

    /// <summary>Somebody else decided meanwhile; nothing was written.</summary>
    public sealed record Stale(KeptErrorReport Current) : ErrorReportResult;
}
