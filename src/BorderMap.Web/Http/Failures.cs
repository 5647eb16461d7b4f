using System.Net.Sockets;
using BorderMap.Incidents;
using BorderMap.PostGis.Reading;
using BorderMap.Web.Pages;
using Microsoft.AspNetCore.Diagnostics;
using Npgsql;

namespace BorderMap.Web.Http;

/// <summary>Turns what no handler answered (unknown routes, wrong methods, exceptions) into problem details; nothing of an exception's own words leaves the program.</summary>
public static class Failures
{
    /// <summary>For the exception handler.</summary>
    public static Task AnswerException(HttpContext http)
    {
        var error = http.Features.Get<IExceptionHandlerFeature>()?.Error;
        var problem = error switch
        {
            BadHttpRequestException bad => OfStatus(http, bad.StatusCode),
            not null when CostLimit.IsReached(error) => TooCostly(http),
            not null when IsDatabaseAway(error) => Away(),
            _ => new Problem(ProblemCodes.Internal, "", null, "The request failed through a fault of the program.", "Try again; if it stays so, tell the operator the time of the request."),
        };
        return Answer(http, problem);
    }

    /// <summary>For answers that have a status and no body.</summary>
    public static Task AnswerStatus(HttpContext http) => Answer(http, OfStatus(http, http.Response.StatusCode));

    /// <summary>A problem for programs, a page for people: whoever asks for HTML first gets a page.</summary>
    public static Task Answer(HttpContext http, Problem problem)
    {
        var result = new ProblemResult(problem);
        var page = http.Request.GetTypedHeaders().Accept.FirstOrDefault()?.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase) is true
            && !http.Request.Path.StartsWithSegments("/api");
        return page ? new PageResult(ErrorPage.Of(problem, result.Status), result.Status).ExecuteAsync(http) : result.ExecuteAsync(http);
    }

    /// <summary>Whether the database could not be reached or is going down or is full, so that trying again later may help.</summary>
    public static bool IsDatabaseAway(Exception error) => error switch
    {
        PostgresException { SqlState: var state } => state.StartsWith("08", StringComparison.Ordinal) || state.StartsWith("57P", StringComparison.Ordinal) || state.StartsWith("53", StringComparison.Ordinal),
        NpgsqlException or SocketException => true,
        { InnerException: { } inner } => IsDatabaseAway(inner),
        _ => false,
    };

    private static Problem Away() =>
        new(ProblemCodes.Unavailable, "", null, "The database does not answer at the moment.", "Try again after the seconds that Retry-After gives.");

    private static Problem TooCostly(HttpContext http) => new(ProblemCodes.TooCostly, FilterNames.Filter, http.Request.Query[FilterNames.Filter],
        $"The filter takes longer than {CostLimit.Most.TotalSeconds} seconds.", "Narrow it down, for example with bbox or datetime, or give simpler geometries.");

    private static Problem OfStatus(HttpContext http, int status)
    {
        var path = http.Request.Path.Value ?? "/";
        return ProblemCodes.OfStatus(status) switch
        {
            ProblemCodes.NotFound => new(ProblemCodes.NotFound, "path", path, $"There is nothing at {ProblemResult.Echo(path)}.", $"{Routes.OpenApi} lists every address."),
            ProblemCodes.MethodNotAllowed => new(ProblemCodes.MethodNotAllowed, "method", http.Request.Method, $"{ProblemResult.Echo(http.Request.Method)} is not allowed at {ProblemResult.Echo(path)}.", $"Use {http.Response.Headers.Allow}."),
            ProblemCodes.UnsupportedMediaType => new(ProblemCodes.UnsupportedMediaType, "Content-Type", http.Request.ContentType, "The body is in no format that this address reads.", $"Send {MediaTypes.Json}."),
            ProblemCodes.TooLarge => new(ProblemCodes.TooLarge, "body", null, "The body is too large.", $"Send at most {Limits.BodyMax} bytes."),
            ProblemCodes.Unavailable => Away(),
            _ => new(ProblemCodes.BadRequest, "request", null, "The request cannot be read.", "Check its address, headers and body."),
        };
    }
}
