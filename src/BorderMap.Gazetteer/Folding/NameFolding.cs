using System.Runtime.CompilerServices;

namespace BorderMap.Gazetteer.Folding;

/// <summary>
/// Folds a name to a key at two levels. <em>Light</em>: what no reader would call another spelling (case, diacritics, letter variants,
/// hyphens). <em>Heavy</em>: what one ear hears as one name (transliterations, doubled letters, spaces). Both are idempotent and never
/// throw; a text too long for any name has the empty key.
/// </summary>
public sealed class NameFolding
{
    /// <summary>The longest key; the longest recorded name has some 80 characters.</summary>
    public const int MaxLength = 200;

    /// <summary>Rules speak of letters below this: Latin to Arabic with its supplement.</summary>
    internal const int Alphabet = 0x780;

    private const int LongestText = 2 * MaxLength;

    /// <summary>Heavy steps repeat until nothing changes; each pass shortens the key or replaces a letter for good.</summary>
    private const int MostPasses = 12;

    private readonly IFoldStep[] light;
    private readonly IFoldStep[] heavy;

    internal NameFolding(CharacterStep characters, RewritingStep rewriting)
    {
        light = [characters, new SpacingStep()];
        heavy = [new JoiningStep(), rewriting, new DoublingStep()];
    }

    public string Light(string text)
    {
        Span<char> key = stackalloc char[MaxLength];
        return key[..Light(text, key)].ToString();
    }

    public string Heavy(string text)
    {
        Span<char> light = stackalloc char[MaxLength];
        Span<char> key = stackalloc char[MaxLength];
        return key[..Heavy(light[..Light(text, light)], key)].ToString();
    }

    /// <summary>Writes the light key of a text into a buffer of at least <see cref="MaxLength"/>; returns its length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Light(ReadOnlySpan<char> text, Span<char> key)
    {
        if (text.Length > LongestText)
        {
            return 0;
        }
        Span<char> buffer = stackalloc char[LongestText];
        Span<char> other = stackalloc char[LongestText];
        var length = Run(light, text, buffer, other);
        if (length > MaxLength)
        {
            return 0;
        }
        buffer[..length].CopyTo(key);
        return length;
    }

    /// <summary>Writes the heavy key of a <em>light key</em> into a buffer of at least <see cref="MaxLength"/>; returns its length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Heavy(ReadOnlySpan<char> lightKey, Span<char> key)
    {
        Span<char> buffer = stackalloc char[MaxLength];
        Span<char> other = stackalloc char[MaxLength];
        var length = Run(heavy, lightKey, key, buffer);
        for (var pass = 1; pass < MostPasses; pass++)
        {
            var again = Run(heavy, key[..length], other, buffer);
            if (other[..again].SequenceEqual(key[..length]))
            {
                break;
            }
            other[..again].CopyTo(key);
            length = again;
        }
        return length;
    }

    /// <summary>Runs the steps in order, from buffer to buffer; the result stands in <paramref name="result"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Run(IFoldStep[] steps, ReadOnlySpan<char> text, Span<char> result, Span<char> other)
    {
        var length = text.Length;
        var from = text;
        for (var i = 0; i < steps.Length; i++)
        {
            var to = i % 2 == 0 ? result : other;
            length = steps[i].Apply(from[..length], to);
            if (length < 0)
            {
                return 0;
            }
            from = to;
        }
        if (steps.Length % 2 == 0)
        {
            from[..length].CopyTo(result);
        }
        return length;
    }
}
