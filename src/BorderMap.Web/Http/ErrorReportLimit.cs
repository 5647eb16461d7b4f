using System.Threading.RateLimiting;

namespace BorderMap.Web.Http;

/// <summary>How many error reports are taken: from one client, and from everybody together.</summary>
public sealed class ErrorReportLimit : IDisposable
{
    private readonly PartitionedRateLimiter<string> perClient = PartitionedRateLimiter.Create<string, string>(client =>
        RateLimitPartition.GetTokenBucketLimiter(client, _ => Bucket(Limits.ErrorReportBurst, Limits.ErrorReportEvery)));

    private readonly TokenBucketRateLimiter all = new(Bucket(Limits.ErrorReportBurstOfAll, Limits.ErrorReportEveryOfAll));

    /// <summary>Whether this client may send one now.</summary>
    /// <param name="client">By <see cref="ClientAddress"/>.</param>
    public bool Takes(string client)
    {
        using var own = perClient.AttemptAcquire(client);
        if (!own.IsAcquired)
        {
            return false;
        }
        using var one = all.AttemptAcquire();
        return one.IsAcquired;
    }

    public void Dispose()
    {
        perClient.Dispose();
        all.Dispose();
    }

    internal static TokenBucketRateLimiterOptions Bucket(int burst, TimeSpan every) =>
        new() { TokenLimit = burst, TokensPerPeriod = 1, ReplenishmentPeriod = every, QueueLimit = 0 };
}
