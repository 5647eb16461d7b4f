using BorderMap.Incidents.Model;

namespace BorderMap.Incidents.Joining;

/// <summary>Takes what a further report tells of a happening into its incident: one incident with several sources, each claim once, and nothing summed.</summary>
public static class FurtherSource
{
    /// <param name="incident">The incident as it stands; everything of it is kept.</param>
    /// <param name="told">The same happening as the further report tells it, with its source.</param>
    /// <param name="newClaimId">Gives the id of a claim that is added.</param>
    public static JoinedReport Join(Incident incident, Incident told, Func<string> newClaimId)
    {
        ArgumentNullException.ThrowIfNull(incident);
        ArgumentNullException.ThrowIfNull(told);
        ArgumentNullException.ThrowIfNull(newClaimId);
        var isRepeated = told.Claims.ToLookup(claim => incident.Claims.Any(standing => SaysTheSame(standing, claim)));
        var ids = isRepeated[false].Select(claim => (Told: claim.Id, Given: newClaimId())).ToList();
        List<Claim> added = [.. isRepeated[false].Select((claim, i) => claim with { Id = ids[i].Given, Supersedes = Earlier(claim) })];
        var joined = incident with
        {
            Sources = [.. incident.Sources, .. told.Sources.Where(use => incident.Sources.All(standing => standing.Source != use.Source))],
            Actors = [.. incident.Actors, .. told.Actors.Where(actor => incident.Actors.All(standing => standing.Actor != actor.Actor))],
            Claims = [.. incident.Claims, .. added],
        };
        // What a claim replaces may be added with it, or stand already.
        string? Earlier(Claim claim) => claim.Supersedes is not { Length: > 0 } earlier ? null
            : ids.Find(id => id.Told == earlier).Given ?? incident.Claims.FirstOrDefault(standing => told.Claims.Any(other => other.Id == earlier && SaysTheSame(standing, other)))?.Id;

        return new(joined, added, [.. isRepeated[true]], [.. incident.Claims.Where(standing => added.Any(claim => Contradict(standing, claim)))]);
    }

    /// <summary>The document resting on a source: all that names none yet, and the incident itself.</summary>
    /// <param name="told">What a report tells.</param>
    /// <param name="source">Id of the report's source.</param>
    public static Incident WithSource(Incident told, string source)
    {
        ArgumentNullException.ThrowIfNull(told);
        return told with
        {
            Sources = told.Sources.Any(use => use.Source == source) ? told.Sources : [new SourceUse(source), .. told.Sources],
            Places = [.. told.Places.Select(place => place.Source is null ? place with { Source = source } : place)],
            Claims = [.. told.Claims.Select(claim => claim.Source is null ? claim with { Source = source } : claim)],
        };
    }

    // Said again by whoever said it before: the further source shows in the list of sources, the claim stands already.
    private static bool SaysTheSame(Claim standing, Claim claim) =>
        standing.About == claim.About && standing.Claimant == claim.Claimant && standing.Stance == claim.Stance && IsSameGroup(standing, claim) && standing.Part == claim.Part
        && Bounds(standing).SequenceEqual(Bounds(claim)) && standing.Objects.SequenceEqual(claim.Objects) && (standing.About == ClaimAbout.Toll || standing.Words == claim.Words);

    private static bool Contradict(Claim standing, Claim claim) =>
        standing.About == claim.About && IsSameGroup(standing, claim)
        && (standing.Stance != claim.Stance || (standing.Claimant != claim.Claimant && Figures(standing).Zip(Figures(claim)).Any(pair => AreApart(pair.First, pair.Second))));

    private static bool IsSameGroup(Claim one, Claim other) => one.Group?.Side == other.Group?.Side && one.Group?.Category == other.Group?.Category;

    private static bool AreApart(Figure? one, Figure? other) =>
        one is not null && other is not null && (one.Min ?? 0, one.Max ?? int.MaxValue) is var (low, high) && ((other.Max ?? int.MaxValue) < low || (other.Min ?? 0) > high);

    private static IEnumerable<Figure?> Figures(Claim claim) => [claim.Killed, claim.Injured, claim.Missing, claim.Captured, claim.Casualties];

    private static IEnumerable<(int? Min, int? Max)?> Bounds(Claim claim) => Figures(claim).Select(figure => figure is null ? ((int?, int?)?)null : (figure.Min, figure.Max));
}
