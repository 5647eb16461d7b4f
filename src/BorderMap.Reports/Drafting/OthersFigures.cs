using BorderMap.Reports.Figures;
using BorderMap.Reports.Happenings;
using BorderMap.Reports.Lexicons;
using BorderMap.Reports.Speakers;

namespace BorderMap.Reports.Drafting;

/// <summary>"... and that the claim of five dead was a joke": a figure that another gave, named only to be doubted.</summary>
internal static class OthersFigures
{
    /// <summary>Words between a noun for what was said and its figure.</summary>
    private const int LongestBetween = 5;

    /// <summary>Nouns for what was said, beside those for a count.</summary>
    private static readonly HashSet<string> Accounts = new(StringComparer.Ordinal)
        { "claim", "claims", "report", "reports", "talk", "assertion", "assertions", "allegation", "allegations", "story", "stories", "news", "statement", "rumour", "rumours", "boast", "boasts" };

    private static readonly PhraseTable<bool> Doubts = new(LexiconFile.Rows("doubts.tsv", "pattern").Select(row => (row[0], true)));

    public static bool IsDoubted(Passage passage, Toll toll, Speech? speech, IReadOnlyList<(Toll Toll, Speech? Speech)> tolls)
    {
        var first = toll.FigureFirst;
        if (speech is null || toll.IsZero || !tolls.Any(told => told.Toll.First < first && told.Toll.Outcome == toll.Outcome && (told.Toll.Min, told.Toll.Max) == (toll.Min, toll.Max) && told.Speech is not null && !SameSpeakers.Are(told.Speech, speech)))
        {
            return false;
        }
        var sentence = passage.Text.Sentences[passage.Text.SentenceOf[first]];
        var from = Math.Max(sentence.First, first - LongestBetween);
        return Enumerable.Range(from, first - from).Any(at => (CountNouns.Is(passage.Tokens[at].Key) || Accounts.Contains(passage.Tokens[at].Key)) && passage.Tokens[at + 1].Key is "of" or "that" or "about") && Doubts.Find(passage.Tokens, sentence.First, sentence.Last).Count > 0;
    }
}
