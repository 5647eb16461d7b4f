namespace BorderMap.Reports.Reading;

/// <summary>Whether a text is English: by its small words, which every English sentence holds.</summary>
internal static class Languages
{
    public const string English = "en", Other = "other", None = "none";

    private const int FewWords = 12;

    /// <summary>Of how many words one must be English: of those without a capital, which names have.</summary>
    private const int SmallOfWords = 12, EnglishOfWords = 5, EnglishOfCapitals = 8;

    /// <summary>Words of reports, their abbreviations among them, that no neighbour's language has: a signal of nouns alone is English too.</summary>
    private static readonly HashSet<string> OfReports = new(StringComparer.Ordinal)
    {
        "shelling", "shells", "shell", "rounds", "rds", "arty", "fire", "fired", "firing", "post", "posts", "gate", "gates", "closed", "shut", "open", "opened", "reopened", "crossing", "dead", "killed", "wounded", "injured", "hurt", "kia", "wia", "strike", "strikes", "airstrike", "drone", "drones", "jets", "troops", "soldiers", "guards",
        "police", "villagers", "civ", "cas", "nil", "vic", "rpt", "raid", "attack", "attacks", "infiltration", "attempt", "foiled", "foil", "forces", "house", "houses", "village", "border", "district", "sources", "source", "captured", "own", "side", "fm", "ied", "mine", "bomb", "blast", "patrol", "night", "sector", "area", "clash", "clashes",
        "mortar", "mortars", "rockets", "rocket", "hostile", "friendly", "recovered", "impact", "ground", "reported", "reporting", "between", "two", "three", "four", "five", "six", "seven", "eight", "other", "others", "men", "women", "boy", "girl", "one", "again", "since", "until", "while", "their", "his", "her", "they", "we", "our", "which", "who", "all", "yesterday", "today", "near",
        "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sitrep", "hrs", "staff", "everyone", "terminal", "says", "pounding", "tanks", "sent", "home", "live", "nothing", "left", "hit", "destroyed",
    };

    private static readonly HashSet<string> Small = new(StringComparer.Ordinal)
        { "the", "of", "in", "and", "to", "a", "on", "was", "were", "at", "by", "for", "with", "from", "that", "is", "has", "have", "had", "said", "after", "near", "an", "as", "it", "its", "no", "not", "killed", "wounded", "injured", "district", "border" };

    public static string Of(ReportText text)
    {
        var (words, small, latin, english, lower) = (0, 0, 0, 0, 0);
        foreach (var token in text.Tokens)
        {
            if (token.IsWord)
            {
                words++;
                latin += token.Key[0] < 0x250 ? 1 : 0;
                small += Small.Contains(token.Key) ? 1 : 0;
                english += OfReports.Contains(token.Key) || Small.Contains(token.Key) ? 1 : 0;
                lower += token.IsCapital ? 0 : 1;
            }
        }
        return words == 0 ? None : latin * 2 < words ? Other : words <= FewWords || small * SmallOfWords >= latin || english * EnglishOfWords >= lower && english * EnglishOfCapitals >= latin || small * 30 >= latin && text.Blocks.Any(block => block.Kind is BlockKind.Row) ? English : Other;
    }
}
