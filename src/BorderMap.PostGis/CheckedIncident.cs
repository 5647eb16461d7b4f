using BorderMap.Incidents;
using BorderMap.Incidents.Model;

namespace BorderMap.PostGis;

/// <summary>What the rules say of a document.</summary>
/// <param name="Problems">What stands against storing it; empty: nothing.</param>
/// <param name="Derived">Ranges and grade with its reason; null while what they are reckoned from breaks a rule.</param>
public sealed record CheckedIncident(IReadOnlyList<Problem> Problems, Derived? Derived)
{
    private static readonly string[] Reckoned = ["claims", "places", "actors", "sources"];

    internal static bool IsReckonedFrom(string field) => Reckoned.Any(name => field.StartsWith(name, StringComparison.Ordinal));
}
