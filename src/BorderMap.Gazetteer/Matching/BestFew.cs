namespace BorderMap.Gazetteer.Matching;

/// <summary>The smallest of many costs, in order: what costs more than the worst of them need not be looked at.</summary>
internal ref struct BestFew(Span<float> kept)
{
    /// <summary>More than any list shows, since one place may come under several names.</summary>
    public const int Kept = 40;

    private readonly Span<float> kept = kept;
    private int count;

    /// <summary>The largest cost that is kept; infinite while there is room.</summary>
    public readonly float Worst => count < kept.Length ? float.PositiveInfinity : kept[^1];

    public void Offer(float cost)
    {
        if (cost >= Worst)
        {
            return;
        }
        count = Math.Min(count + 1, kept.Length);
        var at = count - 1;
        for (; at > 0 && kept[at - 1] > cost; at--)
        {
            kept[at] = kept[at - 1];
        }
        kept[at] = cost;
    }
}
