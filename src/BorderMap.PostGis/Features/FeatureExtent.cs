using BorderMap.Incidents;

namespace BorderMap.PostGis.Features;

/// <summary>How far a collection reaches now.</summary>
/// <param name="Count">How many features there are.</param>
/// <param name="Box">Around their geometries, WGS 84; null: none has one.</param>
/// <param name="Start">The first day; null: not known.</param>
/// <param name="End">The last day; null: not known.</param>
public sealed record FeatureExtent(long Count, Bbox? Box, DateOnly? Start, DateOnly? End);
