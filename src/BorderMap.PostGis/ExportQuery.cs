using BorderMap.Incidents;

namespace BorderMap.PostGis;

/// <summary>What a download holds.</summary>
/// <param name="Filter">Which incidents.</param>
/// <param name="Since">Only those whose shown version came after this public sequence; null: all. Goes with no earlier state: a filter with <c>asOf</c> has none.</param>
public sealed record ExportQuery(IncidentFilter Filter, long? Since = null);
