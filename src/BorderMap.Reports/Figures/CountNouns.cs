namespace BorderMap.Reports.Figures;

/// <summary>"the toll", "its figures", "a count of five": nouns for how many came to harm, whoever counted them.</summary>
internal static class CountNouns
{
    private static readonly HashSet<string> Nouns = new(StringComparer.Ordinal) { "number", "numbers", "figure", "figures", "toll", "tolls", "count", "tally" };

    public static bool Is(string key) => Nouns.Contains(key);
}
