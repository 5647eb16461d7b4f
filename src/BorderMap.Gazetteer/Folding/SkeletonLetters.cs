using System.Runtime.CompilerServices;

namespace BorderMap.Gazetteer.Folding;

/// <summary>
/// The consonants of a heavy key alone, as classes of sounds that are mistaken for one another, the same for both scripts: Peshawar and
/// پشاور have one skeleton. Vowels, glides and aspirates, which are left out, are counted.
/// </summary>
internal sealed class SkeletonLetters
{
    private const int Silent = 4;
    private readonly char[] classes = new char[NameFolding.Alphabet];

    /// <summary>Of letters that the skeleton leaves out: which of four counters, 1 to 4; else 0.</summary>
    private readonly byte[] counters = new byte[NameFolding.Alphabet];

    /// <param name="classOf">The class of each letter; null for one that is left out. Those of one script that are told apart stand together.</param>
    public SkeletonLetters(OrderedDictionary<char, char?> classOf)
    {
        for (var i = 0; i < NameFolding.Alphabet; i++)
        {
            classes[i] = (char)i;
        }
        var silent = 0;
        foreach (var (letter, letterClass) in classOf)
        {
            classes[letter] = letterClass ?? '\0';
            counters[letter] = letterClass is null ? (byte)(1 + (silent++ % Silent)) : (byte)0;
        }
    }

    /// <summary>Writes the skeleton of a heavy key; returns its length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Apply(ReadOnlySpan<char> heavyKey, Span<char> to)
    {
        var length = 0;
        foreach (var c in heavyKey)
        {
            var letter = c < NameFolding.Alphabet ? classes[c] : c;
            if (letter != '\0')
            {
                to[length++] = letter;
            }
        }
        return length;
    }

    /// <summary>How often each of the letters occurs that the skeleton leaves out, a byte for each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public uint SilentCounts(ReadOnlySpan<char> heavyKey)
    {
        uint counts = 0;
        foreach (var c in heavyKey)
        {
            if (c < NameFolding.Alphabet && counters[c] > 0)
            {
                counts += 1u << (8 * (counters[c] - 1));
            }
        }
        return counts;
    }

    /// <summary>
    /// The edits that lie between two keys at least, by the letters one has too many and too few: a substitution mends one of each.
    /// </summary>
    public static int LeastEdits(uint one, uint other)
    {
        var (more, less) = (0, 0);
        for (; one != other; one >>= 8, other >>= 8)
        {
            var difference = (int)(one & 255) - (int)(other & 255);
            more += Math.Max(0, difference);
            less += Math.Max(0, -difference);
        }
        return Math.Max(more, less);
    }
}
