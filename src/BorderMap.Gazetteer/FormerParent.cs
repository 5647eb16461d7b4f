namespace BorderMap.Gazetteer;

/// <summary>What a place belonged to, and belongs to no more.</summary>
/// <param name="ParentId">A district, a province or a historic area.</param>
/// <param name="From">The first day on which it did; null as far as known.</param>
/// <param name="Until">The last day on which it did.</param>
public readonly record struct FormerParent(string ParentId, DateOnly? From, DateOnly Until);
