using BorderMap.Incidents.Model;

namespace BorderMap.Incidents.Joining;

/// <summary>What became of an incident by a further report of it.</summary>
/// <param name="Incident">The incident with the further source, not stored yet.</param>
/// <param name="Added">Claims that nobody had made.</param>
/// <param name="Repeated">Claims that stood already; not added again.</param>
/// <param name="Contradicted">Claims of the incident that an added one contradicts.</param>
public sealed record JoinedReport(Incident Incident, IReadOnlyList<Claim> Added, IReadOnlyList<Claim> Repeated, IReadOnlyList<Claim> Contradicted);
