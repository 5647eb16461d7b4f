using System.Runtime.CompilerServices;

namespace BorderMap.Gazetteer.Index;

/// <summary>
/// Finds keys one slip away: every key stands in the bucket of its own hash and of the hash of each form with one letter left out
/// (the deletion neighbourhood of Mor and Fraenkel 1982). A bucket may hold a stranger; who asks compares.
/// </summary>
internal sealed class DeletionIndex
{
    private const uint Prime = 1_000_003;
    private const int ShortestKey = 3;
    private const int MoreBits = 3;
    private readonly int[] starts;
    private readonly int[] keys;
    private readonly int shift;


    /// <summary>A bit for each of eight times as many buckets, which is small enough to stay near: most questions end here.</summary>
    private readonly ulong[] occupied;

    public DeletionIndex(KeyList table)
    {
        var forms = 0;
        for (var key = 0; key < table.Count; key++)
        {
            forms += table[key].Length + 1;
        }
        var bits = System.Numerics.BitOperations.Log2((uint)Math.Max(16, forms)) + 1;
        shift = 32 - bits;
        starts = new int[(1 << bits) + 1];
        keys = new int[forms];
        occupied = new ulong[1 << (bits + MoreBits - 6)];
        var sink = new Filler(this, isCounting: true);
        Visit(table, ref sink);
        for (var i = 1; i < starts.Length; i++)
        {
            starts[i] += starts[i - 1];
        }
        sink = new Filler(this, isCounting: false);
        Visit(table, ref sink);
    }

    /// <summary>Adds to <paramref name="found"/> the keys that may be one slip from <paramref name="key"/>.</summary>
    public void Collect(ReadOnlySpan<char> key, SeenKeys found)
    {
        if (key.Length >= ShortestKey)
        {
            var probes = new Prober(this, found);
            Hashes(key, ref probes, 0);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Visit(KeyList table, ref Filler sink)
    {
        for (var key = 0; key < table.Count; key++)
        {
            if (table[key].Length >= ShortestKey)
            {
                Hashes(table[key], ref sink, key);
            }
        }
    }

    /// <summary>The hash of a key, then of the key without each of its letters, by prefix and suffix sums.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Hashes<TSink>(ReadOnlySpan<char> key, ref TSink sink, int number)
        where TSink : struct, IHashSink
    {
        uint whole = 0;
        foreach (var c in key)
        {
            whole = (whole * Prime) + c;
        }
        sink.Take(whole, number);
        // suffix: hash of the letters after i; power: Prime to the length of that suffix.
        uint suffix = 0, power = 1, prefix = whole;
        var inverse = InverseOfPrime;
        for (var i = key.Length - 1; i >= 0; i--)
        {
            prefix = (prefix - key[i]) * inverse;
            if (i == key.Length - 1 || key[i] != key[i + 1])
            {
                sink.Take((prefix * power) + suffix, number);
            }
            suffix += key[i] * power;
            power *= Prime;
        }
    }

    /// <summary>Prime is odd, so it has an inverse modulo 2^32 (Newton's iteration).</summary>
    private static uint InverseOfPrime { get; } = Invert(Prime);

    private static uint Invert(uint odd)
    {
        var inverse = odd;
        for (var i = 0; i < 5; i++)
        {
            inverse *= 2 - (odd * inverse);
        }
        return inverse;
    }

    private static uint Mixed(uint hash) => hash * 2654435761u;

    private interface IHashSink
    {
        void Take(uint hash, int key);
    }

    /// <summary>First counts what falls into each bucket, then, from the back, writes the keys.</summary>
    private readonly struct Filler(DeletionIndex index, bool isCounting) : IHashSink
    {
        public void Take(uint hash, int key)
        {
            var bucket = Mixed(hash) >> index.shift;
            if (isCounting)
            {
                var bit = Mixed(hash) >> (index.shift - MoreBits);
                index.occupied[bit >> 6] |= 1ul << (int)(bit & 63);
                index.starts[bucket]++;
            }
            else
            {
                index.keys[--index.starts[bucket]] = key;
            }
        }
    }

    private readonly struct Prober(DeletionIndex index, SeenKeys found) : IHashSink
    {
        public void Take(uint hash, int key)
        {
            var bit = Mixed(hash) >> (index.shift - MoreBits);
            if ((index.occupied[bit >> 6] & (1ul << (int)(bit & 63))) == 0)
            {
                return;
            }
            var bucket = Mixed(hash) >> index.shift;
            for (var i = index.starts[bucket]; i < index.starts[bucket + 1]; i++)
            {
                found.Add(index.keys[i]);
            }
        }
    }
}
