using BorderMap.Incidents;

namespace BorderMap.Web.Http;

/// <summary>Refuses a request whose query holds a name that the route does not know: a misspelt filter must not look like an empty one.</summary>
public sealed class QueryNames(Surface surface) : IEndpointFilter
{
    private readonly string[] known = [.. surface.Parameters.Where(parameter => !parameter.InPath).Select(parameter => parameter.Name)];

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var unknown = Unknown(context.HttpContext.Request.Query, known);
        return unknown.Count == 0 ? next(context) : ValueTask.FromResult<object?>(new ProblemResult(unknown));
    }

    /// <summary>A problem for each name of a query that is not known.</summary>
    public static IReadOnlyList<Problem> Unknown(IQueryCollection query, IReadOnlyCollection<string> known) => [.. query.Where(pair => !known.Contains(pair.Key)).Select(pair => new Problem(
        ProblemCodes.UnknownParameter,
        pair.Key,
        pair.Value,
        $"The parameter {ProblemResult.Echo(pair.Key)} is not known here.",
        known.Count == 0 ? "This address takes no parameters." : $"Use {string.Join(", ", known)}."))];
}
