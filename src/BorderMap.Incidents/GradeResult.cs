using BorderMap.Incidents.Model;

namespace BorderMap.Incidents;

/// <summary>A grade with the row of the rule that gave it, in words.</summary>
public readonly record struct GradeResult(Grade Grade, string Reason);

/// <summary>Where a claim stands among the others.</summary>
public enum ClaimStanding { Admitted, Disputed, Single }
