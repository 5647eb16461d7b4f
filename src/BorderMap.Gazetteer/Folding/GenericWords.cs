using System.Runtime.CompilerServices;

namespace BorderMap.Gazetteer.Folding;

/// <summary>Words that say the kind of a place (district, agency, village, crossing) and not which one: evidence of the kind, left out of the core of a name.</summary>
internal sealed class GenericWords(Dictionary<string, PlaceKind> words)
{
    private readonly Dictionary<string, PlaceKind>.AlternateLookup<ReadOnlySpan<char>> kinds = words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The kind that a word speaks for, or null.</summary>
    public PlaceKind? KindOf(ReadOnlySpan<char> word) => kinds.TryGetValue(word, out var kind) ? kind : null;

    public bool IsGeneric(ReadOnlySpan<char> word) => kinds.ContainsKey(word);

    /// <summary>
    /// Writes the light key without its generic words and numbers ("Yamchi (2)"); returns its length, 0 when nothing was left out or nothing is left.
    /// </summary>
    /// <param name="lightKey">The folded name.</param>
    /// <param name="core">Takes the core.</param>
    /// <param name="kind">The kind that the words speak for: the smallest named ("Torkham border crossing point" is a crossing).</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Core(ReadOnlySpan<char> lightKey, Span<char> core, out PlaceKind? kind)
    {
        kind = null;
        var (length, isChanged) = (0, false);
        foreach (var range in lightKey.Split(' '))
        {
            var word = lightKey[range];
            if (kinds.TryGetValue(word, out var named))
            {
                kind ??= named;
                isChanged = true;
                continue;
            }
            if (length > 0 && word.Length == 1 && char.IsAsciiDigit(word[0]))
            {
                isChanged = true;
                continue;
            }
            if (length > 0)
            {
                core[length++] = ' ';
            }
            word.CopyTo(core[length..]);
            length += word.Length;
        }
        return isChanged ? length : 0;
    }
}
