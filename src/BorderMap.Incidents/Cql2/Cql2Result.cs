namespace BorderMap.Incidents.Cql2;

/// <summary>A filter, or why there is none.</summary>
public sealed record Cql2Result(Expression? Filter, Problem? Problem);
