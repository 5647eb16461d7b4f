using BorderMap.Incidents;
using BorderMap.Incidents.Model;

namespace BorderMap.PostGis.Writing;

/// <summary>One record made of two, and two again of one. Claims and sources keep their ids.</summary>
internal static class IncidentMerge
{
    /// <summary>The winner with the loser's claims, estimates and sources, shown by the stricter rule of the two.</summary>
    public static Incident Join(Incident winner, Incident loser, int loserVersion) => Redaction.Apply(winner, loser.Sensitivity) with
    {
        Claims = [.. winner.Claims, .. loser.Claims.ExceptBy(winner.Claims.Select(claim => claim.Id), claim => claim.Id)],
        Estimates = [.. winner.Estimates, .. loser.Estimates.Where(estimate => !winner.Estimates.Any(own => IsSame(own, estimate)))],
        Sources = [.. winner.Sources, .. loser.Sources.ExceptBy(winner.Sources.Select(use => use.Source), use => use.Source)],
        Merged = [.. winner.Merged, new MergedFrom(loser.Id, loserVersion)],
    };

    /// <summary>The winner without what came with the loser; what it had of its own before the merge stays.</summary>
    /// <param name="winner">The joint record, as it is now.</param>
    /// <param name="loser">The record that is split off.</param>
    /// <param name="before">The winner as it was before the merge.</param>
    public static Incident Part(Incident winner, Incident loser, Incident before)
    {
        var gone = loser.Claims.Select(claim => claim.Id).Except(before.Claims.Select(claim => claim.Id)).ToHashSet();
        var claims = winner.Claims.Where(claim => !gone.Contains(claim.Id)).ToList();
        var needed = before.Sources.Select(use => use.Source).Concat(claims.Select(claim => claim.Source)).Concat(winner.Places.Select(place => place.Source)).ToHashSet();
        var brought = loser.Sources.Select(use => use.Source).ToHashSet();
        return winner with
        {
            Claims = claims,
            Estimates = [.. winner.Estimates.Where(estimate => before.Estimates.Any(own => IsSame(own, estimate)) || !loser.Estimates.Any(other => IsSame(other, estimate)))],
            Sources = [.. winner.Sources.Where(use => needed.Contains(use.Source) || !brought.Contains(use.Source))],
            Merged = [.. winner.Merged.Where(merged => merged.Id != loser.Id)],
        };
    }

    private static bool IsSame(Estimate one, Estimate other) => one.By == other.By && one.Release == other.Release;
}
