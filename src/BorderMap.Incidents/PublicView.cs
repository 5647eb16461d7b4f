using BorderMap.Gazetteer;
using BorderMap.Incidents.Model;

namespace BorderMap.Incidents;

/// <summary>All that may be shown of an incident: rows and texts are written from this and nothing else.</summary>
internal sealed record PublicView
{
    public required Incident Incident { get; init; }
    public required IReadOnlyList<ShownPlace> Places { get; init; }
    public required IReadOnlyList<ShownSource> Sources { get; init; }
    public required IReadOnlyDictionary<string, Actor> Actors { get; init; }
    public required Episode? Episode { get; init; }
    public required GradeResult Grade { get; init; }
    public required Atlas Atlas { get; init; }
    public ShownPlace? Principal => Places.Count == 0 ? null : Places[0];
}
