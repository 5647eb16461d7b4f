using System.Globalization;
using BorderMap.Gazetteer.Folding;

namespace BorderMap.Gazetteer.Texts;

/// <summary>Takes a text apart into words.</summary>
internal static class TextTokens
{
    private const string Apostrophes = "'\u2019\u2018\u02BB\u02BC\u02BE\u02BF`\u00B4";
    private const string Hyphens = "-\u2010\u2011";
    private const char ZeroWidthNonJoiner = '\u200C';

    public static List<TextToken> Of(string text, NameFolding folding)
    {
        var tokens = new List<TextToken>();
        for (var at = 0; at < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                at++;
                continue;
            }
            var start = at;
            while (at < text.Length && IsOfWord(text, at))
            {
                at++;
            }
            var end = EndOfName(text, start, at);
            if (folding.Light(text[start..end]) is { Length: > 0 } key)
            {
                tokens.Add(new TextToken(start, end, key, CaseOf(text.AsSpan(start, end - start)), !IsPossessive(text, end, at) && JoinsNext(text, at, start)));
            }
        }
        return tokens;
    }

    private static bool IsOfWord(string text, int at) => char.IsLetterOrDigit(text[at])
        || IsMark(text[at])
        || (Apostrophes.Contains(text[at]) && at > 0 && at + 1 < text.Length && char.IsLetter(text[at - 1]) && char.IsLetter(text[at + 1]));

    /// <summary>Marks belong to a letter; invisible signs of direction change nothing.</summary>
    private static bool IsMark(char c) => c != ZeroWidthNonJoiner
        && char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format or UnicodeCategory.ModifierLetter;

    /// <summary>"Pakistan's": the name ends before the apostrophe; and before invisible signs.</summary>
    private static int EndOfName(string text, int start, int end)
    {
        while (end > start + 1 && char.GetUnicodeCategory(text[end - 1]) is UnicodeCategory.Format)
        {
            end--;
        }
        return end - start > 2 && text[end - 1] is 's' or 'S' && Apostrophes.Contains(text[end - 2]) ? end - 2 : end;
    }

    private static bool IsPossessive(string text, int end, int at) => end < at && Apostrophes.Contains(text[end]);

    private static TextCase CaseOf(ReadOnlySpan<char> word)
    {
        var (upper, lower) = (0, 0);
        foreach (var c in word)
        {
            upper += char.IsUpper(c) ? 1 : 0;
            lower += char.IsLower(c) ? 1 : 0;
        }
        return upper + lower == 0 ? TextCase.None : lower == 0 ? TextCase.AllCapitals : char.IsUpper(word[0]) ? TextCase.Capital : TextCase.Lower;
    }

    /// <summary>Spaces, a hyphen, one line break; a full stop only after an initial ("N. Waziristan").</summary>
    private static bool JoinsNext(string text, int end, int start)
    {
        var lines = 0;
        for (var at = end; at < text.Length && !char.IsLetterOrDigit(text[at]); at++)
        {
            lines += text[at] == '\n' ? 1 : 0;
            var joins = char.IsWhiteSpace(text[at]) || IsMark(text[at]) || text[at] == ZeroWidthNonJoiner || Hyphens.Contains(text[at]) || (text[at] == '.' && at == end && end - start == 1);
            if (!joins || lines > 1)
            {
                return false;
            }
        }
        return true;
    }
}
