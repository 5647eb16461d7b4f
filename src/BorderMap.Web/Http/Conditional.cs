namespace BorderMap.Web.Http;

/// <summary>Conditional requests.</summary>
public static class Conditional
{
    /// <summary>Whether the asker already holds the answer of this tag (<c>If-None-Match</c>, weak comparison: RFC 9110, 13.1.2).</summary>
    public static bool Holds(HttpRequest request, string tag) =>
        request.GetTypedHeaders().IfNoneMatch.Any(held => held.Tag == "*" || held.Tag == tag);

    /// <summary>Answers 304 to an asker who holds this tag, else in full; an answer that is not 200 carries no tag.</summary>
    public static async ValueTask<object?> AnswerAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next, string tag)
    {
        var http = context.HttpContext;
        if (Holds(http.Request, tag))
        {
            return NotModified(tag);
        }
        http.Response.OnStarting(() =>
        {
            if (http.Response.StatusCode == StatusCodes.Status200OK)
            {
                http.Response.Headers.ETag = tag;
            }
            return Task.CompletedTask;
        });
        return await next(context);
    }

    public static IResult NotModified(string tag) => new NotModifiedResult(tag);

    private sealed class NotModifiedResult(string tag) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
            httpContext.Response.Headers.ETag = tag;
            return Task.CompletedTask;
        }
    }
}
