namespace BorderMap.PostGis;

/// <summary>An incident among those that were published or changed last.</summary>
/// <param name="Id">The incident.</param>
/// <param name="Feature">The finished GeoJSON feature.</param>
/// <param name="Updated">When this version became public (UTC).</param>
/// <param name="Published">When its first version did (UTC).</param>
public sealed record FeedItem(string Id, string Feature, DateTimeOffset Updated, DateTimeOffset Published);
