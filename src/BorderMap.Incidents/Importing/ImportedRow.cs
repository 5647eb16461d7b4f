using BorderMap.Incidents.Model;

namespace BorderMap.Incidents.Importing;

/// <summary>What one row of a foreign file is in BorderMap's model.</summary>
internal sealed record ImportedRow
{
    public required long Line { get; init; }

    /// <summary>Null when the row cannot be read, or is left out.</summary>
    public Incident? Incident { get; init; }

    /// <summary>Actors, sources and episodes that it names, to be made where there are none yet.</summary>
    public IReadOnlyList<Actor> Actors { get; init; } = [];
    public IReadOnlyList<Source> Sources { get; init; } = [];

    /// <summary>Which of the sources is the dataset that the file itself is; it is kept up to date by imports.</summary>
    public string? DatasetId { get; init; }
    public IReadOnlyList<Episode> Episodes { get; init; } = [];
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>What of it says whether it changed, where that is less than the document; null: the document.</summary>
    public string? Basis { get; init; }

    /// <summary>Nothing after it can be read.</summary>
    public bool EndsFile { get; init; }

    /// <summary>The row is about another country and is passed over.</summary>
    public bool IsElsewhere { get; init; }

    /// <summary>A person has to choose: the place, or among figures that contradict one another.</summary>
    public bool Waits { get; init; }

    public static ImportedRow Bad(long line, IReadOnlyList<Problem> problems) => new() { Line = line, Problems = problems };
}
