namespace BorderMap.Web.Http;

/// <summary>An answer that was kept, given again while nothing public has changed.</summary>
internal sealed class AnswerAgain(KeptAnswer kept) : IResult
{
    /// <summary>Says in headers what its route said.</summary>
    public static void Describe(HttpResponse response, KeptAnswer kept)
    {
        foreach (var (name, value) in kept.Headers)
        {
            response.Headers[name] = value;
        }
        response.ContentType = kept.ContentType;
        if (kept.Tag is not null)
        {
            response.Headers.ETag = kept.Tag;
        }
    }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (kept.Tag is { } tag && Conditional.Holds(httpContext.Request, tag))
        {
            return Conditional.NotModified(tag).ExecuteAsync(httpContext);
        }
        Describe(httpContext.Response, kept);
        return new CompressedResult(kept.ContentType ?? "", kept.Encoding, kept.Body).ExecuteAsync(httpContext);
    }
}
