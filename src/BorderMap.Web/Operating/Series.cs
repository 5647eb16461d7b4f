namespace BorderMap.Web.Operating;

/// <summary>The measurements of one instrument with the same labels.</summary>
/// <param name="bounds">Upper bounds of a histogram's buckets, ascending; empty: it is none.</param>
internal sealed class Series(IReadOnlyList<double> bounds)
{
    private readonly Lock gate = new();
    private readonly long[] buckets = new long[bounds.Count];
    private double sum;
    private long count;

    public void Add(double value)
    {
        lock (gate)
        {
            sum += value;
            count++;
            for (var i = 0; i < bounds.Count; i++)
            {
                buckets[i] += value <= bounds[i] ? 1 : 0;
            }
        }
    }

    /// <summary>Before what is observed is asked again.</summary>
    public void Clear()
    {
        lock (gate)
        {
            (sum, count) = (0, 0);
        }
    }

    /// <returns>The sum, how many, and how many at most as large as each bound.</returns>
    public (double Sum, long Count, long[] Buckets) Read()
    {
        lock (gate)
        {
            return (sum, count, [.. buckets]);
        }
    }
}
