using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using BorderMap.Incidents;
using BorderMap.PostGis;
using Microsoft.AspNetCore.ResponseCompression;

namespace BorderMap.Web.Http;

/// <summary>For all that derives from incidents: publishes what is due, then answers 304 when the asker holds what the public sequence still says. Never a maximum age: that would tell when an embargo ends.</summary>
public sealed class PublicCaching(PublicReader reader, DuePublisher due, IResponseCompressionProvider compression) : IEndpointFilter
{
    private static readonly string Build = typeof(PublicCaching).Module.ModuleVersionId.ToString("N");

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        await due.PublishIfDueAsync(http.RequestAborted);
        var pub = await reader.PubAsync(http.RequestAborted);
        http.Response.Headers.CacheControl = "no-cache";
        http.Response.Headers.Vary = "Authorization, Accept-Encoding";
        if (FromTheFuture(http, pub) is { } problem)
        {
            return new ProblemResult(problem);
        }
        if (http.GetEndpoint()?.Metadata.GetMetadata<OwnTag>() is not null)
        {
            return await next(context);
        }
        var tag = Tag(http, pub);
        if (Conditional.Holds(http.Request, tag))
        {
            return Conditional.NotModified(tag);
        }
        http.Response.OnStarting(() =>
        {
            if (http.Response.StatusCode == StatusCodes.Status200OK)
            {
                http.Response.Headers.ETag = tag;
            }
            return Task.CompletedTask;
        });
        return await next(context);
    }

    private string Tag(HttpContext http, long pub)
    {
        var encoding = compression.CheckRequestAcceptsCompression(http) ? compression.GetCompressionProvider(http)?.EncodingName : null;
        var request = http.Request;
        var text = $"{Build}\n{Projection.Version}\n{pub}\n{Links.Base(http)}\n{request.Path}\n{request.QueryString}\n{encoding}";
        return $"\"{Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 15))}\"";
    }

    private static Problem? FromTheFuture(HttpContext http, long pub) =>
        long.TryParse(http.Request.Query[Parameters.AsOf.Name], out var asOf) && asOf > pub
            ? new Problem(ProblemCodes.InvalidParameter, Parameters.AsOf.Name, asOf.ToString(), "asOf lies after the latest public change.", $"Use a number from 0 to {pub}, or leave it out.")
            : null;
}

/// <summary>Marks a route that tags its answers itself: one incident is tagged by its id and version.</summary>
public sealed record OwnTag;

/// <summary>Conditional requests.</summary>
public static class Conditional
{
    /// <summary>Whether the asker already holds the answer of this tag (<c>If-None-Match</c>, weak comparison: RFC 9110, 13.1.2).</summary>
    public static bool Holds(HttpRequest request, string tag) =>
        request.GetTypedHeaders().IfNoneMatch.Any(held => held.Tag == "*" || held.Tag == tag);

    public static IResult NotModified(string tag) => new NotModifiedResult(tag);

    private sealed class NotModifiedResult(string tag) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
            httpContext.Response.Headers.ETag = tag;
            return Task.CompletedTask;
        }
    }
}
