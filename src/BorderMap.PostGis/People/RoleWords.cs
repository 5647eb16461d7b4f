namespace BorderMap.PostGis.People;

/// <summary>Roles as they are written: <c>contributor</c>, <c>editor</c>, <c>admin</c>.</summary>
public static class RoleWords
{
    private static readonly Dictionary<string, Role> Roles = Enum.GetValues<Role>().ToDictionary(EnumWords<Role>.Of);

    public static IReadOnlyCollection<string> All => Roles.Keys;

    public static string Of(Role role) => EnumWords<Role>.Of(role);

    /// <summary>Null where the word is no role.</summary>
    public static Role? TryRead(string? word) => word is not null && Roles.TryGetValue(word, out var role) ? role : null;

    internal static Role Read(string word) => Roles[word];
}
