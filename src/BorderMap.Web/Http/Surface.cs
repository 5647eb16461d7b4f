namespace BorderMap.Web.Http;

/// <summary>What a route takes and gives; the route's own metadata, from which requests are checked and <c>/openapi.json</c> is written.</summary>
/// <param name="Name">The operation's name, unique.</param>
/// <param name="Summary">One sentence.</param>
/// <param name="MediaType">Of a successful answer.</param>
public sealed record Surface(string Name, string Summary, string MediaType)
{
    public IReadOnlyList<Parameter> Parameters { get; init; } = [];

    /// <summary>Statuses beside 200 that an answer may have, with what they mean here.</summary>
    public IReadOnlyList<int> Statuses { get; init; } = [];

    /// <summary>A page for people: its address carries view state that is the page's own affair, so unknown parameters are let through.</summary>
    public bool AnyQuery { get; init; }
}

/// <summary>Maps routes together with their description.</summary>
public static class SurfaceMapping
{
    private static readonly string[] Read = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>A route that answers GET, and HEAD the same way without a body (<c>MapGet</c> alone refuses HEAD).</summary>
    public static RouteHandlerBuilder MapRead(this IEndpointRouteBuilder routes, string route, Surface surface, Delegate handler) =>
        Describe(routes.MapMethods(route, Read, handler), surface);

    private static RouteHandlerBuilder Describe(RouteHandlerBuilder route, Surface surface) =>
        surface.AnyQuery ? route.WithMetadata(surface) : route.WithMetadata(surface).AddEndpointFilter(new QueryNames(surface));
}
