using BorderMap.Incidents.Importing;

namespace BorderMap.PostGis;

/// <param name="By">Who imports, for the audit trail.</param>
/// <param name="Why">Why, for the audit trail.</param>
/// <param name="DryRun">Validate and count, and change nothing.</param>
public sealed record ImportOptions(string By, string Why, bool DryRun = false)
{
    /// <summary>How the file is read.</summary>
    public ReadingPlan Plan { get; init; } = ReadingPlan.Own;

    /// <summary>Whether the good rows come in where others are bad. Else one bad row keeps all out.</summary>
    public bool SkipBad { get; init; }
}
