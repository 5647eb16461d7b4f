namespace BorderMap.PostGis.Writing;

/// <summary>What the public is told of an incident that was public and is not any more.</summary>
/// <param name="How"><c>retracted</c>, <c>withdrawn</c>, <c>merged</c> or <c>redacted</c>.</param>
/// <param name="Reason">Public words.</param>
/// <param name="Successor">Whither a merged one leads, where that is public.</param>
internal sealed record Tombstone(string How, string Reason, string? Successor = null)
{
    public static Tombstone Withdrawn { get; } = new("withdrawn", "Withdrawn by the editors.");
    public static Tombstone Redacted { get; } = new("redacted", "Redacted.");

    public static Tombstone Retracted(string reason) => new("retracted", reason);

    public static Tombstone Merged(string successor) => new("merged", "Merged into another record.", successor);
}
