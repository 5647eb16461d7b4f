using System.Runtime.CompilerServices;

namespace BorderMap.Gazetteer.Index;

/// <summary>
/// A compact map from keys to numbers while it is made: the keys' letters stand in one buffer, the values of a key in a chain.
/// </summary>
internal sealed class KeyTable
{
    private char[] letters;
    private int[] starts;
    private int[] heads;
    private int[] slots;
    private int[] values;
    private int[] next;
    private int valueCount;

    public KeyTable(int expectedKeys)
    {
        var capacity = Math.Max(16, expectedKeys);
        letters = new char[capacity * 10];
        starts = new int[capacity + 1];
        heads = new int[capacity];
        values = new int[capacity];
        next = new int[capacity];
        slots = new int[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)capacity * 2)];
    }

    public int Count { get; private set; }

    public ReadOnlySpan<char> this[int key] => letters.AsSpan(starts[key], starts[key + 1] - starts[key]);

    /// <summary>The number of a key, or -1.</summary>
    public int Find(ReadOnlySpan<char> key)
    {
        var slot = Slot(key);
        return slots[slot] - 1;
    }

    /// <summary>The number of a key, added when it is new.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int FindOrAdd(ReadOnlySpan<char> key, out bool isNew)
    {
        var slot = Slot(key);
        isNew = slots[slot] == 0;
        if (!isNew)
        {
            return slots[slot] - 1;
        }
        MakeRoom(key.Length);
        key.CopyTo(letters.AsSpan(starts[Count]));
        starts[Count + 1] = starts[Count] + key.Length;
        heads[Count] = -1;
        slots[slot] = ++Count;
        if (Count * 2 > slots.Length)
        {
            Rehash();
        }
        return Count - 1;
    }

    /// <summary>Puts a value before the others of a key.</summary>
    public void AddValue(int key, int value)
    {
        if (valueCount == values.Length)
        {
            Array.Resize(ref values, valueCount * 2);
            Array.Resize(ref next, valueCount * 2);
        }
        values[valueCount] = value;
        next[valueCount] = heads[key];
        heads[key] = valueCount++;
    }

    /// <summary>The keys alone, in another order.</summary>
    /// <param name="order">For each new number the old one.</param>
    public KeyList Ordered(ReadOnlySpan<int> order)
    {
        var renumbered = new int[Count];
        var (text, begins) = (new char[starts[Count]], new int[Count + 1]);
        for (var key = 0; key < order.Length; key++)
        {
            var old = this[order[key]];
            old.CopyTo(text.AsSpan(begins[key]));
            begins[key + 1] = begins[key] + old.Length;
            renumbered[order[key]] = key;
        }
        var places = new int[slots.Length];
        for (var slot = 0; slot < places.Length; slot++)
        {
            places[slot] = slots[slot] == 0 ? 0 : renumbered[slots[slot] - 1] + 1;
        }
        return new KeyList(text, begins, places);
    }

    /// <summary>The values of the keys in another order, those of a key side by side as they were added: key i has those from its start to the next one's.</summary>
    /// <param name="order">For each new number the old one.</param>
    public (int[] Starts, int[] Values) OrderedValues(ReadOnlySpan<int> order)
    {
        var (begins, ordered) = (new int[Count + 1], new int[valueCount]);
        for (var key = 0; key < order.Length; key++)
        {
            var count = 0;
            for (var at = heads[order[key]]; at >= 0; at = next[at])
            {
                count++;
            }
            begins[key + 1] = begins[key] + count;
            for (var at = heads[order[key]]; at >= 0; at = next[at])
            {
                ordered[begins[key] + --count] = values[at];
            }
        }
        return (begins, ordered);
    }

    /// <summary>The value last added to a key, or -1.</summary>
    public int LastValue(int key) => heads[key] < 0 ? -1 : values[heads[key]];

    public ValueEnumerator Values(int key) => new(this, key < 0 ? -1 : heads[key]);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Slot(ReadOnlySpan<char> key)
    {
        var mask = slots.Length - 1;
        var slot = KeyList.Hash(key) & mask;
        while (slots[slot] != 0 && !this[slots[slot] - 1].SequenceEqual(key))
        {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void MakeRoom(int length)
    {
        if (Count == heads.Length)
        {
            Array.Resize(ref heads, Count * 2);
            Array.Resize(ref starts, (Count * 2) + 1);
        }
        if (starts[Count] + length > letters.Length)
        {
            Array.Resize(ref letters, letters.Length * 2 + length);
        }
    }

    private void Rehash()
    {
        slots = new int[slots.Length * 2];
        for (var key = 0; key < Count; key++)
        {
            slots[Slot(this[key])] = key + 1;
        }
    }

    /// <summary>Walks the values of one key.</summary>
    internal struct ValueEnumerator(KeyTable table, int first)
    {
        private int following = first;

        public int Current { get; private set; }

        public readonly ValueEnumerator GetEnumerator() => this;

        public bool MoveNext()
        {
            if (following < 0)
            {
                return false;
            }
            Current = table.values[following];
            following = table.next[following];
            return true;
        }
    }
}
