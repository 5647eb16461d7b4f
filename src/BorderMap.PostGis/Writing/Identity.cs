using BorderMap.Incidents;
using BorderMap.Incidents.Model;

namespace BorderMap.PostGis.Writing;

/// <summary>Gives ids where a document leaves them to the server.</summary>
internal static class Identity
{
    /// <summary>The claims with ids that the same row always gives, so that its next import finds them again.</summary>
    public static Incident WithSteadyClaims(Incident incident)
    {
        var key = incident.SourceKeys.Count > 0 ? incident.SourceKeys[0] : incident.Id;
        return key.Length == 0 ? incident : incident with
        {
            Claims = [.. incident.Claims.Select((claim, i) => claim.Id.Length > 0 ? claim : claim with { Id = Ids.From(Ids.Claim, $"{key}\n{i}") })],
        };
    }

    /// <summary>Whether nothing is left to the server.</summary>
    public static bool IsComplete(Incident incident) => incident.Id.Length > 0 && incident.Claims.All(claim => claim.Id.Length > 0);

    /// <summary>The incident with an id, and its claims with theirs.</summary>
    public static Incident Complete(Incident incident) => incident with
    {
        Id = incident.Id.Length > 0 ? incident.Id : Ids.New(Ids.Incident),
        Claims = [.. incident.Claims.Select(claim => claim.Id.Length > 0 ? claim : claim with { Id = Ids.New(Ids.Claim) })],
    };
}
