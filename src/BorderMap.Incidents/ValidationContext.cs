using BorderMap.Gazetteer;

namespace BorderMap.Incidents;

/// <summary>What the documents may refer to.</summary>
/// <param name="Actors">Ids of the actors there are, with those of the same import.</param>
/// <param name="Sources">Ids of the sources.</param>
/// <param name="Episodes">Ids of the episodes.</param>
/// <param name="Atlas">The gazetteer, for ids of places.</param>
public sealed record ValidationContext(IReadOnlySet<string> Actors, IReadOnlySet<string> Sources, IReadOnlySet<string> Episodes, Atlas Atlas);
