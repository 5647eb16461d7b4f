namespace BorderMap.Gazetteer.Index;

/// <summary>The single words of all light keys, in the order of their letters, so that those with a common beginning stand side by side.</summary>
internal sealed class WordIndex
{
    private readonly KeyList words;
    private readonly int[] starts;
    private readonly int[] keys;

    public WordIndex(KeyList lightKeys)
    {
        var table = new KeyTable(lightKeys.Count / 2);
        for (var key = 0; key < lightKeys.Count; key++)
        {
            foreach (var range in lightKeys[key].Split(' '))
            {
                var word = table.FindOrAdd(lightKeys[key][range], out _);
                if (table.LastValue(word) != key)
                {
                    table.AddValue(word, key);
                }
            }
        }
        var sorted = KeyOrder.Of(table);
        words = table.Ordered(sorted);
        (starts, keys) = table.OrderedValues(sorted);
    }

    public int Count => words.Count;

    public ReadOnlySpan<char> this[int word] => words[word];

    /// <summary>The light keys that hold a word.</summary>
    public ReadOnlySpan<int> KeysOf(int word) => keys.AsSpan(starts[word]..starts[word + 1]);

    /// <summary>The words that begin with <paramref name="prefix"/>: from the first to before the second.</summary>
    public (int From, int To) WithPrefix(ReadOnlySpan<char> prefix) => KeyOrder.WithPrefix(words, prefix);
}
