namespace BorderMap.Reports.Reading;

/// <summary>Where the sentences of a block end.</summary>
internal static class Sentences
{
    /// <summary>A longer stretch without an end is cut: no sentence is so long, and no rule may look that far.</summary>
    private const int Longest = 1200;

    /// <summary>Characters of the mark of a footnote: "[citation needed]".</summary>
    private const int LongestNote = 16;

    private static readonly HashSet<string> Abbreviations = new(StringComparer.OrdinalIgnoreCase)
    {
        "mr", "mrs", "ms", "dr", "gen", "lt", "col", "maj", "brig", "capt", "sgt", "cmdr", "adm", "sen", "rep", "gov", "prof", "hon", "no", "nos", "vs", "st", "approx", "dist", "distt", "opp", "nr",
        "vic", "govt", "dept", "inc", "ltd", "co", "ft", "km", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun",
        "viz", "cf", "al", "fig", "ca", "est", "div", "bn", "regt", "coy",
    };

    public static IEnumerable<TextSpan> Of(string text, TextSpan block)
    {
        var start = block.Start;
        for (var at = block.Start; at < block.End; at++)
        {
            var isEnd = text[at] is '.' or '!' or '?' or '…' or '۔' or '؟' && IsEnd(text, at, block);
            if (!isEnd && !(at - start > Longest && text[at] == ' '))
            {
                continue;
            }
            var end = isEnd ? WithClosing(text, at + 1, block.End) : at;
            if (Trimmed(text, start, end) is { Length: > 0 } sentence)
            {
                yield return sentence;
            }
            start = end;
            at = end - 1;
        }
        if (Trimmed(text, start, block.End) is { Length: > 0 } rest)
        {
            yield return rest;
        }
    }

    private static bool IsEnd(string text, int at, TextSpan block)
    {
        var next = WithClosing(text, at + 1, block.End);
        if (next >= block.End)
        {
            return true;
        }
        if (!char.IsWhiteSpace(text[next]))
        {
            return false;
        }
        while (next < block.End && (char.IsWhiteSpace(text[next]) || "\"“‘'(".Contains(text[next]) || text[next] == MarkupMask.Filler))
        {
            next++;
        }
        if (next >= block.End || char.IsLower(text[next]))
        {
            return next >= block.End;
        }
        return text[at] != '.' || !(IsAbbreviation(text, at, next) || IsItemLetter(text, at, block));
    }

    /// <summary>"b. Mohmand: ...": the letter of an item in a list.</summary>
    private static bool IsItemLetter(string text, int at, TextSpan block) => at == block.Start + 1 && char.IsLetter(text[block.Start]);

    private static bool IsAbbreviation(string text, int at, int next)
    {
        var start = at;
        while (start > 0 && (char.IsLetter(text[start - 1]) || (text[start - 1] == '.' && start > 1 && char.IsLetter(text[start - 2]))))
        {
            start--;
        }
        var word = text.AsSpan(start, at - start);
        if (word.Length == 0 || IsNetwork(text, start, at))
        {
            return false;
        }
        // "p.m. The", "U.S. Officials": a sentence may end there; an initial ("N. Waziristan") ends none.
        return word.Length == 1 ? (char.IsUpper(word[0]) && char.IsUpper(text[next])) || (word is "c" && char.IsDigit(text[next]))
            : word.Contains('.') ? !(word is "p.m" or "a.m" && char.IsUpper(text[next]))
            : Abbreviations.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word) && (char.IsDigit(text[next]) || !IsUnit(word));
    }

    /// <summary>"he posted on X. He ...": where it was written, no initial.</summary>
    private static bool IsNetwork(string text, int start, int at) => at - start == 1 && text[start] == 'X' && text.AsSpan(0, start) is var before && (before.EndsWith(" on ", StringComparison.Ordinal) || before.EndsWith(" via ", StringComparison.Ordinal) || before.EndsWith(" to ", StringComparison.Ordinal) || before.EndsWith(" platform ", StringComparison.Ordinal));

    /// <summary>"km.", "no.": at the end of a sentence as often as not.</summary>
    private static bool IsUnit(ReadOnlySpan<char> word) => word is "km" or "ft" or "no" or "co" or "dist" or "al" or "sun" or "sat" or "mar" or "fig" or "div";

    private static int WithClosing(string text, int at, int limit)
    {
        while (at < limit)
        {
            var last = at;
            at = "\"”’'».!?)]…".Contains(text[at]) || text[at] == MarkupMask.Filler ? at + 1 : AfterNote(text, at, limit);
            if (at == last)
            {
                break;
            }
        }
        return at;
    }

    /// <summary>"... at first told of losses.[42] On 2 January": the mark of a footnote belongs to the sentence before it.</summary>
    private static int AfterNote(string text, int at, int limit)
    {
        if (text[at] != '[')
        {
            return at;
        }
        var end = at + 1;
        while (end < limit && end - at <= LongestNote && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == ' '))
        {
            end++;
        }
        return end > at + 1 && end < limit && text[end] == ']' ? end + 1 : at;
    }

    private static TextSpan Trimmed(string text, int start, int end)
    {
        while (start < end && (char.IsWhiteSpace(text[start]) || text[start] == MarkupMask.Filler))
        {
            start++;
        }
        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] == MarkupMask.Filler))
        {
            end--;
        }
        return new TextSpan(start, end);
    }
}
