using BorderMap.Reports.Lexicons;

namespace BorderMap.Reports.Toponyms;

/// <summary>Words that are written with a capital and are no names of places: months, peoples, organisations, words of reports.</summary>
internal static class NotNames
{
    private static readonly HashSet<string> Words = [.. LexiconFile.Rows("not-names.tsv", "word\twhy").SelectMany(row => row[0].Split('|')).SelectMany(WordForms.Of)];

    public static bool Contains(string key) => Words.Contains(key);
}
