using BorderMap.Reports.Lexicons;

namespace BorderMap.Reports.Reading;

/// <summary>Whose own reporting a text is by what it says itself: "KABUL (Reuters) -", "told AFP", "AP reported", a credit at the end.</summary>
internal static class WireOrigin
{
    /// <summary>Where a dateline or a credit line may stand.</summary>
    private const int Head = 14, LongestCredit = 12;

    private static readonly PhraseTable<string> Agencies = new(LexiconFile.Rows("agencies.tsv", "pattern\tagency").Select(row => (row[0], row[1])));

    /// <summary>The agency; null where the text credits none, or more than one.</summary>
    public static FoundOrigin? Of(ReportText text)
    {
        var named = Agencies.Find(text.Tokens, 0, text.Tokens.Count).FindAll(match => text.Tokens[match.First].IsAllCapitals || (text.Tokens[match.First].IsCapital && text.Tokens[match.First].Key.Length > 3));
        return One(text, named.FindAll(match => IsDateline(text, match))) ?? One(text, named.FindAll(match => IsCredit(text, match))) ?? One(text, named.FindAll(match => IsReporting(text, match)));
    }

    private static FoundOrigin? One(ReportText text, List<PhraseMatch<string>> named) =>
        named.Count > 0 && named.TrueForAll(match => match.Value == named[0].Value) ? new FoundOrigin(named[0].Value, text.SpanOf(named[0].First, named[0].Last)) : null;

    /// <summary>"ISLAMABAD, Oct 12 (Reuters) -", "KABUL (AP) -", "AFP -".</summary>
    private static bool IsDateline(ReportText text, PhraseMatch<string> match)
    {
        var sentence = text.Sentences[text.SentenceOf[match.First]];
        var isBracketed = match.First > 0 && text.Tokens[match.First - 1].IsMark('(') && match.Last < text.Tokens.Count && text.Tokens[match.Last].IsMark(')');
        return text.SentenceOf[match.First] <= 3 && match.First - sentence.First <= Head && (isBracketed || (match.Last < sentence.Last && match.First == sentence.First && (text.Tokens[match.Last].IsMark('-') || text.Tokens[match.Last].IsMark(':'))));
    }

    /// <summary>A short line of its own: "(With input from AFP)", "- Reuters".</summary>
    private static bool IsCredit(ReportText text, PhraseMatch<string> match)
    {
        var number = text.SentenceOf[match.First];
        var sentence = text.Sentences[number];
        return sentence.Last - sentence.First <= LongestCredit && (number == text.Sentences.Count - 1 || number <= 2) && (sentence.Last - sentence.First <= 3 || HasCreditWord(text, sentence));
    }

    private static bool HasCreditWord(ReportText text, in Sentence sentence)
    {
        for (var at = sentence.First; at < sentence.Last; at++)
        {
            if (text.Tokens[at].Key is "input" or "inputs" or "reporting" or "contributed" or "agencies" or "by" or "source" or "courtesy" or "via")
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>"told AFP", "AFP reported", "according to Reuters".</summary>
    private static bool IsReporting(ReportText text, PhraseMatch<string> match)
    {
        var before = match.First > 0 ? text.Tokens[match.First - 1].Key : "";
        var after = match.Last < text.Tokens.Count ? text.Tokens[match.Last].Key : "";
        return before is "told" or "agency" or "by" || (before is "to" && match.First > 1 && text.Tokens[match.First - 2].Key is "according" or "spoke" or "speaking")
            || after is "reported" or "reports" or "correspondent" or "correspondents" or "journalist" or "journalists" or "reporter" or "said" or "quoted" or "cited" or "tally";
    }
}
