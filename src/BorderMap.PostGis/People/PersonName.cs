using System.Text.RegularExpressions;

namespace BorderMap.PostGis.People;

/// <summary>The shape of names that people sign in with: 2 to 40 of a-z, 0-9, dot, hyphen and underscore. Two names never differ by case alone, and none looks like a token's.</summary>
public static partial class PersonName
{
    public const string Rule = "Use 2 to 40 of the characters a-z, 0-9, dot, hyphen and underscore, beginning with a letter or digit.";

    public static bool Is(string name) => Shape().IsMatch(name);

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9._-]{1,39}\z")]
    private static partial Regex Shape();
}
