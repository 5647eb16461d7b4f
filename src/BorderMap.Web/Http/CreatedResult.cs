namespace BorderMap.Web.Http;

/// <summary>An answer that says where the new thing is.</summary>
public sealed class CreatedResult(string address, IResult body) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status201Created;
        httpContext.Response.Headers.Location = Links.Base(httpContext) + address;
        return body.ExecuteAsync(httpContext);
    }
}
