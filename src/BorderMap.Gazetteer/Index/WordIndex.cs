namespace BorderMap.Gazetteer.Index;

/// <summary>The single words of all light keys, in order, so that those with a common beginning stand side by side.</summary>
internal sealed class WordIndex
{
    private readonly KeyTable words;
    private readonly int[] sorted;

    public WordIndex(KeyList keys)
    {
        words = new KeyTable(keys.Count / 2);
        for (var key = 0; key < keys.Count; key++)
        {
            foreach (var range in keys[key].Split(' '))
            {
                var word = words.FindOrAdd(keys[key][range], out _);
                if (words.LastValue(word) != key)
                {
                    words.AddValue(word, key);
                }
            }
        }
        sorted = Sort(words);
    }

    /// <summary>The keys one of whose words begins with <paramref name="prefix"/>; a key may come more than once.</summary>
    public IEnumerable<int> KeysWithPrefix(string prefix)
    {
        for (var i = FirstNotBefore(prefix); i < sorted.Length && words[sorted[i]].StartsWith(prefix); i++)
        {
            foreach (var key in words.Values(sorted[i]))
            {
                yield return key;
            }
        }
    }

    private int FirstNotBefore(string prefix)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (words[sorted[middle]].SequenceCompareTo(prefix) < 0)
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

    /// <summary>Orders by the first four letters as one number, then within equal ones by the whole word.</summary>
    private static int[] Sort(KeyTable words)
    {
        var heads = new ulong[words.Count];
        var order = new int[words.Count];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
            for (var j = 0; j < 4; j++)
            {
                heads[i] = (heads[i] << 16) | (j < words[i].Length ? words[i][j] : 0u);
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
            order.AsSpan(i, end - i).Sort((a, b) => words[a].SequenceCompareTo(words[b]));
            i = end;
        }
        return order;
    }
}
