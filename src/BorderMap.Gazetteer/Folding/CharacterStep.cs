using System.Globalization;
using System.Runtime.CompilerServices;

namespace BorderMap.Gazetteer.Folding;

/// <summary>
/// Case, diacritics, letter variants, digits and punctuation, character by character. What the rules do not name follows one default:
/// letters and digits in lower case, combining and invisible marks dropped, all else a space.
/// </summary>
internal sealed class CharacterStep : IFoldStep
{
    private readonly string[] replacements = new string[char.MaxValue + 1];

    public CharacterStep(IReadOnlyDictionary<char, string> rules)
    {
        for (var i = 0; i <= char.MaxValue; i++)
        {
            var c = char.ToLowerInvariant((char)i);
            replacements[i] = rules.GetValueOrDefault((char)i) ?? rules.GetValueOrDefault(c) ?? Default(c);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Apply(ReadOnlySpan<char> from, Span<char> to)
    {
        var length = 0;
        foreach (var c in from)
        {
            var replacement = replacements[c];
            if (length + replacement.Length > to.Length)
            {
                return -1;
            }
            if (replacement.Length == 1)
            {
                to[length] = replacement[0];
            }
            else
            {
                replacement.CopyTo(to[length..]);
            }
            length += replacement.Length;
        }
        return length;
    }

    /// <summary>The first replacement that would itself be replaced, or null: folding twice must change nothing.</summary>
    public char? FirstUnstable()
    {
        foreach (var c in replacements.SelectMany(r => r))
        {
            if (replacements[c].Length != 1 || replacements[c][0] != c)
            {
                return c;
            }
        }
        return null;
    }

    private static string Default(char c) => char.GetUnicodeCategory(c) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.ModifierLetter => "",
        _ => char.IsLetterOrDigit(c) ? c.ToString() : " ",
    };
}
