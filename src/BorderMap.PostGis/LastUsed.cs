namespace BorderMap.PostGis;

/// <summary>What was made of one public sequence, kept while there is room: what was not asked for longest goes first. Thread-safe.</summary>
/// <param name="most">The bytes that may be kept in all.</param>
/// <param name="weigh">How many bytes a key and its value hold: a key may be as long as an address.</param>
/// <typeparam name="TKey">What tells one answer from another, whatever the public sequence.</typeparam>
/// <typeparam name="TValue">Never changed once it is kept.</typeparam>
public sealed class LastUsed<TKey, TValue>(long most, Func<TKey, TValue, long> weigh)
    where TKey : notnull
    where TValue : class
{
    private sealed record Kept(TKey Key, long Pub, TValue Value, long Bytes);

    /// <summary>What keeping a value costs beside its bytes.</summary>
    private const int Overhead = 400;

    private readonly Lock gate = new();
    private readonly Dictionary<TKey, LinkedListNode<Kept>> found = [];

    /// <summary>The last used last.</summary>
    private readonly LinkedList<Kept> order = new();
    private long held;

    /// <param name="key">What is asked for.</param>
    /// <param name="pub">The public sequence now; what was made of another one is forgotten.</param>
    public TValue? Find(TKey key, long pub)
    {
        lock (gate)
        {
            if (!found.TryGetValue(key, out var node))
                return null;
            if (node.Value.Pub != pub)
            {
                Forget(node);
                return null;
            }
            order.Remove(node);
            order.AddLast(node);
            return node.Value.Value;
        }
    }

    /// <returns>The value, kept or not.</returns>
    public TValue Keep(TKey key, long pub, TValue value)
    {
        var made = new Kept(key, pub, value, weigh(key, value) + Overhead);
        lock (gate)
        {
            if (found.TryGetValue(key, out var before))
                Forget(before);
            found[key] = order.AddLast(made);
            held += made.Bytes;
            while (held > most)
                Forget(order.First!);
        }
        return value;
    }

    private void Forget(LinkedListNode<Kept> node)
    {
        order.Remove(node);
        found.Remove(node.Value.Key);
        held -= node.Value.Bytes;
    }
}
