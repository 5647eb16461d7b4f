namespace BorderMap.PostGis.Features;

/// <summary>Values that hold for one public sequence and are kept while it lasts. Thread-safe.</summary>
internal sealed class Kept<T>(int most)
{
    private readonly Dictionary<string, T> values = [];
    private readonly Lock one = new();
    private long pub;

    public bool TryGet(long now, string key, out T? value)
    {
        lock (one)
        {
            value = default;
            return pub == now && values.TryGetValue(key, out value);
        }
    }

    public void Keep(long now, string key, T value)
    {
        lock (one)
        {
            if (now < pub)
                return;
            if (now > pub || values.Count >= most)
                values.Clear();
            pub = now;
            values[key] = value;
        }
    }
}
