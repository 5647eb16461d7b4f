using BorderMap.Gazetteer;
using Microsoft.AspNetCore.ResponseCompression;

namespace BorderMap.Web.Http;

/// <summary>For all that derives from the gazetteer alone: answers 304 when the asker holds what the gazetteer still says.</summary>
public sealed class GazetteerCaching(Atlas atlas, IResponseCompressionProvider compression) : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.Response.Headers.CacheControl = "no-cache";
        http.Response.Headers.Vary = "Accept-Encoding, Accept-Language";
        return Conditional.AnswerAsync(context, next, EntityTag.Of(http, $"{atlas.Version} {AskedLanguage.OfHeader(http.Request).Tag}", compression));
    }
}
