namespace BorderMap.Incidents.Cql2;

/// <summary>A property of a collection that filters may name.</summary>
public sealed record QueryableProperty(string Name, Cql2Type Type);
