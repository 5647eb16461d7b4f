using System.Globalization;
using System.Text;

namespace BorderMap.Reports.Reading;

/// <summary>Takes a stretch of text apart into words, numbers and marks.</summary>
internal static class Tokens
{
    private const string Apostrophes = "'\u2019\u2018\u02BC`\u00B4";
    private const string Joins = "-\u2010\u2011\u2013/";
    private const int MostDigits = 9;

    /// <summary>Adds the tokens of a sentence.</summary>
    public static void Add(string text, TextSpan span, List<Token> into)
    {
        for (var at = span.Start; at < span.End;)
        {
            if (char.IsWhiteSpace(text[at]) || IsInvisible(text[at]))
            {
                at++;
            }
            else if (char.IsDigit(text[at]))
            {
                at = Number(text, at, span.End, into);
            }
            else if (char.IsLetter(text[at]))
            {
                at = Word(text, at, span.End, into);
            }
            else
            {
                at = Mark(text, at, into);
            }
        }
    }

    private static int Mark(string text, int at, List<Token> into)
    {
        if (Joins.Contains(text[at]) && into.Count > 0 && into[^1].End == at && into[^1].Kind is not TokenKind.Mark && at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1]))
        {
            into[^1] = into[^1] with { IsJoined = true };
            return at + 1;
        }
        var mark = text[at] switch { '“' or '”' or '„' or '«' or '»' => '"', '–' or '—' => '-', '،' => ',', '؛' => ';', '‘' or '’' => '\'', var c => c };
        into.Add(new Token(at, at + 1, Marks.Of(mark), TokenKind.Mark));
        return at + 1;
    }

    private static int Number(string text, int start, int limit, List<Token> into)
    {
        var (at, value, digits, isWhole) = (start, 0L, 0, true);
        for (; at < limit; at++)
        {
            if (char.IsDigit(text[at]))
            {
                value = ++digits <= MostDigits ? (value * 10) + (int)char.GetNumericValue(text[at]) : value;
            }
            else if (text[at] is ',' or '٬' && at + 3 < limit && char.IsDigit(text[at + 1]) && char.IsDigit(text[at + 2]) && char.IsDigit(text[at + 3]) && (at + 4 >= limit || !char.IsDigit(text[at + 4])))
            {
                continue;
            }
            else if (text[at] is '.' or ':' or '\u00B0' or '\'' && at + 1 < limit && char.IsDigit(text[at + 1]))
            {
                isWhole = false;
            }
            else
            {
                break;
            }
        }
        var letters = at;
        while (letters < limit && char.IsLetter(text[letters]))
        {
            letters++;
        }
        var suffix = text[at..letters].ToLowerInvariant();
        var isOrdinal = suffix is "st" or "nd" or "rd" or "th";
        var isGlued = suffix.Length > 0 && !isOrdinal;
        var end = isOrdinal || isGlued ? letters : at;
        into.Add(new Token(start, end, text[start..end].ToLowerInvariant(), TokenKind.Number) { Value = isWhole && !isGlued && digits <= MostDigits ? (int)value : -1, IsOrdinal = isOrdinal });
        return end;
    }

    private static int Word(string text, int start, int limit, List<Token> into)
    {
        var at = start;
        while (at < limit && IsOfWord(text, at, start, limit))
        {
            at++;
        }
        var end = at;
        while (end > start + 1 && IsInvisible(text[end - 1]))
        {
            end--;
        }
        var isPossessive = end - start > 2 && text[end - 1] is 's' or 'S' && Apostrophes.Contains(text[end - 2]);
        end = isPossessive ? end - 2 : end;
        // "militants' hideout"
        var isPluralPossessive = !isPossessive && text[end - 1] is 's' && end < limit && text[end] is '\'' or '\u2019' && end + 1 < limit && text[end + 1] == ' ';
        into.Add(Written(text, start, end) with { IsPossessive = isPossessive || isPluralPossessive });
        return at;
    }

    private static bool IsOfWord(string text, int at, int start, int limit) => char.IsLetter(text[at]) || IsInvisible(text[at]) || IsAccent(text[at])
        || (char.IsDigit(text[at]) && at > start)
        || (Apostrophes.Contains(text[at]) && at > start && at + 1 < limit && char.IsLetter(text[at - 1]) && char.IsLetter(text[at + 1]))
        // "U.S.", "p.m.", "N.": a full stop between or after single letters
        || (text[at] == '.' && at > start && char.IsLetter(text[at - 1]) && (at - start == 1 || text[at - 2] == '.') && at + 1 < limit && char.IsLetter(text[at + 1]));

    private static Token Written(string text, int start, int end)
    {
        var key = new StringBuilder(end - start);
        var (upper, lower) = (0, 0);
        for (var at = start; at < end; at++)
        {
            var c = text[at];
            upper += char.IsUpper(c) ? 1 : 0;
            lower += char.IsLower(c) ? 1 : 0;
            if (c < 128)
            {
                if (c is not ('\'' or '`' or '.'))
                {
                    key.Append(char.ToLowerInvariant(c));
                }
            }
            else
            {
                AppendPlain(key, c);
            }
        }
        return new Token(start, end, key.ToString(), TokenKind.Word) { IsCapital = char.IsUpper(text[start]), IsAllCapitals = upper > 1 && lower == 0 };
    }

    private static void AppendPlain(StringBuilder key, char c)
    {
        if (IsInvisible(c) || IsAccent(c) || Apostrophes.Contains(c))
        {
            return;
        }
        if (char.IsSurrogate(c))
        {
            key.Append(c);
            return;
        }
        foreach (var part in c.ToString().Normalize(NormalizationForm.FormD))
        {
            if (!IsAccent(part))
            {
                key.Append(char.ToLowerInvariant(part));
            }
        }
    }

    private static bool IsAccent(char c) => c >= 128 && char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    public static bool IsInvisible(char c) => c >= 128 && char.GetUnicodeCategory(c) is UnicodeCategory.Format || c == '\0';

    /// <summary>The strings of marks, made once.</summary>
    private static class Marks
    {
        private static readonly string[] Ascii = [.. Enumerable.Range(0, 128).Select(c => ((char)c).ToString())];

        public static string Of(char mark) => mark < 128 ? Ascii[mark] : mark.ToString();
    }
}
