namespace BorderMap.Gazetteer.Index;

/// <summary>Keys in the order of their letters.</summary>
internal static class KeyOrder
{
    /// <summary>For each place in the order the key that stands there: by the first four letters as one number, then within equal ones by the whole key.</summary>
    public static int[] Of(KeyTable keys)
    {
        var heads = new ulong[keys.Count];
        var order = new int[keys.Count];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
            for (var j = 0; j < 4; j++)
            {
                heads[i] = (heads[i] << 16) | (j < keys[i].Length ? keys[i][j] : 0u);
            }
        }
        Array.Sort(heads, order);
        for (var i = 0; i < order.Length;)
        {
            var end = i + 1;
            while (end < order.Length && heads[end] == heads[i])
            {
                end++;
            }
            order.AsSpan(i, end - i).Sort((a, b) => keys[a].SequenceCompareTo(keys[b]));
            i = end;
        }
        return order;
    }

    /// <summary>Of ordered keys those that begin with <paramref name="prefix"/>: from the first to before the second.</summary>
    public static (int From, int To) WithPrefix(KeyList keys, ReadOnlySpan<char> prefix)
    {
        var from = FirstNot(keys, prefix, 0, isBefore: true);
        return (from, FirstNot(keys, prefix, from, isBefore: false));
    }

    /// <summary>The first key that does not stand before those with the prefix, or that does not begin with it nor stand before.</summary>
    private static int FirstNot(KeyList keys, ReadOnlySpan<char> prefix, int low, bool isBefore)
    {
        var high = keys.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            var key = keys[middle];
            if (key.SequenceCompareTo(prefix) < 0 || (!isBefore && key.StartsWith(prefix)))
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }
        return low;
    }
}
