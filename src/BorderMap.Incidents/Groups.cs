using BorderMap.Incidents.Model;

namespace BorderMap.Incidents;

/// <summary>A category of the tree of groups.</summary>
/// <param name="Category">The word stored, <c>soldiers</c>.</param>
/// <param name="Parent">The category that holds it; null for <c>all</c>.</param>
/// <param name="Label">English words for it.</param>
/// <param name="CutsAcross">It may hold the same people as its siblings, so figures of the two are never added.</param>
/// <param name="Labels">Words for it in other languages, by their tags.</param>
public sealed record GroupCategory(string Category, string? Parent, string Label, bool CutsAcross = false, IReadOnlyDictionary<string, string>? Labels = null);

/// <summary>A side of a group.</summary>
public sealed record GroupSide(string Side, string Label, IReadOnlyDictionary<string, string>? Labels = null);

/// <summary>The tree of harmed groups, read from <c>data/vocabulary/groups.json</c> (embedded).
/// A group is (side, category); a side that is not said (null) holds all sides.</summary>
public static class Groups
{
    private sealed record GroupsFile(string Source, IReadOnlyList<GroupSide> Sides, IReadOnlyList<GroupCategory> Categories);

    private static readonly GroupsFile File = Vocabulary.Read<GroupsFile>("groups.json");
    private static readonly Dictionary<string, GroupCategory> ByName = File.Categories.ToDictionary(c => c.Category);

    /// <summary>Everyone, side not said: what a claim without a group is about.</summary>
    public static HarmedGroup Everyone { get; } = new(null, "all");
    public static IReadOnlyList<GroupCategory> Categories => File.Categories;
    public static IReadOnlyList<GroupSide> Sides => File.Sides;

    public static GroupCategory? Find(string category) => ByName.GetValueOrDefault(category);

    public static bool IsSide(string side) => File.Sides.Any(s => s.Side == side);

    /// <summary>Whether every member of <paramref name="inner"/> belongs to <paramref name="outer"/>; a group holds itself.</summary>
    public static bool Holds(HarmedGroup outer, HarmedGroup inner) =>
        (outer.Side is null || outer.Side == inner.Side) && CategoryHolds(outer.Category, inner.Category);

    /// <summary>Whether no one can belong to both: different sides, or categories that lie apart in the tree and do not cut across one another.</summary>
    public static bool Disjoint(HarmedGroup a, HarmedGroup b) =>
        (a.Side is not null && b.Side is not null && a.Side != b.Side) || CategoriesDisjoint(a.Category, b.Category);

    /// <summary>English words: <c>civilians, Afghan side</c>.</summary>
    public static string LabelOf(HarmedGroup group)
    {
        var category = Find(group.Category)?.Label ?? group.Category;
        var side = File.Sides.FirstOrDefault(s => s.Side == group.Side)?.Label;
        return side is null ? category : $"{category}, {side}";
    }

    private static bool CategoryHolds(string outer, string inner)
    {
        for (var at = Find(inner); at is not null; at = at.Parent is null ? null : Find(at.Parent))
            if (at.Category == outer)
                return true;
        return false;
    }

    private static bool CategoriesDisjoint(string a, string b)
    {
        if (CategoryHolds(a, b) || CategoryHolds(b, a))
            return false;
        return !(BelowCommonParent(a, b).CutsAcross || BelowCommonParent(b, a).CutsAcross);
    }

    // The ancestor of a (or a itself) that is a child of the nearest category holding both.
    private static GroupCategory BelowCommonParent(string a, string b)
    {
        var at = ByName[a];
        while (!CategoryHolds(at.Parent!, b))
            at = ByName[at.Parent!];
        return at;
    }
}
