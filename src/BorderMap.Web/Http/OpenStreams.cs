using System.Threading.RateLimiting;
using BorderMap.Incidents;

namespace BorderMap.Web.Http;

/// <summary>How many streams are open, for one client and in all; each holds a place until it ends.</summary>
public sealed class OpenStreams : IDisposable
{
    private readonly ConcurrencyLimiter all = new(new ConcurrencyLimiterOptions { PermitLimit = Limits.StreamsMax });
    private readonly PartitionedRateLimiter<string> perClient = PartitionedRateLimiter.Create<string, string>(client =>
        RateLimitPartition.GetConcurrencyLimiter(client, _ => new ConcurrencyLimiterOptions { PermitLimit = Limits.StreamsPerClient }));

    /// <summary>Takes a place; dispose it when the stream ends.</summary>
    /// <param name="client">By <see cref="ClientAddress"/>.</param>
    /// <param name="problem">Why there is none.</param>
    public IDisposable? Take(string client, out Problem? problem)
    {
        var place = all.AttemptAcquire();
        if (!place.IsAcquired)
        {
            problem = new(ProblemCodes.Unavailable, "", null, "Too many streams are open.", $"Ask {Routes.Changes} from time to time instead, or try again later.");
            return null;
        }
        var own = perClient.AttemptAcquire(client);
        if (!own.IsAcquired)
        {
            place.Dispose();
            problem = new(ProblemCodes.TooMany, "", null, $"Your address has {Limits.StreamsPerClient} streams open.", $"Close one, or ask {Routes.Changes} from time to time instead.");
            return null;
        }
        problem = null;
        return new Places(place, own);
    }

    public void Dispose()
    {
        all.Dispose();
        perClient.Dispose();
    }

    private sealed class Places(RateLimitLease place, RateLimitLease own) : IDisposable
    {
        public void Dispose()
        {
            own.Dispose();
            place.Dispose();
        }
    }
}
