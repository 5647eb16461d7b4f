using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.ResponseCompression;

namespace BorderMap.Web.Http;

/// <summary>Tags of answers: a hash over the program's build, the state of what they derive from, the request and the encoding.</summary>
public static class EntityTag
{
    private static readonly string Build = typeof(EntityTag).Module.ModuleVersionId.ToString("N");

    public static string Of(HttpContext http, string state, IResponseCompressionProvider compression)
    {
        var encoding = AskedEncoding.Of(http, compression);
        var text = $"{Build}\n{state}\n{Links.Base(http)}\n{http.Request.Path}\n{http.Request.QueryString}\n{encoding}";
        return $"\"{Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 15))}\"";
    }
}
