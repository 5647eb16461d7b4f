using System.Threading.RateLimiting;
using BorderMap.Web.Http;

namespace BorderMap.Web.Embeds;

/// <summary>How often one person may write to stored embeds.</summary>
public sealed class EmbedLimit : IDisposable
{
    private readonly PartitionedRateLimiter<string> perPerson = PartitionedRateLimiter.Create<string, string>(person =>
        RateLimitPartition.GetTokenBucketLimiter(person, _ => ErrorReportLimit.Bucket(Limits.EmbedBurst, Limits.EmbedEvery)));

    public bool Takes(string person)
    {
        using var own = perPerson.AttemptAcquire(person);
        return own.IsAcquired;
    }

    public void Dispose() => perPerson.Dispose();
}
