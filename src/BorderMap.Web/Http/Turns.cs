namespace BorderMap.Web.Http;

/// <summary>
/// Shares the processors among long computations and everything else: a batch works in short turns, of which half the processors are
/// taken at most, and holds none while it waits for its reader.
/// </summary>
public sealed class Turns : IDisposable
{
    private readonly SemaphoreSlim free = new(Math.Max(1, Environment.ProcessorCount / 2));
    private int underWay;

    /// <summary>Lets a batch begin; false when too many are under way. One that began must end.</summary>
    public bool TryBegin()
    {
        if (Interlocked.Increment(ref underWay) <= Limits.BatchesAtOnce)
        {
            return true;
        }
        End();
        return false;
    }

    public void End() => Interlocked.Decrement(ref underWay);

    /// <summary>Does one piece of work when it is its turn.</summary>
    public async Task TakeAsync(Action work, CancellationToken cancellation)
    {
        await free.WaitAsync(cancellation);
        try
        {
            await Task.Run(work, cancellation);
        }
        finally
        {
            free.Release();
        }
    }

    public void Dispose() => free.Dispose();
}
