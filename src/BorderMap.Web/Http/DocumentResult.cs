namespace BorderMap.Web.Http;

/// <summary>A document for those who write: finished JSON under its own tag.</summary>
public sealed class DocumentResult(string id, int version, string json) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.ETag = IfMatch.TagOf(id, version);
        return JsonText.Finished(json).ExecuteAsync(httpContext);
    }
}
