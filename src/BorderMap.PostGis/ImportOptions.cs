using BorderMap.Incidents;

namespace BorderMap.PostGis;

/// <param name="By">Who imports, for the audit trail.</param>
/// <param name="Why">Why, for the audit trail.</param>
/// <param name="DryRun">Validate and count, and change nothing.</param>
public sealed record ImportOptions(string By, string Why, bool DryRun = false);

/// <summary>How far an import has come.</summary>
/// <param name="Stage"><c>reading</c> or <c>merging</c>.</param>
/// <param name="Rows">Rows read so far.</param>
public sealed record ImportProgress(string Stage, long Rows);

/// <summary>What an import did. With problems it changed nothing.</summary>
/// <param name="Added">Documents that were not there.</param>
/// <param name="Updated">Documents that differ from the last import.</param>
/// <param name="Unchanged">Documents as they were, and those that an editor retracted, merged or redacted.</param>
/// <param name="Problems">The first thousand problems; <paramref name="ProblemCount"/> counts all.</param>
/// <param name="ProblemCount">All problems found.</param>
/// <param name="Pub">The public sequence afterwards; unmoved when nothing public changed.</param>
public sealed record ImportResult(long Added, long Updated, long Unchanged, IReadOnlyList<Problem> Problems, long ProblemCount, long Pub);
