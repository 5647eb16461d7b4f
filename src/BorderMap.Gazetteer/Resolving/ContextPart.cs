namespace BorderMap.Gazetteer.Resolving;

/// <summary>One part of a context and the places it may mean, larger ones first.</summary>
internal sealed record ContextPart(string Words, IReadOnlyList<Place> Readings);
