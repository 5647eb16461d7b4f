namespace BorderMap.Web.Http;

/// <summary>Leads on after a form: 303, so that going back or reloading sends nothing twice.</summary>
public sealed class SeeOtherResult(string address) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = Links.Base(httpContext) + address;
        return Task.CompletedTask;
    }
}
