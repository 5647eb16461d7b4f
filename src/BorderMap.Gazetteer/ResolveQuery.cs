namespace BorderMap.Gazetteer;

/// <summary>A written name, with whatever is known of the place that it may mean. All but the name is evidence: none of it empties the answer.</summary>
/// <param name="Name">The toponym, in any script; may carry its context after commas ("Giwi, Jaji Aryub, Paktia").</param>
public sealed record ResolveQuery(string Name)
{
    /// <summary>District, province or country in words, separated by commas, in any order; may be misspelt.</summary>
    public string? Context { get; init; }

    /// <summary>ISO 3166-1 alpha-2: <c>AF</c> or <c>PK</c>.</summary>
    public string? Country { get; init; }

    /// <summary>What kind of place is meant.</summary>
    public PlaceKind? Kind { get; init; }

    /// <summary>A position near which the place is thought to lie: nearer places are likelier, none is shut out.</summary>
    public GeoPoint? Near { get; init; }

    /// <summary>Other place names of the same text: places in or near the same districts are likelier.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];

    /// <summary>The text is about the border: places near the Durand Line are likelier.</summary>
    public bool NearLine { get; init; }

    /// <summary>The day that the text speaks of: names and parents count as they were then; null for today.</summary>
    public DateOnly? On { get; init; }

    /// <summary>The most candidates to give; at least 1.</summary>
    public int Limit { get; init; } = 5;
}
