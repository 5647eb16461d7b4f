namespace BorderMap.Incidents;

/// <summary>The closed list of kinds, read from <c>data/vocabulary/kinds.json</c> (embedded).</summary>
public static class Kinds
{
    private sealed record KindsFile(string Source, IReadOnlyList<KindFamily> Families, IReadOnlyList<IncidentKind> Kinds);

    private static readonly KindsFile File = Vocabulary.Read<KindsFile>("kinds.json");
    private static readonly Dictionary<string, IncidentKind> ByName = File.Kinds.ToDictionary(k => k.Kind);
    private static readonly ILookup<string, string> ByFamily = File.Kinds.ToLookup(k => k.Family, k => k.Kind);

    public static IReadOnlyList<IncidentKind> All => File.Kinds;
    public static IReadOnlyList<KindFamily> Families => File.Families;

    /// <summary>The kind of that name, or null.</summary>
    public static IncidentKind? Find(string kind) => ByName.GetValueOrDefault(kind);

    /// <summary>The family of a kind.</summary>
    /// <exception cref="ArgumentException">No such kind: validate first.</exception>
    public static string FamilyOf(string kind) =>
        Find(kind)?.Family ?? throw new ArgumentException($"There is no kind '{kind}'.", nameof(kind));

    /// <summary>The kinds of a family; none when there is no such family.</summary>
    public static IEnumerable<string> InFamily(string family) => ByFamily[family];
}
