namespace BorderMap.Web.Http;

/// <summary>Sends what is compressed already; a HEAD has no bytes.</summary>
/// <param name="mediaType">Its <c>Content-Type</c>.</param>
/// <param name="encoding">Its content coding; null: none.</param>
/// <param name="bytes">The body; null: none is sent.</param>
public sealed class CompressedResult(string mediaType, string? encoding, byte[]? bytes) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = mediaType;
        if (encoding is not null)
        {
            response.Headers.ContentEncoding = encoding;
        }
        if (bytes is not null)
        {
            response.ContentLength = bytes.Length;
            await response.Body.WriteAsync(bytes, httpContext.RequestAborted);
        }
    }
}
