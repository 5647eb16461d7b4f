using BorderMap.Incidents;

namespace BorderMap.Web.Http;

/// <summary>Refuses a request whose query holds a name that the route does not know: a misspelt filter must not look like an empty one.</summary>
public sealed class QueryNames(Surface surface) : IEndpointFilter
{
    private readonly string[] known = [.. surface.Parameters.Where(parameter => !parameter.InPath).Select(parameter => parameter.Name)];

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var unknown = context.HttpContext.Request.Query.Where(pair => !known.Contains(pair.Key, StringComparer.Ordinal)).ToList();
        return unknown.Count == 0 ? next(context) : ValueTask.FromResult<object?>(new ProblemResult([.. unknown.Select(pair => Unknown(pair.Key, pair.Value))]));
    }

    private Problem Unknown(string name, string? value) => new(
        ProblemCodes.UnknownParameter,
        name,
        value,
        $"The parameter {ProblemResult.Echo(name)} is not known here.",
        known.Length == 0 ? "This address takes no parameters." : $"Use {string.Join(", ", known)}.");
}
