using System.Runtime.CompilerServices;

namespace BorderMap.Gazetteer.Index;

/// <summary>Numbers gathered in some order, each once. One a thread, used again and again, so that a question makes no garbage.</summary>
internal sealed class SeenKeys
{
    [ThreadStatic]
    private static SeenKeys? first;

    [ThreadStatic]
    private static SeenKeys? second;

    private ulong[] seen = [];
    private int[] keys = new int[256];

    public int Count { get; private set; }

    public ReadOnlySpan<int> Keys => keys.AsSpan(0, Count);

    /// <summary>The thread's own, empty, with room for numbers below <paramref name="most"/>.</summary>
    public static SeenKeys Take(int most) => (first ??= new SeenKeys()).Empty(most);

    /// <summary>Another one of the thread, for what leads to the first.</summary>
    public static SeenKeys TakeOther(int most) => (second ??= new SeenKeys()).Empty(most);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int key)
    {
        ref var word = ref seen[key >> 6];
        var bit = 1ul << (key & 63);
        if ((word & bit) == 0)
        {
            word |= bit;
            if (Count == keys.Length)
            {
                Array.Resize(ref keys, Count * 2);
            }
            keys[Count++] = key;
        }
    }

    public bool Has(int key) => (seen[key >> 6] & (1ul << (key & 63))) != 0;

    private SeenKeys Empty(int most)
    {
        foreach (var key in Keys)
        {
            seen[key >> 6] = 0;
        }
        Count = 0;
        if (seen.Length * 64 < most)
        {
            seen = new ulong[(most / 64) + 1];
        }
        return this;
    }
}
