using System.Buffers;

namespace BorderMap.Incidents;

/// <summary>Characters that never stand in a text of the model.</summary>
internal static class TextRules
{
    /// <summary>Control characters (but not tab and line ends), and the direction overrides and isolates that can make a text read as another one.
    /// Left-to-right and right-to-left marks and the joiners stay: Pashto, Dari and Urdu need them.</summary>
    public static SearchValues<char> Refused { get; } = SearchValues.Create([.. Enumerable.Range(0, 0x10000).Select(c => (char)c).Where(c =>
        (char.IsControl(c) && c is not ('\t' or '\n' or '\r')) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFEFF' or '\uFFFE' or '\uFFFF')]);

    public static bool IsRefused(char c) => Refused.Contains(c);

    /// <summary>Whether half of a surrogate pair stands alone: such a text cannot be stored as UTF-8.</summary>
    public static bool HasLoneSurrogate(ReadOnlySpan<char> text)
    {
        for (var i = text.IndexOfAnyInRange('\uD800', '\uDFFF'); i >= 0 && i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (char.IsSurrogate(text[i]))
                return true;
        }
        return false;
    }
}
