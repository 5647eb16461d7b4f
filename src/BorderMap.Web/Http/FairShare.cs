using System.Threading.RateLimiting;
using BorderMap.Incidents;
using BorderMap.Web.Exports;

namespace BorderMap.Web.Http;

/// <summary>
/// What one client may ask for: requests over time, each by the weight of its route; large pages and large questions at once. Whoever asks for more
/// is told to come again, and nobody's body is unpacked: a few bytes could become gigabytes. The machine itself asks as often as it likes: that is its
/// operator, or a proxy that is not trusted to say who asks, and then one bound would be for all.
/// </summary>
public sealed class FairShare : IMiddleware, IDisposable
{
    private readonly int perSecond;
    private readonly OpenExports downloads;
    private readonly ClientPlaces questions = new(Limits.QuestionsAtOnce, Limits.QuestionsPerClient);
    private readonly PartitionedRateLimiter<string> requests;

    public FairShare(Settings settings, OpenExports downloads)
    {
        (perSecond, this.downloads) = (settings.RequestRate, downloads);
        requests = PartitionedRateLimiter.Create<string, string>(client => perSecond == 0
            ? RateLimitPartition.GetNoLimiter(client)
            : RateLimitPartition.GetTokenBucketLimiter(client, _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = perSecond * Limits.RequestBurst,
                TokensPerPeriod = perSecond,
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                QueueLimit = 0,
            }));
    }

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<Surface>() is not { } surface)
        {
            await next(context);
            return;
        }
        var client = ClientAddress.Of(context);
        var problem = Packed(context) ?? (ClientAddress.IsThisMachine(context) ? null : Rate(surface, client));
        using var place = problem is null ? Place(context, surface, client, out problem) : null;
        await (problem is null ? next(context) : Failures.Answer(context, problem));
    }

    public void Dispose()
    {
        questions.Dispose();
        requests.Dispose();
    }

    private static Problem? Packed(HttpContext http)
    {
        var coding = http.Request.Headers.ContentEncoding.ToString();
        if (coding.Length == 0 || coding.Equals("identity", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }
        http.Response.Headers.AcceptEncoding = "identity";
        return new(ProblemCodes.UnsupportedMediaType, "Content-Encoding", coding, "A compressed body is not taken.", "Send it as it is, without Content-Encoding.");
    }

    private Problem? Rate(Surface surface, string client)
    {
        if (surface.Weight == 0)
        {
            return null;
        }
        using var lease = requests.AttemptAcquire(client, Math.Min(surface.Weight, Math.Max(1, perSecond) * Limits.RequestBurst));
        return lease.IsAcquired ? null
            : new(ProblemCodes.TooMany, "client", null, $"Your address asks for more than {perSecond} requests a second.", "Ask again after the seconds that Retry-After gives, more slowly; a download has everything at once.");
    }

    private IDisposable? Place(HttpContext http, Surface surface, string client, out Problem? problem)
    {
        problem = null;
        if (surface.Access is null && HttpMethods.IsPost(http.Request.Method))
        {
            var place = questions.Take(client, out var isFull);
            problem = place is not null ? null
                : new(ProblemCodes.Busy, "client", null, isFull ? "As many questions as the server takes are under way." : $"Your address has {Limits.QuestionsPerClient} questions under way.",
                    "Ask again after the seconds that Retry-After gives.");
            return place;
        }
        var isLarge = surface.Parameters.Contains(Parameters.Limit) && int.TryParse(http.Request.Query[Parameters.Limit.Name], out var limit) && limit > Limits.PageSmall;
        return isLarge ? downloads.Take(client, out problem) : null;
    }
}
