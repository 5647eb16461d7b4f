using System.Runtime.CompilerServices;

namespace BorderMap.Gazetteer.Index;

/// <summary>Keys in a fixed order, each found by its number or its letters. Nothing is made when it is asked.</summary>
internal sealed class KeyList(char[] letters, int[] starts, int[] slots)
{
    public int Count => starts.Length - 1;

    public ReadOnlySpan<char> this[int key] => letters.AsSpan(starts[key], starts[key + 1] - starts[key]);

    /// <summary>The number of a key, or -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Find(ReadOnlySpan<char> key)
    {
        var mask = slots.Length - 1;
        var slot = Hash(key) & mask;
        while (slots[slot] != 0 && !this[slots[slot] - 1].SequenceEqual(key))
        {
            slot = (slot + 1) & mask;
        }
        return slots[slot] - 1;
    }

    /// <summary>FNV-1a over UTF-16 units.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static int Hash(ReadOnlySpan<char> key)
    {
        var hash = 2166136261u;
        foreach (var c in key)
        {
            hash = (hash ^ c) * 16777619;
        }
        return (int)(hash ^ (hash >> 15));
    }
}
