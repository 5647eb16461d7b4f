using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using BorderMap.Gazetteer.Folding;
using BorderMap.Gazetteer.Loading;

namespace BorderMap.Gazetteer.Index;

/// <summary>Folds every name of every place and gathers equal keys.</summary>
internal sealed class NameIndexBuilder(FoldingRules rules, int places)
{
    private readonly KeyTable light = new(places * 3);
    private readonly KeyTable heavy = new(places * 2);
    private readonly List<int> heavyOfLight = new(places * 3);
    private readonly char[] text = new char[4096];
    private readonly char[] key = new char[NameFolding.MaxLength];
    private readonly char[] other = new char[NameFolding.MaxLength];

    public static NameIndex Build(Place[] places, FoldingRules rules, CancellationToken cancellation)
    {
        var builder = new NameIndexBuilder(rules, places.Length);
        for (var i = 0; i < places.Length; i++)
        {
            if (i % 4096 == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }
            builder.Add(i, (RecordedNames)places[i].Names);
        }
        return new NameIndex(rules, builder.light, builder.heavy, CollectionsMarshal.AsSpan(builder.heavyOfLight), places.Length);
    }

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
            heavyOfLight.Add(heavy.FindOrAdd(joined[..length], out _));
        }
    }
}
