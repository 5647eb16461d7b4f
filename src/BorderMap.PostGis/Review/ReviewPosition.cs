namespace BorderMap.PostGis.Review;

/// <summary>Where a page of the queue ended.</summary>
public sealed record ReviewPosition(DateTimeOffset At, ReviewKind Kind, string Id, string Other)
{
    public static ReviewPosition Of(ReviewItem item) => new(item.At, item.Kind, item.Id, item.Other);
}
