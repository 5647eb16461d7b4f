namespace BorderMap.Incidents.Model;

/// <summary>BorderMap's own JSON file: what <c>./run import</c> reads. Actors, sources and episodes come before the incidents that name them.</summary>
public sealed record BorderMapFile
{
    /// <summary><c>bordermap/1</c>.</summary>
    public required string Format { get; init; }
    public IReadOnlyList<Actor> Actors { get; init; } = [];
    public IReadOnlyList<Source> Sources { get; init; } = [];
    public IReadOnlyList<Episode> Episodes { get; init; } = [];
    public IReadOnlyList<Incident> Incidents { get; init; } = [];
}
