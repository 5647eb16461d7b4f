using BorderMap.Gazetteer;
using BorderMap.Incidents.Model;

namespace BorderMap.Incidents.Duplicates;

/// <summary>What two incidents are compared by.</summary>
/// <param name="Actors">At least those that they name and the organisations they belong to, by id.</param>
/// <param name="Sources">At least those that they use, by id; an unknown one is compared by its id alone.</param>
/// <param name="Atlas">The gazetteer.</param>
public sealed record DuplicateContext(IReadOnlyDictionary<string, Actor> Actors, IReadOnlyDictionary<string, Source> Sources, Atlas Atlas);
