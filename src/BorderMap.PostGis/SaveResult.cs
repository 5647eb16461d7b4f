using BorderMap.Incidents;
using BorderMap.Incidents.Model;

namespace BorderMap.PostGis;

/// <summary>What became of a write.</summary>
public abstract record SaveResult
{
    private SaveResult() { }

    /// <summary>Written; the document as it now is, with its new version.</summary>
    public sealed record Saved(Incident Incident, long Pub) : SaveResult;

    /// <summary>Somebody else saved meanwhile; nothing was written.</summary>
    public sealed record Stale(Incident Current) : SaveResult;

    /// <summary>There is no such incident (or it was merged away or redacted).</summary>
    public sealed record Missing : SaveResult;

    /// <summary>Its author may not: it is somebody else's, or published, or would be. Nothing was written.</summary>
    public sealed record NotAllowed : SaveResult;

    /// <summary>Another writer held the lock for more than five seconds; nothing was written, try again.</summary>
    public sealed record Busy : SaveResult;

    /// <summary>The document breaks rules; nothing was written.</summary>
    public sealed record Invalid(IReadOnlyList<Problem> Problems) : SaveResult;
}
