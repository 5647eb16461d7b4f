using BorderMap.Incidents.Model;

namespace BorderMap.PostGis.Desk;

/// <summary>An incident as the desk sees it.</summary>
/// <param name="Incident">The document with its version and what the rules derive.</param>
/// <param name="Owner">Who began it.</param>
public sealed record DeskIncident(Incident Incident, string Owner);
