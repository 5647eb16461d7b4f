using System.Net.Sockets;
using BorderMap.Incidents;
using BorderMap.PostGis;
using BorderMap.PostGis.Reading;
using BorderMap.Web.Pages;
using Microsoft.AspNetCore.Diagnostics;
using Npgsql;

namespace BorderMap.Web.Http;

/// <summary>Turns what no handler answered (unknown routes, wrong methods, exceptions) into problem details; nothing of an exception's own words leaves the program.</summary>
public static class Failures
{
    /// <summary>What makes a filter costly, the likeliest first.</summary>
    private static readonly IEnumerable<string> Costliest = [FilterNames.Filter, FilterNames.Within, FilterNames.Q, .. FilterNames.All];

    /// <summary>For the exception handler.</summary>
    public static Task AnswerException(HttpContext http)
    {
        if (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to be told.
            return Task.CompletedTask;
        }
        var error = http.Features.Get<IExceptionHandlerFeature>()?.Error;
        var problem = error switch
        {
            BadHttpRequestException bad => OfStatus(http, bad.StatusCode),
            not null when IsNoText(error) => new(ProblemCodes.BadRequest, "body", null, "A text holds a character that cannot be stored.", "Leave out NUL (\\u0000)."),
            not null when CostLimit.IsReached(error) => TooCostly(http),
            CommitUnknownException => new(ProblemCodes.OutcomeUnknown, "", null, "The database went away while this was being saved: it is there as a whole, or not at all.", "Look whether it is there before you send it again."),
            not null when IsDatabaseAway(error) => Away(),
            _ => new Problem(ProblemCodes.Internal, "", null, "The request failed through a fault of the program.", $"Try again; if it stays so, tell the operator the number of the request, {http.TraceIdentifier}."),
        };
        return Answer(http, problem);
    }

    /// <summary>Whether this is what was asked, or the state of the database, and not the program: nothing to log as a fault.</summary>
    public static bool IsExpected(Exception error) => error is BadHttpRequestException || IsNoText(error) || CostLimit.IsReached(error) || IsDatabaseAway(error);

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

    /// <summary>What PostgreSQL says when trying again later may help, by the beginning of its code: no connection, out of means, going down or starting up, read-only, no lock to be had, a transaction that gave way to another, a disk that fails.</summary>
    private static readonly string[] Passing = ["08", "53", "57P", "25006", "55P03", "40", "58"];

    /// <summary>Whether the database could not be reached, or cannot do it at the moment, so that trying again later may help.</summary>
    public static bool IsDatabaseAway(Exception error) => error switch
    {
        PostgresException { SqlState: var state } => Passing.Any(code => state.StartsWith(code, StringComparison.Ordinal)),
        // A connection that is not made in time says so without more; one that broke while it was given up can be disposed under its user.
        NpgsqlException or SocketException or TimeoutException => true,
        ObjectDisposedException { StackTrace: { } at } when at.Contains("Npgsql.Internal.NpgsqlConnector", StringComparison.Ordinal) => true,
        InvalidOperationException { Message: "Connection is not open" } => true,
        { InnerException: { } inner } => IsDatabaseAway(inner),
        _ => false,
    };

    private static bool IsNoText(Exception error) => error is PostgresException { SqlState: PostgresErrorCodes.UntranslatableCharacter or PostgresErrorCodes.CharacterNotInRepertoire };

    internal static Problem Away() =>
        new(ProblemCodes.Unavailable, "", null, "The database does not answer at the moment.", "Try again after the seconds that Retry-After gives.");

    // Where nothing was filtered, it is not the asker who makes it costly.
    private static Problem TooCostly(HttpContext http) => Costliest.FirstOrDefault(http.Request.Query.ContainsKey) is { } name
        ? new(ProblemCodes.TooCostly, name, http.Request.Query[name], $"The filter takes longer than {CostLimit.Most.TotalSeconds} seconds.", "Narrow it down, for example with bbox or datetime, or give simpler geometries.")
        : Away();

    private static Problem OfStatus(HttpContext http, int status)
    {
        var path = http.Request.Path.Value ?? "/";
        return ProblemCodes.OfStatus(status) switch
        {
            ProblemCodes.NotFound => new(ProblemCodes.NotFound, "path", path, $"There is nothing at {ProblemResult.Echo(path)}.", $"{Routes.OpenApi} lists every address."),
            ProblemCodes.MethodNotAllowed => new(ProblemCodes.MethodNotAllowed, "method", http.Request.Method, $"{ProblemResult.Echo(http.Request.Method)} is not allowed at {ProblemResult.Echo(path)}.", $"Use {http.Response.Headers.Allow}."),
            ProblemCodes.UnsupportedMediaType => new(ProblemCodes.UnsupportedMediaType, "Content-Type", http.Request.ContentType, "The body is in no format that this address reads.", $"Send {MediaTypes.Json}."),
            ProblemCodes.TooLarge => new(ProblemCodes.TooLarge, "body", null, "The body is too large.", $"Send at most {Limits.BodyMax} bytes."),
            ProblemCodes.TimedOut => new(ProblemCodes.TimedOut, "body", null, "The body came too slowly.", $"Send at least {Limits.BodyBytesPerSecond} bytes a second."),
            ProblemCodes.Unavailable => Away(),
            _ => new(ProblemCodes.BadRequest, "request", null, "The request cannot be read.", "Check its address, headers and body."),
        };
    }
}
