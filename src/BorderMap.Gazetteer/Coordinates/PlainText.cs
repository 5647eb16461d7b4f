using System.Globalization;
using System.Text;

namespace BorderMap.Gazetteer.Coordinates;

/// <summary>Writes a text in the few characters that notations use: ASCII digits, upper case, <c>° ' "</c>, single spaces, no invisible marks.</summary>
internal static class PlainText
{
    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            Append(plain, c);
        }
        return plain.Replace("''", "\"").ToString().Trim();
    }

    private static void Append(StringBuilder plain, char c)
    {
        if (CharUnicodeInfo.GetDecimalDigitValue(c) is >= 0 and var digit)
        {
            plain.Append((char)('0' + digit));
        }
        else if (CoordinateRules.Characters.TryGetValue(c, out var to))
        {
            plain.Append(to);
        }
        else if (char.IsWhiteSpace(c))
        {
            if (plain.Length > 0 && plain[^1] != ' ')
            {
                plain.Append(' ');
            }
        }
        else if (CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.Control))
        {
            plain.Append(char.ToUpperInvariant(c));
        }
    }
}
