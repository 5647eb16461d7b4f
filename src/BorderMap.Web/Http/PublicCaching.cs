using BorderMap.Gazetteer;
using BorderMap.Incidents;
using BorderMap.PostGis;
using BorderMap.Web.Security;
using Microsoft.AspNetCore.ResponseCompression;

namespace BorderMap.Web.Http;

/// <summary>For all that derives from incidents: publishes what is due, then answers 304 when the asker holds what the public sequence still says. Never a maximum age: that would tell when an embargo ends.</summary>
public sealed class PublicCaching(PublicReader reader, DuePublisher due, Atlas atlas, IResponseCompressionProvider compression) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        await due.PublishIfDueAsync(http.RequestAborted);
        var pub = await reader.PubAsync(http.RequestAborted);
        http.Features.Set(new PublicState(pub));
        http.Response.Headers.CacheControl = "no-cache";
        var isInLanguage = http.GetEndpoint()?.Metadata.GetMetadata<InLanguage>() is not null;
        var form = http.Features.Get<AnswerForm>();
        http.Response.Headers.Vary = $"Authorization, Accept-Encoding{(isInLanguage ? ", Accept-Language" : "")}{(form is null ? "" : ", Accept")}";
        if (FromTheFuture(http, pub) is { } problem)
        {
            return new ProblemResult(problem);
        }
        if (http.GetEndpoint()?.Metadata.GetMetadata<OwnTag>() is not null || http.Caller() is not null)
        {
            return await next(context);
        }
        return await Conditional.AnswerAsync(context, next, EntityTag.Of(http, $"{Projection.Version} {atlas.Version} {pub} {(isInLanguage ? AskedLanguage.OfHeader(http.Request).Tag : "")} {form?.MediaType}", compression));
    }

    private static Problem? FromTheFuture(HttpContext http, long pub) =>
        long.TryParse(http.Request.Query[Parameters.AsOf.Name], out var asOf) && asOf > pub
            ? FromTheFuture(asOf, pub)
            : null;

    internal static Problem FromTheFuture(long asOf, long pub) =>
        new(ProblemCodes.InvalidParameter, Parameters.AsOf.Name, asOf.ToString(), "asOf lies after the latest public change.", $"Use a number from 0 to {pub}, or leave it out.");
}

/// <summary>The public sequence when the request came: what an answer keeps by it shows this state or a later one.</summary>
public sealed record PublicState(long Pub);

/// <summary>Marks a route that tags its answers itself: one incident is tagged by its id and version.</summary>
public sealed record OwnTag;

/// <summary>Marks a route whose answer is in the language that the asker prefers.</summary>
public sealed record InLanguage;
