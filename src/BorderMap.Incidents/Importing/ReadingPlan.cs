using BorderMap.Incidents.Model;

namespace BorderMap.Incidents.Importing;

/// <summary>How a file is to be read.</summary>
/// <param name="Format">What it is.</param>
public sealed record ReadingPlan(ImportFormat Format)
{
    /// <summary>BorderMap's own JSON.</summary>
    public static ReadingPlan Own { get; } = new(ImportFormat.Bordermap);

    /// <summary>The state of rows that do not say theirs; null: draft. A row whose place waits for a person is a draft in any case.</summary>
    public IncidentStatus? As { get; init; }

    /// <summary>Which release a UCDP file is (<c>22.1</c>, <c>26.0.4</c>): the file itself does not say.</summary>
    public string? Release { get; init; }

    /// <summary>Which column is which field; null: the columns are named as the fields are.</summary>
    public ColumnMapping? Mapping { get; init; }
}
