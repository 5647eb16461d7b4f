using BorderMap.Incidents.Model;

namespace BorderMap.Incidents;

/// <summary>
/// How sure it is that an incident happened. The first row that fits:
/// <list type="number">
/// <item>denied by the accused and not admitted by him → contested;</item>
/// <item>every source withdrawn or discounted → discounted;</item>
/// <item>the harmed or the acting side admits it → confirmed;</item>
/// <item>three or more independent publishers with reporting of their own → confirmed;</item>
/// <item>two → fair;</item>
/// <item>else weak.</item>
/// </list>
/// The accused is who takes part as initiator, accused or party. A side admits when it speaks against its own interest: it reports losses among its own
/// forces; or, as initiator or accused, it says that the thing happened or that it did it (where it blames another, the claim about the author denies),
/// or gives figures for what another side reports too. Its word about the other side's losses alone is no admission, and neither is a deed that
/// another side denies to have happened: that is a boast. Independent means another publisher after wire attribution.
/// A claim that was superseded, or whose source is withdrawn or discounted, does not count; neither do estimates.
/// </summary>
public static class Grading
{
    private static readonly HarmedGroup Forces = new(null, "security_forces");

    public static GradeResult Of(Incident incident, IReadOnlyDictionary<string, Source> sources, IReadOnlyDictionary<string, Actor> actors)
    {
        var used = SourcesOf(incident, sources);
        var claims = StandingClaims(incident.Claims, sources);
        if (DeniedByAccused(incident, claims, actors) is { } denier)
            return new(Grade.Contested, $"denied by the accused ({NameOf(denier, actors)}) and not admitted");
        if (used.Count > 0 && used.TrueForAll(s => s.Withdrawn || s.Discounted))
            return new(Grade.Discounted, "every source is withdrawn or discounted");
        if (Admission(incident, claims, actors) is { } admission)
            return new(Grade.Confirmed, admission);
        var publishers = IndependentPublishers(used);
        return publishers.Count switch
        {
            >= 3 => new(Grade.Confirmed, $"{publishers.Count} independent publishers report it"),
            2 => new(Grade.Fair, "2 independent publishers report it"),
            1 => new(Grade.Weak, $"one publisher reports it: {publishers[0]}"),
            _ => new(Grade.Weak, "no publisher with reporting of its own is recorded"),
        };
    }

    /// <summary>Where one claim stands among the others.
    /// Admitted: it is an admission itself, or one says the same. Disputed: another side denies it, or gives figures for the same group that do not meet it.
    /// Single: neither; it rests on who says it.</summary>
    public static ClaimStanding StandingOf(Claim claim, IReadOnlyList<Claim> claims, IReadOnlyList<IncidentActor> parties, IReadOnlyDictionary<string, Actor> actors)
    {
        if (IsAdmission(claim, parties, actors))
            return ClaimStanding.Admitted;
        var standing = ClaimStanding.Single;
        foreach (var other in claims)
        {
            if (ReferenceEquals(other, claim) || Ranges.IsSuperseded(other, claims) || !IsSameQuestion(claim, other) || IsSameClaimant(claim, other, actors))
                continue;
            if (Contradicts(claim, other))
                return ClaimStanding.Disputed;
            if (Meets(claim, other) && IsAdmission(other, parties, actors))
                standing = ClaimStanding.Admitted;
        }
        return standing;
    }

    private static List<Source> SourcesOf(Incident incident, IReadOnlyDictionary<string, Source> sources)
    {
        var used = new List<Source>(incident.Sources.Count);
        foreach (var use in incident.Sources)
            Add(use.Source);
        foreach (var claim in incident.Claims)
            Add(claim.Source);
        return used;

        void Add(string? id)
        {
            if (id is not null && !used.Exists(s => s.Id == id))
                used.Add(sources[id]);
        }
    }

    private static List<Claim> StandingClaims(IReadOnlyList<Claim> claims, IReadOnlyDictionary<string, Source> sources)
    {
        var standing = new List<Claim>(claims.Count);
        foreach (var claim in claims)
            if (!Ranges.IsSuperseded(claim, claims) && (claim.Source is null || sources[claim.Source] is { Withdrawn: false, Discounted: false }))
                standing.Add(claim);
        return standing;
    }

    private static string? DeniedByAccused(Incident incident, List<Claim> claims, IReadOnlyDictionary<string, Actor> actors)
    {
        foreach (var denial in claims)
        {
            if (denial is not { About: ClaimAbout.Occurrence, Stance: Stance.Denies, Claimant: { } denier } || !Acts(denier, incident.Actors, actors, andParties: true))
                continue;
            var admitted = claims.Exists(c => c is { Stance: Stance.Asserts, Claimant: { } who } && Parties.Same(who, denier, actors)
                && (c.About is ClaimAbout.Occurrence or ClaimAbout.Author || IsOwnLoss(c, actors)));
            if (!admitted)
                return denier;
        }
        return null;
    }

