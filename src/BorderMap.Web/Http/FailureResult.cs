using BorderMap.Incidents;

namespace BorderMap.Web.Http;

/// <summary>A problem as whoever asks can read it: a page for people, problem details for programs.</summary>
public sealed class FailureResult(Problem problem) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => Failures.Answer(httpContext, problem);
}
