using Microsoft.AspNetCore.ResponseCompression;

namespace BorderMap.Web.Http;

/// <summary>The content coding that an answer gets.</summary>
public static class AskedEncoding
{
    /// <summary><c>br</c> or <c>gzip</c>; null: none.</summary>
    public static string? Of(HttpContext http, IResponseCompressionProvider compression) =>
        compression.CheckRequestAcceptsCompression(http) ? compression.GetCompressionProvider(http)?.EncodingName : null;
}
