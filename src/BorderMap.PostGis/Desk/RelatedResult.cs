using BorderMap.Incidents;

namespace BorderMap.PostGis.Desk;

/// <summary>What became of a write of an episode, a source or an actor.</summary>
public abstract record RelatedResult
{
    private RelatedResult() { }

    /// <summary>Written; the document as it now is.</summary>
    public sealed record Saved(RelatedDocument Document) : RelatedResult;

    /// <summary>Somebody else saved meanwhile; nothing was written.</summary>
    public sealed record Stale(RelatedDocument Current) : RelatedResult;

    /// <summary>There is none with this id.</summary>
    public sealed record Missing : RelatedResult;

    /// <summary>A new one has the id of one that there is.</summary>
    public sealed record Taken : RelatedResult;

    /// <summary>Another writer held the lock for more than five seconds; nothing was written, try again.</summary>
    public sealed record Busy : RelatedResult;

    /// <summary>The document breaks rules; nothing was written.</summary>
    public sealed record Invalid(IReadOnlyList<Problem> Problems) : RelatedResult;
}
