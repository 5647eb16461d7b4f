namespace BorderMap.Incidents.Cql2;

/// <summary>The words of the text encoding that are no names of properties unless they stand in double quotes.</summary>
internal static class Keywords
{
    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
        { Operators.And, Operators.Or, Operators.Not, Operators.Like, Operators.Between, Operators.In, "is", "null", "div", "true", "false" };

    public static bool Reserve(string name) => Reserved.Contains(name);
}
