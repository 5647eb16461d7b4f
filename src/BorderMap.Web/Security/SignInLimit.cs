using System.Globalization;
using System.Threading.RateLimiting;
using BorderMap.Incidents;
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
        options.OnRejected = (rejected, _) => AnswerAsync(rejected.HttpContext);
    }

    private static async ValueTask AnswerAsync(HttpContext http)
    {
        http.Response.Headers.RetryAfter = ((int)Limits.SignInEvery.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        await new ProblemResult(new Problem(ProblemCodes.TooMany, "client", null, "Too many attempts from this address.", "Try again after the seconds that Retry-After gives.")).ExecuteAsync(http);
    }
}
