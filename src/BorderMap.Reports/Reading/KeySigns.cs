namespace BorderMap.Reports.Reading;

/// <summary>Numbers of keys (FNV-1a), for sets that say at once of most keys that they are not in a table. Two keys may have the same.</summary>
internal static class KeySigns
{
    /// <summary>Letters of a key that a beginning is looked up by.</summary>
    public const int Beginning = 3;

    public static uint Of(ReadOnlySpan<char> key)
    {
        var sign = 2166136261u;
        foreach (var c in key)
        {
            sign = (sign ^ c) * 16777619u;
        }
        return sign ^ (sign >> 15);
    }

    /// <summary>Of the first letters; 0 for a shorter key.</summary>
    public static uint OfBeginning(ReadOnlySpan<char> key) => key.Length < Beginning ? 0 : Of(key[..Beginning]);
}
