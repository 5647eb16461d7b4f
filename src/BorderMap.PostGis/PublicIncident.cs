namespace BorderMap.PostGis;

/// <summary>What the public may know of an id.</summary>
public abstract record PublicIncident
{
    private PublicIncident() { }

    /// <param name="Id">The incident.</param>
    /// <param name="Version">Counts public versions.</param>
    /// <param name="WithheldSince">The public sequence since which this earlier version shows less than it did; null when it shows what it did. Belongs into the ETag beside the version.</param>
    /// <param name="Document">The public document, JSON.</param>
    /// <param name="Feature">The GeoJSON feature.</param>
    /// <param name="Updated">When this version became public.</param>
    public sealed record Found(string Id, int Version, long? WithheldSince, string Document, string Feature, DateTimeOffset Updated) : PublicIncident;

    /// <summary>It was public and is not any more.</summary>
    public sealed record Gone(string Reason) : PublicIncident;

    /// <summary>It was merged into another.</summary>
    public sealed record Moved(string Successor) : PublicIncident;

    public sealed record Missing : PublicIncident;
}

/// <summary>One public version in an incident's history, newest first.</summary>
public sealed record PublicVersion(int Version, long FromPub, long? ToPub, DateTimeOffset Updated, long? WithheldSince, string Document);

public enum ChangeKind { Published, Updated, Retracted, Withdrawn, Moved }

/// <param name="Pub">The public sequence at which it happened; each public change has one of its own.</param>
/// <param name="Id">The incident.</param>
/// <param name="Version">Its public version; for what is gone, the last one.</param>
/// <param name="Kind">What happened.</param>
/// <param name="At">When (UTC).</param>
/// <param name="Reason">Why it is gone.</param>
/// <param name="Successor">Whither it moved.</param>
public sealed record Change(long Pub, string Id, int Version, ChangeKind Kind, DateTimeOffset At, string? Reason, string? Successor);

/// <param name="Changes">In the order of <c>pub</c>.</param>
/// <param name="Pub">Up to where the reader now knows everything: the next <c>since</c>.</param>
/// <param name="More">Whether more wait.</param>
public sealed record ChangePage(IReadOnlyList<Change> Changes, long Pub, bool More);
