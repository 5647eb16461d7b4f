using BorderMap.Incidents.Model;

namespace BorderMap.Incidents;

public static class Grading
{
    public static GradeResult Of(Incident incident, IReadOnlyDictionary<string, Source> sources, IReadOnlyDictionary<string, Actor> actors) => throw new NotImplementedException();
    public static ClaimStanding StandingOf(Claim claim, IReadOnlyList<Claim> claims, IReadOnlyList<IncidentActor> parties, IReadOnlyDictionary<string, Actor> actors) => throw new NotImplementedException();
}

/// <summary>A grade with the row of the rule that gave it, in words.</summary>
public readonly record struct GradeResult(Grade Grade, string Reason);

public enum ClaimStanding { Admitted, Disputed, Single }
