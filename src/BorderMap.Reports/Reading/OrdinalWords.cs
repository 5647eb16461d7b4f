namespace BorderMap.Reports.Reading;

/// <summary>"first", "second", ... "twentieth", "thirtieth": written ordinals.</summary>
internal static class OrdinalWords
{
    private static readonly Dictionary<string, int> Ranks = new[]
    {
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
    }.Select((word, i) => (word, i + 1)).Append(("thirtieth", 30)).ToDictionary(StringComparer.Ordinal);

    /// <summary>3 for "third"; 0: no ordinal.</summary>
    public static int Of(string key) => Ranks.GetValueOrDefault(key);
}
