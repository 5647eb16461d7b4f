namespace BorderMap.PostGis.Embeds;

/// <summary>What became of a write to a stored embed.</summary>
public abstract record EmbedResult
{
    private EmbedResult() { }

    public sealed record Kept(StoredEmbed Embed) : EmbedResult;

    /// <summary>It was changed meanwhile; nothing was written.</summary>
    public sealed record Stale(StoredEmbed Current) : EmbedResult;

    /// <summary>The owner has as many as one may have.</summary>
    public sealed record Full : EmbedResult;

    /// <summary>There is none of this id, it is somebody else's, or it was deleted.</summary>
    public sealed record Missing : EmbedResult;
}
