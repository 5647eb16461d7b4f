using BorderMap.Web.Security;
using Microsoft.AspNetCore.Mvc;

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

    /// <summary>Headers of a successful answer that tell something of it.</summary>
    public IReadOnlyList<ResponseHeader> Headers { get; init; } = [];

    /// <summary>What the body of the request may be; empty: there is none.</summary>
    public IReadOnlyList<RequestBody> Bodies { get; init; } = [];
    /// <summary>Whom it lets in; null: it neither knows nor cares who asks.</summary>
    public Access? Access { get; init; }

    /// <summary>The status of a success.</summary>
    public int Success { get; init; } = StatusCodes.Status200OK;

    /// <summary>How many requests one counts as, by what it costs; 0: it is not counted.</summary>
    public int Weight { get; init; } = 1;

    /// <summary>The most bytes of a request's body, where it changes something.</summary>
    public int MaxBody { get; init; } = Limits.SmallBodyMax;

    /// <summary>A page for people: its address carries view state that is the page's own affair, so unknown parameters are let through.</summary>
    public bool AnyQuery { get; init; }
}

/// <summary>A form that a request's body may have.</summary>
/// <param name="MediaType">Its <c>Content-Type</c>, without parameters.</param>
/// <param name="Schema">Its JSON Schema, as JSON.</param>
public sealed record RequestBody(string MediaType, string Schema);

/// <summary>A header of an answer.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it tells.</param>
public sealed record ResponseHeader(string Name, string Description);

/// <summary>Maps routes together with their description.</summary>
public static class SurfaceMapping
{
    private static readonly string[] Read = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>A route that answers GET, and HEAD the same way without a body (<c>MapGet</c> alone refuses HEAD).</summary>
    public static RouteHandlerBuilder MapRead(this IEndpointRouteBuilder routes, string route, Surface surface, Delegate handler) =>
        Describe(routes.MapMethods(route, Read, handler), surface);

    /// <summary>A route that reads, though its question comes as the body of a POST.</summary>
    public static RouteHandlerBuilder MapAsk(this IEndpointRouteBuilder routes, string route, Surface surface, Delegate handler) =>
        Describe(routes.MapMethods(route, [HttpMethods.Post], handler), surface);
    /// <summary>A route that changes something.</summary>
    /// <param name="routes">Where it is mapped.</param>
    /// <param name="method">Its one method.</param>
    /// <param name="route">Its address.</param>
    /// <param name="surface">Its description; says whom it lets in.</param>
    /// <param name="handler">Reads the body itself, so that nobody's body is read who is not let in.</param>
    public static RouteHandlerBuilder MapWrite(this IEndpointRouteBuilder routes, HttpMethod method, string route, Surface surface, Delegate handler) =>
        Describe(routes.MapMethods(route, [method.Method], handler), surface.Access is null ? throw new ArgumentException($"{surface.Name} says not whom it lets in", nameof(surface)) : surface)
            .WithMetadata(new RequestSizeLimitAttribute(surface.MaxBody));

    private static RouteHandlerBuilder Describe(RouteHandlerBuilder route, Surface surface) =>
        surface.AnyQuery ? route.WithMetadata(surface) : route.WithMetadata(surface).AddEndpointFilter(new QueryNames(surface));
}
