using BorderMap.Incidents.Model;

namespace BorderMap.PostGis;

/// <summary>How many incidents of a filter have a kind and a grade; each is in one tally.</summary>
public sealed record KindTally(string Kind, Grade Grade, long Incidents);
