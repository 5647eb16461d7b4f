using BorderMap.Reports.Lexicons;
using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Figures;

/// <summary>People that the end of a word tells: "brick-makers", "boatmen", "a lamplighter's" trade that no lexicon has.</summary>
internal static partial class People
{
    private const int ShortestTrade = 7;

    private static readonly string[] Trades = ["maker", "keeper", "worker", "seller", "dealer", "driver", "holder", "bearer", "herder", "cutter", "grower", "picker", "digger", "breaker", "layer", "smith", "wright", "monger"];

    private static readonly HashSet<string> NoMen = new(StringComparer.Ordinal) { "spokesman", "spokesmen", "spokeswoman", "spokeswomen", "chairman", "chairmen", "chairwoman", "ombudsman", "alderman", "statesman", "statesmen", "layman", "human", "german", "roman", "ottoman", "talisman", "specimen", "regimen", "abdomen", "acumen", "layer", "player", "breaker", "cutter", "holder", "breakers", "cutters", "holders", "layers" };

    private static PhraseMatch<Noun>? NounOf(IReadOnlyList<Token> tokens, int at, int to) => Nouns.At(tokens, at, to) ?? (IsByEnding(tokens[at]) ? new PhraseMatch<Noun>(at, at + 1, new Noun("civilians", false), "trade") : null);

    private static bool IsByEnding(Token token)
    {
        if (token is not { IsWord: true, IsCapital: false } || NoMen.Contains(token.Key))
        {
            return false;
        }
        var isMan = token.Key.Length >= ShortestTrade - 1 && (token.Key.EndsWith("man", StringComparison.Ordinal) || token.Key.EndsWith("men", StringComparison.Ordinal));
        var key = token.Key[^1] == 's' ? token.Key.AsSpan(0, token.Key.Length - 1) : token.Key;
        foreach (var trade in Trades)
        {
            isMan |= key.EndsWith(trade, StringComparison.Ordinal) && (key.Length >= ShortestTrade || key.Length == trade.Length);
        }
        return isMan;
    }

    /// <summary>"March 3", "October 27/28, 2025": days and their year.</summary>
    private static bool IsOfDate(IReadOnlyList<Token> tokens, int at, int from)
    {
        if (at <= from || tokens[at].Kind is not TokenKind.Number)
        {
            return false;
        }
        if (tokens[at].Value is >= 1990 and <= 2100 && at - 2 > from && tokens[at - 1].IsMark(','))
        {
            return IsOfDate(tokens, at - 2, from);
        }
        return (tokens[at - 1].IsCapital && Dates.Months.Is(tokens[at - 1].Key))
            || (at - 2 > from && tokens[at - 1].IsMark('/') && tokens[at - 2].Value is <= 31 && IsOfDate(tokens, at - 2, from));
    }
}
