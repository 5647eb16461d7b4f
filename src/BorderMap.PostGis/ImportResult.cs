using BorderMap.Incidents;

namespace BorderMap.PostGis;

/// <summary>What an import did. With problems it changed nothing, unless bad rows were to be skipped.</summary>
/// <param name="Added">Documents that were not there.</param>
/// <param name="Updated">Documents that differ from the last import.</param>
/// <param name="Unchanged">Documents as they were, and those that an editor retracted, merged or redacted.</param>
/// <param name="Problems">The first thousand problems; <paramref name="ProblemCount"/> counts all.</param>
/// <param name="ProblemCount">All problems found.</param>
/// <param name="Pub">The public sequence afterwards; unmoved when nothing public changed.</param>
public sealed record ImportResult(long Added, long Updated, long Unchanged, IReadOnlyList<Problem> Problems, long ProblemCount, long Pub)
{
    /// <summary>Whether it was written.</summary>
    public bool IsDone { get; init; }

    /// <summary>Of <see cref="Added"/>, <see cref="Updated"/> and <see cref="Unchanged"/> those that are incidents.</summary>
    public (long Added, long Updated, long Unchanged) Incidents { get; init; }

    /// <summary>Rows with problems.</summary>
    public long Rejected { get; init; }

    /// <summary>Whether some problem is not that of an incident's row alone, so that skipping rows does not help.</summary>
    public bool IsHopeless { get; init; }

    /// <summary>Rows of other countries, passed over.</summary>
    public long Elsewhere { get; init; }

    /// <summary>Incidents that wait as drafts: their place is ambiguous or unknown, or their figures contradict one another.</summary>
    public long Waiting { get; init; }

    /// <summary>The first thousand incidents that were there and changed, and the first few new ones.</summary>
    public IReadOnlyList<ImportedChange> Changes { get; init; } = [];

    /// <summary>The problems again, part by part.</summary>
    public IReadOnlyList<RowProblem> ProblemRows { get; init; } = [];

    /// <summary>The first hundred of those that wait.</summary>
    public IReadOnlyList<WaitingRow> WaitingRows { get; init; } = [];

    /// <summary>The ids of the first hundred incidents that were not there and are published.</summary>
    public IReadOnlyList<string> NewlyPublished { get; init; } = [];
}

/// <summary>What an import did to one incident.</summary>
/// <param name="Row">The row of the file.</param>
/// <param name="Id">The incident; empty where it has none yet.</param>
/// <param name="Key">Its source key; null: none.</param>
/// <param name="Title">Its title.</param>
/// <param name="IsNew">Whether it was not there.</param>
/// <param name="Fields">The fields that changed, <c>estimates</c>; of a new one none.</param>
/// <param name="Kept">The fields that an editor has changed as well, and that stay as the editor left them.</param>
public sealed record ImportedChange(string Row, string Id, string? Key, string Title, bool IsNew, IReadOnlyList<string> Fields, IReadOnlyList<string> Kept);
