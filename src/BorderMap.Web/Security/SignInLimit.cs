using System.Threading.RateLimiting;
using BorderMap.Web.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace BorderMap.Web.Security;

/// <summary>How often one client may try passwords, whosever they are.</summary>
public static class SignInLimit
{
    public const string Policy = "sign-in";

    public static void Configure(RateLimiterOptions options)
    {
        options.AddPolicy(Policy, http => RateLimitPartition.GetTokenBucketLimiter(ClientAddress.Of(http), _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = Limits.SignInBurst,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = Limits.SignInEvery,
            QueueLimit = 0,
        }));
        options.OnRejected = (rejected, _) => new ValueTask(new ProblemResult(Refusals.TooManyAttempts).ExecuteAsync(rejected.HttpContext));
    }
}
