namespace BorderMap.Incidents.Duplicates;

internal static class KindLikeness
{
    private const string Unspecified = "violence_unspecified";

    public static Evidence Of(string a, string b, LikenessRules rules)
    {
        if (Kinds.Find(a) is not { } one || Kinds.Find(b) is not { } other)
            return Evidence.None;
        var words = $"{one.Label.ToLowerInvariant()} and {other.Label.ToLowerInvariant()}";
        if (a == b)
            return a == Unspecified ? new(rules.Kind["unspecified"], null) : new(rules.Kind["same"], $"both {one.Label.ToLowerInvariant()}");
        if (one.Family == other.Family && rules.FamiliesAlike.Contains(one.Family))
            return new(rules.Kind["family"], words);
        if (!IsViolent(a, one.Family, rules) || !IsViolent(b, other.Family, rules))
            return new(rules.Kind["other"], words);
        return a == Unspecified || b == Unspecified ? new(rules.Kind["unspecified"], null) : new(rules.Kind["violent"], words);
    }

    private static bool IsViolent(string kind, string family, LikenessRules rules) => kind == Unspecified || rules.ViolentFamilies.Contains(family);
}
