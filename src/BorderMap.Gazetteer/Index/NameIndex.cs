using System.Runtime.CompilerServices;
using System.Text;
using BorderMap.Gazetteer.Folding;
using BorderMap.Gazetteer.Loading;

namespace BorderMap.Gazetteer.Index;

/// <summary>All recorded names of all places by folded key: light keys lead to names, heavy keys to light keys, forms with a letter left out to heavy keys.</summary>
internal sealed class NameIndex
{
    private readonly Task<DeletionIndex> slips;
    private readonly Task<WordIndex> words;
    private readonly Task<SoundIndex> sounds;
    private readonly int[] heavyOfLight;

    private NameIndex(FoldingRules rules, KeyTable light, KeyTable heavy, int[] heavyOfLight)
    {
        (Rules, Light, Heavy, this.heavyOfLight) = (rules, light, heavy, heavyOfLight);
        slips = Task.Run(() => new DeletionIndex(heavy));
        words = Task.Run(() => new WordIndex(light));
        sounds = Task.Run(() => new SoundIndex(heavy, rules.Sounds));
    }

    public FoldingRules Rules { get; }

    /// <summary>Light key → packed <see cref="NameReference"/>s.</summary>
    public KeyTable Light { get; }

    /// <summary>Heavy key → numbers of light keys.</summary>
    public KeyTable Heavy { get; }

    /// <summary>Forms with a letter left out. Made beside the rest, as the words are: the first who asks may wait for it.</summary>
    public DeletionIndex Slips => slips.GetAwaiter().GetResult();

    /// <summary>Heavy keys by their consonants.</summary>
    public SoundIndex Sounds => sounds.GetAwaiter().GetResult();

    /// <summary>The heavy key of a light key, both by number.</summary>
    public int HeavyOf(int lightKey) => heavyOfLight[lightKey];

    /// <summary>Single words of the light keys.</summary>
    public WordIndex Words => words.GetAwaiter().GetResult();

    public static NameIndex Build(Place[] places, FoldingRules rules, CancellationToken cancellation)
    {
        var builder = new Builder(rules, places.Length);
        for (var i = 0; i < places.Length; i++)
        {
            if (i % 4096 == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }
            builder.Add(i, (RecordedNames)places[i].Names);
        }
        return builder.Build();
    }

    private sealed class Builder(FoldingRules rules, int places)
    {
        private readonly KeyTable light = new(places * 3);
        private readonly KeyTable heavy = new(places * 2);
        private readonly char[] text = new char[4096];
        private readonly char[] key = new char[NameFolding.MaxLength];
        private readonly char[] other = new char[NameFolding.MaxLength];

        private readonly List<int> heavyOfLight = new(places * 3);

        public NameIndex Build() => new(rules, light, heavy, [.. heavyOfLight]);

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Add(int place, RecordedNames names)
        {
            var number = 0;
            foreach (var range in names.Raw.Split((byte)'|'))
            {
                AddName(new NameReference(place, number++, IsCore: false, IsPreferred: names.Raw[range][3] == (byte)'*'), names.Raw[range][4..]);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void AddName(NameReference name, ReadOnlySpan<byte> utf8)
        {
            if (utf8.Length > text.Length)
            {
                return;
            }
            var folded = key.AsSpan(0, rules.Folding.Light(text.AsSpan(0, Encoding.UTF8.GetChars(utf8, text)), key));
            AddKey(folded, name);
            var core = rules.Generic.Core(folded, other, out _);
            if (core > 0)
            {
                AddKey(other.AsSpan(0, core), name with { IsCore = true });
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void AddKey(ReadOnlySpan<char> folded, NameReference name)
        {
            if (folded.IsEmpty)
            {
                return;
            }
            var found = light.FindOrAdd(folded, out var isNew);
            // Spellings of one place that fold to one key: the first, which is preferred, stands for all; a whole name goes before a core.
            if (isNew || NameReference.Unpack(light.LastValue(found)) is var last && (last.Place != name.Place || (last.IsCore && !name.IsCore)))
            {
                light.AddValue(found, name.Packed);
            }
            if (isNew)
            {
                Span<char> joined = stackalloc char[NameFolding.MaxLength];
                var length = rules.Folding.Heavy(folded, joined);
                var joinedKey = heavy.FindOrAdd(joined[..length], out _);
                heavy.AddValue(joinedKey, found);
                heavyOfLight.Add(joinedKey);
            }
        }
    }
}
