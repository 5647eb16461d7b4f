namespace BorderMap.Reports.Reading;

/// <summary>Whether a text is English: by its small words, which every English sentence holds.</summary>
internal static class Languages
{
    public const string English = "en", Other = "other", None = "none";

    private const int FewWords = 12;

    private static readonly HashSet<string> Small = new(StringComparer.Ordinal)
        { "the", "of", "in", "and", "to", "a", "on", "was", "were", "at", "by", "for", "with", "from", "that", "is", "has", "have", "had", "said", "after", "near", "an", "as", "it", "its", "no", "not", "killed", "wounded", "injured", "district", "border" };

    public static string Of(ReportText text)
    {
        var (words, small, latin) = (0, 0, 0);
        foreach (var token in text.Tokens)
        {
            if (token.IsWord)
            {
                words++;
                latin += token.Key[0] < 0x250 ? 1 : 0;
                small += Small.Contains(token.Key) ? 1 : 0;
            }
        }
        return words == 0 ? None : latin * 2 < words ? Other : words <= FewWords || small * 12 >= latin || small * 30 >= latin && text.Blocks.Any(block => block.Kind is BlockKind.Row) ? English : Other;
    }
}
