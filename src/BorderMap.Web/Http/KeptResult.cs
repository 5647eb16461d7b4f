using BorderMap.PostGis;

namespace BorderMap.Web.Http;

/// <summary>Gives an answer and keeps it.</summary>
internal sealed class KeptResult(IResult answer, string key, long pub, LastUsed<string, KeptAnswer> kept) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        var body = response.Body;
        using var written = new MemoryStream();
        response.Body = written;
        try
        {
            await answer.ExecuteAsync(httpContext);
            await response.BodyWriter.FlushAsync(httpContext.RequestAborted);
        }
        finally
        {
            response.Body = body;
        }
        if (response.StatusCode == StatusCodes.Status200OK && written.Length <= Limits.AnswerMost)
        {
            kept.Keep(key, pub, new(response.ContentType, response.Headers.ETag, written.ToArray()));
        }
        written.Position = 0;
        await written.CopyToAsync(body, httpContext.RequestAborted);
    }
}
