using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Figures;

/// <summary>Ordinals that count people: "a third was hurt", "an eleventh villager has died", "the other lost a hand".</summary>
internal static partial class Numbers
{
    /// <summary>What may follow "a third" of people: a verb, an adverb, a state, whose limb it is; but no noun.</summary>
    private static readonly HashSet<string> AfterOneMore = new(StringComparer.Ordinal)
    {
        "was", "is", "had", "has", "died", "lost", "succumbed", "fell", "remains", "remained", "lay", "lies", "later", "also", "still", "critically", "seriously", "severely", "gravely", "badly", "slightly", "lightly", "wounded", "injured", "hurt", "killed", "maimed", "crippled",
        "blinded", "blind", "paralysed", "paralyzed", "disabled", "unconscious", "dead", "missing", "captured", "taken", "abducted", "his", "her", "who", "whose", "in", "with", "without", "and", "but", "suffered", "sustained", "received", "survived",
        "as", "when", "while", "after", "on", "at", "by", "from", "has", "escaped", "fled", "surrendered", "perished", "embraced", "shot", "hit", "sustaining", "drank", "attained", "achieved", "reached", "became", "took", "needs", "needed", "may", "could", "did", "got",
    };

    /// <summary>"a third was hurt": one more, with its number.</summary>
    public static (WrittenNumber Number, int Rank)? OneMore(IReadOnlyList<Token> tokens, int at, int to) =>
        OrdinalAt(tokens, at, to) is > 0 and var rank && (at + 2 >= to || tokens[at + 2].Kind is TokenKind.Mark || AfterOneMore.Contains(tokens[at + 2].Key)) ? (new WrittenNumber(at, at + 2, 1, 1), rank)
        : IsOtherOne(tokens, at, to) ? (new WrittenNumber(at, at + 2, 1, 1), 0) : null;

    /// <summary>The number in "an eleventh", "a 12th"; 0: there is none.</summary>
    public static int OrdinalAt(IReadOnlyList<Token> tokens, int at, int to) => at + 1 >= to || tokens[at].Key is not ("a" or "an") ? 0
        : tokens[at + 1] is { IsOrdinal: true, Value: > 1 } ? tokens[at + 1].Value : OrdinalWords.Of(tokens[at + 1].Key) is > 1 and var rank ? rank : 0;

    /// <summary>"One is dead; the other has lost a hand."</summary>
    private static bool IsOtherOne(IReadOnlyList<Token> tokens, int at, int to) => at + 2 < to && tokens[at].Key is "the" && tokens[at + 1].Key is "other" or "second" or "third" && tokens[at + 2].Key is "was" or "is" or "has" or "had" or "died" or "lost" or "critically" or "seriously" or "suffered" or "sustained" or "received" or "got";
}
