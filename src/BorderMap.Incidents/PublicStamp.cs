namespace BorderMap.Incidents;

/// <summary>What the store adds to a public row: the public version (counts public rows, from 1) and the instant of its last public change.</summary>
public readonly record struct PublicStamp(int Version, DateTimeOffset Updated);
