using BorderMap.Gazetteer.Folding;

namespace BorderMap.Gazetteer.Index;

/// <summary>Words by the consonants one hears, the same for both scripts, so that a beginning is found however its vowels are written.</summary>
internal sealed class WordSounds
{
    private readonly KeyList skeletons;
    private readonly int[] starts;
    private readonly int[] words;
    private readonly char[] letters;

    public WordSounds(WordIndex index, FoldingRules rules)
    {
        Span<char> heavy = stackalloc char[NameFolding.MaxLength];
        Span<char> skeleton = stackalloc char[NameFolding.MaxLength];
        var table = new KeyTable(index.Count / 2);
        for (var word = 0; word < index.Count; word++)
        {
            var length = rules.Folding.Heavy(index[word], heavy);
            table.AddValue(table.FindOrAdd(skeleton[..rules.Skeletons.Apply(heavy[..length], skeleton)], out _), word);
        }
        var order = KeyOrder.Of(table);
        skeletons = table.Ordered(order);
        (starts, words) = table.OrderedValues(order);
        letters = [.. Enumerable.Range(0, skeletons.Count).SelectMany(i => skeletons[i].ToArray()).Distinct().Where(char.IsLetter)];
    }

    /// <summary>The words whose skeleton begins with one, group by group; the same word may come twice.</summary>
    public IEnumerable<int> WithPrefix(string skeleton)
    {
        var (from, to) = KeyOrder.WithPrefix(skeletons, skeleton);
        for (var i = starts[from]; i < starts[to]; i++)
        {
            yield return words[i];
        }
    }

    /// <summary>The skeletons one slip away from one, its first letter apart; some may stand for no word.</summary>
    public IEnumerable<string> Slips(string skeleton)
    {
        for (var at = 1; at < skeleton.Length; at++)
        {
            yield return skeleton.Remove(at, 1);
            if (at + 1 < skeleton.Length)
            {
                yield return $"{skeleton[..at]}{skeleton[at + 1]}{skeleton[at]}{skeleton[(at + 2)..]}";
            }
            foreach (var letter in letters)
            {
                yield return $"{skeleton[..at]}{letter}{skeleton[(at + 1)..]}";
                yield return skeleton.Insert(at, letter.ToString());
            }
        }
    }
}
