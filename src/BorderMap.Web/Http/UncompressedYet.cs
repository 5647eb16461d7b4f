using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;

namespace BorderMap.Web.Http;

/// <summary>Compresses answers on their way, but none that is compressed already.</summary>
internal sealed class UncompressedYet(IServiceProvider services, IOptions<ResponseCompressionOptions> options) : ResponseCompressionProvider(services, options)
{
    public override bool ShouldCompressResponse(HttpContext context) => context.Response.Headers.ContentEncoding.Count == 0 && base.ShouldCompressResponse(context);
}
