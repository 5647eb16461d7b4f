namespace BorderMap.Incidents;

/// <summary>What the public may see of an episode, a source or an actor.</summary>
public sealed record PublicRecord
{
    public required string Id { get; init; }

    /// <summary>Of an episode: the first and last day of its public members; null: open, or no episode.</summary>
    public DateOnly? DateStart { get; init; }
    public DateOnly? DateEnd { get; init; }

    /// <summary>Of an episode: the sources and claimants it shows, which are public through it.</summary>
    public IReadOnlyList<string> SourceIds { get; init; } = [];
    public IReadOnlyList<string> ActorIds { get; init; } = [];

    /// <summary>SHA-256 (hex) over everything but the stamp.</summary>
    public string ContentHash => Incidents.ContentHash.Of(Text);

    // The JSON object up to the stamp, not closed.
    internal string Text { get; init; } = "";

    /// <summary>The finished JSON.</summary>
    public string Document(PublicStamp stamp) => string.Concat(Text, JsonText.Of(stamp), "}");
}
