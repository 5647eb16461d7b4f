namespace BorderMap.PostGis.Desk;

/// <summary>Which drafts to list.</summary>
public sealed record DraftQuery
{
    /// <summary><c>draft</c>, <c>submitted</c>; empty: both. <c>retracted</c> by itself.</summary>
    public IReadOnlyList<string> States { get; init; } = [];

    /// <summary>Whose; null: everybody's.</summary>
    public string? Owner { get; init; }

    /// <summary>Words that stand together in id, title, notes or the names of places, whatever the case; null: any.</summary>
    public string? Words { get; init; }

    /// <summary>Where the page before ended; null for the first.</summary>
    public DraftCursor? After { get; init; }
    public required int Limit { get; init; }
}
