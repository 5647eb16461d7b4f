using BorderMap.Gazetteer;
using BorderMap.Incidents.Model;

namespace BorderMap.Incidents;

/// <summary>Everything a public row is made of.</summary>
/// <param name="Incident">The document.</param>
/// <param name="Sources">At least the sources it uses, by id.</param>
/// <param name="Actors">At least the actors it names and the organisations they belong to, by id.</param>
/// <param name="Episode">The episode it belongs to, if any.</param>
/// <param name="Atlas">The gazetteer and the line.</param>
/// <param name="Now">The instant that ends embargoes (UTC).</param>
public sealed record ProjectionInput(Incident Incident, IReadOnlyDictionary<string, Source> Sources, IReadOnlyDictionary<string, Actor> Actors,
    Episode? Episode, Atlas Atlas, DateTimeOffset Now);

/// <summary>A public incident as a member of its episode.</summary>
public sealed record PublicMember(string Id, DateOnly? DateStart, DateOnly? DateEnd);
