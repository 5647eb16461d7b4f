using BorderMap.Web.Http;

namespace BorderMap.Web.Pages;

/// <summary>A finished page as an answer.</summary>
public sealed class PageResult(Html page, int status = 200) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = status;
        httpContext.Response.ContentType = MediaTypes.Html;
        return httpContext.Response.WriteAsync(page.ToString(), httpContext.RequestAborted);
    }
}
