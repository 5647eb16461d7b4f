using BorderMap.PostGis;
using Microsoft.Net.Http.Headers;

namespace BorderMap.Web.Http;

/// <summary>Gives an answer and keeps it.</summary>
internal sealed class KeptResult(IResult answer, string key, long pub, LastUsed<string, KeptAnswer> kept) : IResult
{
    /// <summary>Headers that have places of their own.</summary>
    private static readonly HashSet<string> Own = new([HeaderNames.ContentType, HeaderNames.ContentLength, HeaderNames.ETag], StringComparer.OrdinalIgnoreCase);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        var body = response.Body;
        using var written = new MemoryStream();
        response.Body = written;
        var before = response.Headers.ToDictionary();
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
            var said = response.Headers.Where(header => !Own.Contains(header.Key) && (!before.TryGetValue(header.Key, out var value) || value != header.Value));
            kept.Keep(key, pub, new(response.ContentType, response.Headers.ETag, written.ToArray()) { Headers = [.. said] });
        }
        written.Position = 0;
        await written.CopyToAsync(body, httpContext.RequestAborted);
    }
}
