namespace BorderMap.Gazetteer;

/// <summary>What is known of a place in time; one object, since few of 168,000 places have any.</summary>
internal sealed record PlaceHistory
{
    public static readonly PlaceHistory None = new();

    public DateOnly? From { get; init; }
    public DateOnly? Until { get; init; }
    public IReadOnlyList<FormerParent> FormerParents { get; init; } = [];
    public IReadOnlyList<string> Today { get; init; } = [];
}
