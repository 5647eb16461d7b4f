using Microsoft.AspNetCore.Authentication.Cookies;

namespace BorderMap.Web.Security;

/// <summary>Cookies whose name begins with <c>__Host-</c> where people come by https: a browser then takes them over https alone, from this very host, for all of it.</summary>
public sealed class PrefixedCookies : ICookieManager
{
    private readonly ChunkingCookieManager inner = new();

    public string? GetRequestCookie(HttpContext context, string key) => inner.GetRequestCookie(context, Name(context, key));

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options)
    {
        options.Secure = IsSecure(context);
        inner.AppendResponseCookie(context, Name(context, key), value, options);
    }

    public void DeleteCookie(HttpContext context, string key, CookieOptions options)
    {
        options.Secure = IsSecure(context);
        inner.DeleteCookie(context, Name(context, key), options);
    }

    private static string Name(HttpContext http, string key) => IsSecure(http) ? "__Host-" + key : key;

    // A proxy that ends TLS and is not trusted looks like plain http; the public address knows better.
    private static bool IsSecure(HttpContext http) =>
        http.Request.IsHttps || http.RequestServices.GetRequiredService<Settings>().PublicUrl?.Scheme == Uri.UriSchemeHttps;
}
