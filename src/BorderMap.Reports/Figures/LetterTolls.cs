using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Figures;

/// <summary>Tolls by the letters of a legend: "K = killed, I = injured", then "K 4; I 11".</summary>
internal static class LetterTolls
{
    public static List<(int Sentence, Toll Toll)> Find(ReportText text)
    {
        var letters = Legend(text.Tokens);
        var found = new List<(int, Toll)>();
        for (var at = 0; letters.Count > 0 && at + 1 < text.Tokens.Count; at++)
        {
            var figure = at + (text.Tokens[at + 1].IsMark(':') || text.Tokens[at + 1].IsMark('=') ? 2 : 1);
            if (text.Tokens[at].IsCapital && letters.TryGetValue(text.Tokens[at].Key, out var outcome) && figure < text.Tokens.Count && text.Tokens[figure].Kind is TokenKind.Number
                && Numbers.At(text.Tokens, figure, text.Tokens.Count) is { IsVague: false } number)
            {
                found.Add((text.SentenceOf[at], new Toll(outcome, number.Min, number.Max, null, null, at, number.Last, "letter") { FigureFirst = figure, FigureLast = number.Last }));
            }
        }
        return found;
    }

    private static Dictionary<string, Outcome> Legend(IReadOnlyList<Token> tokens)
    {
        var letters = new Dictionary<string, Outcome>(StringComparer.Ordinal);
        for (var at = 0; at + 2 < tokens.Count; at++)
        {
            if (tokens[at] is { IsCapital: true, Key.Length: 1 } letter && (tokens[at + 1].IsMark('=') || tokens[at + 1].IsMark(':') || tokens[at + 1].IsMark('-')))
            {
                Outcome? outcome = tokens[at + 2].Key switch { "killed" or "dead" or "deaths" or "fatalities" or "martyred" => Outcome.Killed, "injured" or "wounded" or "injuries" => Outcome.Injured, "captured" => Outcome.Captured, "missing" => Outcome.Missing, _ => null };
                if (outcome is { } named)
                {
                    letters[letter.Key] = named;
                }
            }
        }
        return letters;
    }
}
