using BorderMap.Incidents;
using BorderMap.Incidents.Model;

namespace BorderMap.PostGis.Writing;

/// <summary>Gives ids where a document leaves them to the server.</summary>
internal static class Identity
{
    /// <summary>The incident with an id, and its claims with theirs.</summary>
    public static Incident Complete(Incident incident) => incident with
    {
        Id = incident.Id.Length > 0 ? incident.Id : Ids.New(Ids.Incident),
        Claims = [.. incident.Claims.Select(claim => claim.Id.Length > 0 ? claim : claim with { Id = Ids.New(Ids.Claim) })],
    };
}