    private static string? Admission(Incident incident, List<Claim> claims, IReadOnlyDictionary<string, Actor> actors)
    {
        foreach (var claim in claims)
        {
            if (claim is not { Stance: Stance.Asserts, Claimant: { } claimant })
                continue;
            if (IsOwnLoss(claim, actors))
                return $"the harmed side admits it: losses of its own, by {NameOf(claimant, actors)}";
            if (!Acts(claimant, incident.Actors, actors, andParties: false) || IsDeniedByAnotherSide(claimant, claims, incident.Actors, actors))
                continue;
            if (claim.About is ClaimAbout.Occurrence or ClaimAbout.Author)
                return $"the acting side admits it: said by {NameOf(claimant, actors)}";
            if (claims.Exists(c => c is { Stance: Stance.Asserts, Claimant: { } other } && !Parties.Same(other, claimant, actors) && IsParty(other, incident.Actors, actors)))
                return $"the acting side admits it: figures by {NameOf(claimant, actors)}, and by the other side too";
        }
        return null;
    }

    private static bool IsDeniedByAnotherSide(string claimant, List<Claim> claims, IReadOnlyList<IncidentActor> parties, IReadOnlyDictionary<string, Actor> actors) =>
        claims.Exists(c => c is { About: ClaimAbout.Occurrence, Stance: Stance.Denies, Claimant: { } denier }
            && !Parties.Same(denier, claimant, actors) && IsParty(denier, parties, actors));

    private static bool IsAdmission(Claim claim, IReadOnlyList<IncidentActor> parties, IReadOnlyDictionary<string, Actor> actors) =>
        claim is { Stance: Stance.Asserts, Claimant: { } claimant }
        && (IsOwnLoss(claim, actors) || (claim.About is ClaimAbout.Occurrence or ClaimAbout.Author && Acts(claimant, parties, actors, andParties: false)));

    // Losses among its own forces: the claimant belongs to the state whose side was harmed. An armed group of that side is not its own.
    private static bool IsOwnLoss(Claim claim, IReadOnlyDictionary<string, Actor> actors) =>
        claim is { About: ClaimAbout.Toll, Stance: Stance.Asserts, Claimant: { } claimant, Group: { Side: { } side } group }
        && (group.Category == "combatants" || Groups.Holds(Forces, group))
        && HasLoss(claim)
        && Parties.SideOf(claimant, actors) == side;

    // "None of ours was killed" is no admission.
    private static bool HasLoss(Claim claim) =>
        IsSome(claim.Killed) || IsSome(claim.Injured) || IsSome(claim.Missing) || IsSome(claim.Captured) || IsSome(claim.Casualties);

    private static bool IsSome(Figure? figure) => figure is not null && (figure.Min > 0 || figure.Max > 0 || figure is { Min: null, Max: null, Words: not null });

    private static bool Acts(string id, IReadOnlyList<IncidentActor> parties, IReadOnlyDictionary<string, Actor> actors, bool andParties)
    {
        foreach (var party in parties)
            if ((party.Role is ActorRole.Initiator or ActorRole.Accused || (andParties && party.Role == ActorRole.Party)) && Parties.Same(id, party.Actor, actors))
                return true;
        return false;
    }

    private static bool IsParty(string id, IReadOnlyList<IncidentActor> parties, IReadOnlyDictionary<string, Actor> actors)
    {
        foreach (var party in parties)
            if (party.Role is not (ActorRole.Mediator or ActorRole.Other) && Parties.Same(id, party.Actor, actors))
                return true;
        return false;
    }

    private static bool IsSameClaimant(Claim a, Claim b, IReadOnlyDictionary<string, Actor> actors) =>
        a.Claimant is { } one && b.Claimant is { } two && Parties.Same(one, two, actors);

    private static bool IsSameQuestion(Claim a, Claim b) => a.About == b.About && a.About switch
    {
        ClaimAbout.Toll or ClaimAbout.Objects => (a.Group ?? Groups.Everyone) is var one && (b.Group ?? Groups.Everyone) is var two
            && one.Side == two.Side && one.Category == two.Category,
        _ => true,
    };

    private static bool Contradicts(Claim a, Claim b) =>
        a.Stance != b.Stance || (a.Stance == Stance.Asserts && (Apart(a.Killed, b.Killed) || Apart(a.Injured, b.Injured)));

    // The words of a claim cannot be compared: who speaks of an author or a target may mean another one.
    private static bool Meets(Claim a, Claim b) => a.About switch
    {
        ClaimAbout.Occurrence => true,
        ClaimAbout.Toll => (HasNumber(a.Killed) && HasNumber(b.Killed)) || (HasNumber(a.Injured) && HasNumber(b.Injured)),
        _ => false,
    };

    private static bool HasNumber(Figure? figure) => figure is { Min: not null } or { Max: not null };

    private static bool Apart(Figure? a, Figure? b) =>
        a is { } one && b is { } two && (one.Max < two.Min || two.Max < one.Min);

    private static List<string> IndependentPublishers(List<Source> sources)
    {
        var publishers = new List<string>();
        foreach (var source in sources)
        {
            var publisher = (source.Origin ?? source.Publisher).Trim();
            if (source is { OwnReporting: true, Withdrawn: false, Discounted: false } && !publishers.Contains(publisher, StringComparer.OrdinalIgnoreCase))
                publishers.Add(publisher);
        }
        return publishers;
    }

    private static string NameOf(string id, IReadOnlyDictionary<string, Actor> actors) => actors.TryGetValue(id, out var actor) ? actor.Name : id;
}
