using System.Runtime.CompilerServices;

namespace BorderMap.Gazetteer.Folding;

/// <summary>How one letter of a heavy key sounds.</summary>
/// <param name="Letter">The letter, of either script.</param>
/// <param name="Spoken">The Latin letter for it.</param>
/// <param name="Skeleton">The letter of its class in the skeleton; null for vowels, glides and aspirates, which the skeleton leaves out.</param>
internal readonly record struct Sound(char Letter, char Spoken, char? Skeleton);

/// <summary>
/// One alphabet for both scripts. <em>Spoken</em>: each letter of a heavy key as the Latin letter it sounds like. <em>Skeleton</em>: the
/// consonants alone, as classes of sounds that are mistaken for one another, so that Peshawar and پشاور have one key.
/// </summary>
internal sealed class Sounds
{
    private const int Bits = 16;
    private readonly char[] spoken = new char[NameFolding.Alphabet];
    private readonly char[] skeleton = new char[NameFolding.Alphabet];
    private readonly byte[] bits = new byte[NameFolding.Alphabet];

    public Sounds(IReadOnlyList<Sound> sounds)
    {
        for (var i = 0; i < NameFolding.Alphabet; i++)
        {
            spoken[i] = skeleton[i] = (char)i;
            bits[i] = Bits - 1;
        }
        var classes = sounds.Select(Class).Distinct().ToList();
        foreach (var sound in sounds)
        {
            spoken[sound.Letter] = sound.Spoken;
            skeleton[sound.Letter] = sound.Skeleton ?? '\0';
            bits[sound.Letter] = (byte)Math.Min(classes.IndexOf(Class(sound)), Bits - 1);
        }

        static char Class(Sound sound) => sound.Skeleton ?? sound.Spoken;
    }

    /// <summary>Writes how a heavy key sounds; as long as the key.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Spoken(ReadOnlySpan<char> heavyKey, Span<char> to)
    {
        for (var i = 0; i < heavyKey.Length; i++)
        {
            to[i] = heavyKey[i] < NameFolding.Alphabet ? spoken[heavyKey[i]] : heavyKey[i];
        }
        return heavyKey.Length;
    }

    /// <summary>Writes the skeleton of a heavy key; returns its length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Skeleton(ReadOnlySpan<char> heavyKey, Span<char> to)
    {
        var length = 0;
        foreach (var c in heavyKey)
        {
            var letter = c < NameFolding.Alphabet ? skeleton[c] : c;
            if (letter != '\0')
            {
                to[length++] = letter;
            }
        }
        return length;
    }

    /// <summary>
    /// Which sounds a heavy key has at all (lower 16 bits) and which more than once (upper 16): two keys that differ in n bits are at
    /// least n / 2 slips apart, since a slip changes two sounds at most.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public uint Signature(ReadOnlySpan<char> heavyKey)
    {
        uint once = 0, twice = 0;
        foreach (var c in heavyKey)
        {
            var bit = 1u << (c < NameFolding.Alphabet ? bits[c] : Bits - 1);
            twice |= once & bit;
            once |= bit;
        }
        return once | (twice << Bits);
    }
}
