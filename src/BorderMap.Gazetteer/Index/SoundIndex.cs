using BorderMap.Gazetteer.Folding;

namespace BorderMap.Gazetteer.Index;

/// <summary>
/// Heavy keys by the consonants one hears, the same for both scripts; and the skeletons one slip away. Vowels do not count here, so any
/// number of slips in them is forgiven, and one in the consonants.
/// </summary>
internal sealed class SoundIndex
{
    private readonly KeyTable skeletons;
    private readonly DeletionIndex slips;
    private readonly int[] starts;
    private readonly int[] heavyKeys;

    public SoundIndex(KeyTable heavy, Sounds sounds)
    {
        Span<char> skeleton = stackalloc char[NameFolding.MaxLength];
        skeletons = new KeyTable(heavy.Count / 2);
        var skeletonOf = new int[heavy.Count];
        for (var key = 0; key < heavy.Count; key++)
        {
            skeletonOf[key] = skeletons.FindOrAdd(skeleton[..sounds.Skeleton(heavy[key], skeleton)], out _);
        }
        starts = new int[skeletons.Count + 1];
        heavyKeys = new int[heavy.Count];
        foreach (var number in skeletonOf)
        {
            starts[number]++;
        }
        for (var i = 1; i < starts.Length; i++)
        {
            starts[i] += starts[i - 1];
        }
        for (var key = 0; key < heavy.Count; key++)
        {
            heavyKeys[--starts[skeletonOf[key]]] = key;
        }
        slips = new DeletionIndex(skeletons);
    }

    /// <summary>Adds the heavy keys of that skeleton.</summary>
    public void CollectSame(ReadOnlySpan<char> skeleton, SeenKeys found)
    {
        if (skeletons.Find(skeleton) is >= 0 and var number)
        {
            Add(number, found);
        }
    }

    /// <summary>Adds the heavy keys whose skeleton is one slip away.</summary>
    public void CollectSlips(ReadOnlySpan<char> skeleton, SeenKeys found)
    {
        var near = SeenKeys.TakeOther(skeletons.Count);
        slips.Collect(skeleton, near);
        foreach (var number in near.Keys)
        {
            Add(number, found);
        }
    }

    private void Add(int number, SeenKeys found)
    {
        foreach (var key in heavyKeys.AsSpan(starts[number], starts[number + 1] - starts[number]))
        {
            found.Add(key);
        }
    }
}
