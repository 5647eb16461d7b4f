using BorderMap.Web.Exports;
using BorderMap.Web.Security;
using Microsoft.Net.Http.Headers;

namespace BorderMap.Web.Http;

/// <summary>Lets pages of any origin read what anyone may read, and nothing else: no credentials, so <c>*</c> on every GET, and a preflight for conditional requests.</summary>
public sealed class PublicCors(RequestDelegate next)
{
    private const string Methods = "GET, HEAD, OPTIONS";

    /// <summary>Where a question may come as the body of a POST, from any origin: it changes nothing and needs no credentials.</summary>
    private const string AskingMethods = "GET, HEAD, POST, OPTIONS";

    private static readonly string Exposed = string.Join(", ", (string[])["ETag", "Link", "Content-Crs", "Content-Disposition", "Content-Language", "Retry-After", "Age",
        ExportHeaders.Filter, ExportHeaders.Count, ExportHeaders.WithoutPlace, ExportHeaders.Pub, ExportHeaders.Gone, ExportHeaders.Digest]);

    private static readonly string[] Asked = [Routes.PlaceResolve, Routes.Reconcile];

    public Task InvokeAsync(HttpContext http)
    {
        if (HttpMethods.IsOptions(http.Request.Method))
        {
            return AnswerOptions(http);
        }
        http.Response.OnStarting(() =>
        {
            if (IsForItsAskerAlone(http))
            {
                return Task.CompletedTask;
            }
            http.Response.Headers[HeaderNames.AccessControlAllowOrigin] = "*";
            if (KeptFiles.IsPartOfPage(http))
            {
                return Task.CompletedTask;
            }
            http.Response.Headers[HeaderNames.AccessControlExposeHeaders] = Exposed;
            return Task.CompletedTask;
        });
        return next(http);
    }

    // No foreign page reads what depends on who is signed in, nor sends what changes anything.
    private static bool IsForItsAskerAlone(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<Surface>()?.Access is { } access && (!access.IsPublic || http.Caller() is not null);

    private static Task AnswerOptions(HttpContext http)
    {
        var headers = http.Response.Headers;
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        var methods = Asked.Any(route => http.Request.Path.Equals(route, StringComparison.OrdinalIgnoreCase)) ? AskingMethods : Methods;
        headers.Allow = methods;
        headers[HeaderNames.AccessControlAllowOrigin] = "*";
        headers[HeaderNames.AccessControlAllowMethods] = methods;
        headers[HeaderNames.AccessControlAllowHeaders] = "Accept, Accept-Language, Content-Type, If-None-Match";
        headers[HeaderNames.AccessControlMaxAge] = "86400";
        return Task.CompletedTask;
    }
}
