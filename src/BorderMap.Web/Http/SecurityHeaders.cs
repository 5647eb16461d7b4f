using BorderMap.Incidents;

namespace BorderMap.Web.Http;

/// <summary>
/// What every answer tells browsers: nothing from other hosts, no script in markup, no framing but of the embed. Scripts and styles say only that they are nothing else:
/// the rest binds documents, and a hundred times over it would weigh more than the scripts.
/// </summary>
public sealed class SecurityHeaders(RequestDelegate next, Settings settings)
{
    // Leaflet draws its canvas and markers from data: images; styles it sets through the CSSOM, which style-src does not concern.
    // Text becomes markup or script nowhere, but by the one policy that stands before Leaflet (wwwroot/js/map/markup.js).
    private const string Policy = "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; form-action 'self'; "
        + "require-trusted-types-for 'script'; trusted-types default; frame-ancestors ";

    /// <summary>What no page of ours asks of a browser, so that nothing slipped into one can.</summary>
    private const string Permissions = "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), serial=(), usb=()";

    private const string OneYear = "max-age=31536000";

    public Task InvokeAsync(HttpContext http)
    {
        var headers = http.Response.Headers;
        http.Response.OnStarting(() =>
        {
            headers.XContentTypeOptions = "nosniff";
            if (http.Request.IsHttps)
            {
                headers.StrictTransportSecurity = OneYear;
            }
            if (KeptFiles.IsPartOfPage(http))
            {
                return Task.CompletedTask;
            }
            headers.ContentSecurityPolicy = Policy + (IsFramed(http.Request.Path) ? Ancestors : "'none'");
            headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Permissions-Policy"] = Permissions;
            return Task.CompletedTask;
        });
        return next(http);
    }

    /// <summary>Whoever may frame the embed, and the page of our own that previews it.</summary>
    private string Ancestors => settings.EmbedAncestors is var others && (others == "*" || others.Contains("'self'", StringComparison.Ordinal)) ? others : $"'self' {others.Replace("'none'", "", StringComparison.Ordinal)}".TrimEnd();

    // A stored embed leads to the embed, or says that it is gone: in the frame that asked for it.
    private static bool IsFramed(PathString path) => path == Routes.Embed || (path.StartsWithSegments(Routes.Embed, out var id) && Ids.Is(Ids.Embed, (id.Value ?? "").TrimStart('/')));
}
