using BorderMap.Gazetteer.Folding;

namespace BorderMap.Gazetteer.Index;

/// <summary>
/// All recorded names of all places by folded key, in the order of their sound: those of one skeleton stand side by side, among them those
/// of one heavy key, so that names near one another are near in memory. Immutable.
/// </summary>
internal sealed class NameIndex
{
    private readonly int[] firstHeavy;
    private readonly int[] firstLight;
    private readonly int[] heavyOfLight;
    private readonly int[] firstReference;
    private readonly int[] references;
    private readonly byte[] scripts;
    private readonly Task<DeletionIndex> slips;
    private readonly Task<DeletionIndex> skeletonSlips;
    private readonly Task<WordIndex> words;

    /// <param name="rules">How names were folded.</param>
    /// <param name="light">Light keys with packed <see cref="NameReference"/>s.</param>
    /// <param name="heavy">Their heavy keys.</param>
    /// <param name="heavyOf">The heavy key of each light key.</param>
    /// <param name="places">How many places there are.</param>
    public NameIndex(FoldingRules rules, KeyTable light, KeyTable heavy, ReadOnlySpan<int> heavyOf, int places)
    {
        Rules = rules;
        var (skeletons, skeletonOf) = SkeletonsOf(heavy, rules.Skeletons);
        var bySkeleton = Grouping.Of(skeletonOf, skeletons.Count);
        firstHeavy = bySkeleton.Starts;
        Heavy = heavy.Ordered(bySkeleton.Order);
        var byHeavy = Grouping.Of(Renumbered(heavyOf, bySkeleton.Order), Heavy.Count);
        firstLight = byHeavy.Starts;
        Light = light.Ordered(byHeavy.Order);
        heavyOfLight = byHeavy.Groups();
        (firstReference, references) = light.OrderedValues(byHeavy.Order);
        Skeletons = skeletons.Ordered([.. Enumerable.Range(0, skeletons.Count)]);
        IsArabic = new bool[Heavy.Count];
        Silent = new uint[Heavy.Count];
        for (var key = 0; key < Heavy.Count; key++)
        {
            IsArabic[key] = Scripts.IsArabic(Heavy[key]);
            Silent[key] = rules.Skeletons.SilentCounts(Heavy[key]);
        }
        scripts = ScriptsOf(places);
        slips = Task.Run(() => new DeletionIndex(Heavy));
        skeletonSlips = Task.Run(() => new DeletionIndex(Skeletons));
        words = Task.Run(() => new WordIndex(Light));
    }

    public FoldingRules Rules { get; }

    public KeyList Light { get; }

    public KeyList Heavy { get; }

    /// <summary>Heavy keys without vowels, the same for both scripts.</summary>
    public KeyList Skeletons { get; }

    /// <summary>Whether each heavy key is of Arabic script.</summary>
    public bool[] IsArabic { get; }

    /// <summary>Of each heavy key <see cref="SkeletonLetters.SilentCounts"/>.</summary>
    public uint[] Silent { get; }

    /// <summary>Heavy keys a slip apart. Made beside the rest, as the next two are: the first who asks may wait for it.</summary>
    public DeletionIndex Slips => slips.GetAwaiter().GetResult();

    /// <summary>Skeletons a slip apart.</summary>
    public DeletionIndex SkeletonSlips => skeletonSlips.GetAwaiter().GetResult();

    /// <summary>Single words of the light keys.</summary>
    public WordIndex Words => words.GetAwaiter().GetResult();

    /// <summary>The heavy key of a light key, both by number.</summary>
    public int HeavyOf(int lightKey) => heavyOfLight[lightKey];

    /// <summary>The heavy keys of a skeleton: from the first to before the second.</summary>
    public (int From, int To) HeavyKeysOf(int skeleton) => (firstHeavy[skeleton], firstHeavy[skeleton + 1]);

    /// <summary>The light keys of a heavy key: from the first to before the second.</summary>
    public (int From, int To) LightKeysOf(int heavyKey) => (firstLight[heavyKey], firstLight[heavyKey + 1]);

    /// <summary>The packed <see cref="NameReference"/>s of a light key.</summary>
    public ReadOnlySpan<int> NamesOf(int lightKey) => references.AsSpan(firstReference[lightKey], firstReference[lightKey + 1] - firstReference[lightKey]);

    /// <summary>The packed <see cref="NameReference"/>s of all light keys of a heavy key.</summary>
    public ReadOnlySpan<int> NamesOfHeavy(int heavyKey) =>
        references.AsSpan(firstReference[firstLight[heavyKey]], firstReference[firstLight[heavyKey + 1]] - firstReference[firstLight[heavyKey]]);

    /// <summary>Whether a place has a name in Arabic script, or in another.</summary>
    public bool HasName(int place, bool isArabic) => (scripts[place] & (isArabic ? 2 : 1)) != 0;

    private byte[] ScriptsOf(int places)
    {
        var found = new byte[places];
        for (var key = 0; key < Heavy.Count; key++)
        {
            foreach (var packed in NamesOfHeavy(key))
            {
                found[NameReference.Unpack(packed).Place] |= (byte)(IsArabic[key] ? 2 : 1);
            }
        }
        return found;
    }

    private static (KeyTable Skeletons, int[] SkeletonOf) SkeletonsOf(KeyTable heavy, SkeletonLetters letters)
    {
        Span<char> skeleton = stackalloc char[NameFolding.MaxLength];
        var skeletons = new KeyTable(heavy.Count / 2);
        var skeletonOf = new int[heavy.Count];
        for (var key = 0; key < heavy.Count; key++)
        {
            skeletonOf[key] = skeletons.FindOrAdd(skeleton[..letters.Apply(heavy[key], skeleton)], out _);
        }
        return (skeletons, skeletonOf);
    }

    /// <summary>Old numbers as new ones.</summary>
    private static int[] Renumbered(ReadOnlySpan<int> old, int[] order)
    {
        var numbers = new int[order.Length];
        for (var i = 0; i < order.Length; i++)
        {
            numbers[order[i]] = i;
        }
        var renumbered = new int[old.Length];
        for (var i = 0; i < old.Length; i++)
        {
            renumbered[i] = numbers[old[i]];
        }
        return renumbered;
    }
}
