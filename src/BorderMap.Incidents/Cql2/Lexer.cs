using System.Globalization;
using System.Text;

namespace BorderMap.Incidents.Cql2;

/// <summary>Cuts the text encoding into words. The last token is the end; a problem ends the text early.</summary>
internal static class Lexer
{
    public static List<Token> Read(string text, Reading reading)
    {
        var tokens = new List<Token>();
        var i = 0;
        while (!reading.HasFailed)
        {
            while (i < text.Length && IsSpace(text[i]))
                i++;
            if (i == text.Length)
                break;
            tokens.Add(One(text, ref i, reading));
        }
        tokens.Add(new(TokenKind.End, "", text.Length + 1));
        return tokens;
    }

    private static Token One(string text, ref int i, Reading reading)
    {
        var start = i;
        if (text[i] == '\'')
            return new(TokenKind.Text, Text(text, ref i, reading), start + 1);
        if (text[i] == '"')
            return new(TokenKind.QuotedName, QuotedName(text, ref i, reading), start + 1);
        if (char.IsAsciiDigit(text[i]) || (text[i] == '.' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1])))
            return new(TokenKind.Number, Number(text, ref i), start + 1);
        if (NameStart(text, i) is var length and > 0)
        {
            for (i += length; i < text.Length && NamePart(text, i) is var more and > 0;)
                i += more;
            return new(TokenKind.Name, text[start..i], start + 1);
        }
        var symbol = text[i];
        var two = i + 1 < text.Length ? text.Substring(i, 2) : "";
        if (two is "<>" or "<=" or ">=" || "(),=<>+-*/%^".Contains(symbol, StringComparison.Ordinal))
        {
            var found = two is "<>" or "<=" or ">=" ? two : symbol.ToString();
            i += found.Length;
            return new(TokenKind.Symbol, found, start + 1);
        }
        reading.Fail(Cql2Problems.BadText(start + 1, symbol.ToString(), $"'{symbol}' has no meaning here",
            two == "!=" ? "Write <> for not equal." : "Texts stand in single quotes, names of properties that are not plain words in double quotes."));
        return new(TokenKind.End, "", start + 1);
    }

    // '' and \' are quotes, \a to \v control characters, \\ a backslash; any other backslash stays, for patterns of LIKE.
    private static string Text(string text, ref int i, Reading reading)
    {
        var start = i;
        var value = new StringBuilder();
        for (i++; i < text.Length; i++)
        {
            var next = i + 1 < text.Length ? text[i + 1] : '\0';
            if (text[i] == '\'' && next != '\'')
            {
                i++;
                return Checked(value.ToString(), start + 1, reading);
            }
            if (text[i] == '\'' || (text[i] == '\\' && (next is '\'' or '\\' || "abtnvfr".Contains(next, StringComparison.Ordinal))))
            {
                i++;
                value.Append(Escapes.Meaning(text[i]));
            }
            else
            {
                value.Append(text[i]);
            }
        }
        reading.Fail(Cql2Problems.BadText(start + 1, text[start..], "The text that begins here has no end", "Close it with a single quote."));
        return "";
    }

    private static string QuotedName(string text, ref int i, Reading reading)
    {
        var start = i;
        var value = new StringBuilder();
        for (i++; i < text.Length; i++)
        {
            if (text[i] != '"')
            {
                value.Append(text[i]);
            }
            else if (i + 1 < text.Length && text[i + 1] == '"')
            {
                value.Append(text[i++]);
            }
            else
            {
                i++;
                return value.ToString();
            }
        }
        reading.Fail(Cql2Problems.BadText(start + 1, text[start..], "The name that begins here has no end", "Close it with a double quote."));
        return "";
    }

    /// <summary>A text that a database can hold.</summary>
    public static string Checked(string value, int at, Reading reading)
    {
        if (value.Contains('\0', StringComparison.Ordinal) || TextRules.HasLoneSurrogate(value))
            reading.Fail(Cql2Problems.BadText(at, value, "The text holds a character that no text has", "Leave it out."));
        return value;
    }

    private static string Number(string text, ref int i)
    {
        var start = i;
        Digits(text, ref i);
        if (i < text.Length && text[i] == '.')
        {
            i++;
            Digits(text, ref i);
        }
        if (i < text.Length && text[i] is 'e' or 'E')
        {
            var digits = i + 1 < text.Length && text[i + 1] is '+' or '-' ? i + 2 : i + 1;
            if (digits < text.Length && char.IsAsciiDigit(text[digits]))
            {
                i = digits;
                Digits(text, ref i);
            }
        }
        return text[start..i];
    }

    private static void Digits(string text, ref int i)
    {
        while (i < text.Length && char.IsAsciiDigit(text[i]))
            i++;
    }

    private static bool IsSpace(char c) => c is (>= '\t' and <= '\r') or ' ' or '\u0085' or '\u00A0' or '\u1680' or (>= '\u2000' and <= '\u200A') or '\u2028' or '\u2029' or '\u202F' or '\u205F' or '\u3000';

    /// <summary>How many UTF-16 units of a character that may begin a name stand there; 0: none.</summary>
    private static int NameStart(string text, int i) => text[i] switch
    {
        ':' or '_' or (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') => 1,
        (>= '\u00C0' and <= '\u02FF') and not ('\u00D7' or '\u00F7') => 1,
        (>= '\u0370' and <= '\u1FFE') and not ('\u037E' or '\u1680') => 1,
        '\u200C' or '\u200D' or (>= '\u2070' and <= '\u218F') or (>= '\u2C00' and <= '\u2FEF') or (>= '\u3001' and <= '\uD7FF') => 1,
        (>= '\uF900' and <= '\uFDCF') or (>= '\uFDF0' and <= '\uFFFD') => 1,
        _ => char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])
            && CharUnicodeInfo.GetUnicodeCategory(char.ConvertToUtf32(text, i)) != UnicodeCategory.PrivateUse ? 2 : 0,
    };

    private static int NamePart(string text, int i) =>
        text[i] is '.' or (>= '0' and <= '9') or (>= '\u0300' and <= '\u036F') or '\u203F' or '\u2040' ? 1 : NameStart(text, i);
}
