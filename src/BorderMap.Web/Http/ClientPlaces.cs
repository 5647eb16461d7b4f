using System.Threading.RateLimiting;

namespace BorderMap.Web.Http;

/// <summary>A bounded number of places, for one client and in all: whoever gets none is told so at once.</summary>
/// <param name="most">For all clients together.</param>
/// <param name="perClient">For one of them.</param>
public sealed class ClientPlaces(int most, int perClient) : IDisposable
{
    private readonly ConcurrencyLimiter all = new(new ConcurrencyLimiterOptions { PermitLimit = most });
    private readonly PartitionedRateLimiter<string> own = PartitionedRateLimiter.Create<string, string>(client =>
        RateLimitPartition.GetConcurrencyLimiter(client, _ => new ConcurrencyLimiterOptions { PermitLimit = perClient }));

    /// <summary>Takes a place; dispose it to give it back.</summary>
    /// <param name="client">By <see cref="ClientAddress"/>.</param>
    /// <param name="isFull">Whether all places are taken; else, without one, the client has its share.</param>
    public IDisposable? Take(string client, out bool isFull)
    {
        var place = all.AttemptAcquire();
        isFull = !place.IsAcquired;
        if (isFull)
        {
            return null;
        }
        var share = own.AttemptAcquire(client);
        if (share.IsAcquired)
        {
            return new Places(place, share);
        }
        place.Dispose();
        return null;
    }

    public void Dispose()
    {
        all.Dispose();
        own.Dispose();
    }

    private sealed class Places(RateLimitLease place, RateLimitLease share) : IDisposable
    {
        public void Dispose()
        {
            share.Dispose();
            place.Dispose();
        }
    }
}
