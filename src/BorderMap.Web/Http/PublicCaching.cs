using BorderMap.Gazetteer;
using BorderMap.Incidents;
using BorderMap.PostGis;
using BorderMap.Web.Security;
using Microsoft.AspNetCore.ResponseCompression;
using Npgsql;

namespace BorderMap.Web.Http;

/// <summary>
/// For all that derives from incidents: publishes what is due, then answers 304 when the asker holds what the public sequence still says. Never a maximum age:
/// that would tell when an embargo ends. What was answered to anyone is given again while that sequence stays. While the database is away, what is kept is shown, and how old it is.
/// </summary>
public sealed class PublicCaching(SeenState seen, LastUsed<string, KeptAnswer> kept, Atlas atlas, IResponseCompressionProvider compression) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var state = await seen.NowAsync(http.RequestAborted);
        if (state.Age is null)
        {
            try
            {
                return await AnswerAsync(context, Keeping(state.Pub, next), state);
            }
            catch (Exception error) when (Failures.IsDatabaseAway(error))
            {
                state = seen.IsAway(error);
            }
        }
        OldAnswer.Tell(http, state.Age!.Value);
        return await AnswerAsync(context, KeepsItself(http) ? next : _ => ValueTask.FromResult<object?>(Old(http, state)), state);
    }

    private async ValueTask<object?> AnswerAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next, PublicState state)
    {
        var http = context.HttpContext;
        http.Features.Set(state);
        http.Response.Headers.CacheControl = "no-cache";
        var isInLanguage = http.GetEndpoint()?.Metadata.GetMetadata<InLanguage>() is not null;
        var form = http.Features.Get<AnswerForm>();
        http.Response.Headers.Vary = $"Authorization, Accept-Encoding{(isInLanguage ? ", Accept-Language" : "")}{(form is null ? "" : ", Accept")}";
        if (FromTheFuture(http, state.Pub) is { } problem)
        {
            return new ProblemResult(problem);
        }
        if (http.GetEndpoint()?.Metadata.GetMetadata<OwnTag>() is not null || http.Caller() is not null)
        {
            return await next(context);
        }
        return await Conditional.AnswerAsync(context, next, EntityTag.Of(http, $"{Projection.Version} {atlas.Version} {state.Pub} {(isInLanguage ? AskedLanguage.OfHeader(http.Request).Tag : "")} {form?.MediaType}", compression));
    }

    private static bool KeepsItself(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<MayBeOld>() is { KeepsItself: true };

    private EndpointFilterDelegate Keeping(long pub, EndpointFilterDelegate next) => async context =>
    {
        var http = context.HttpContext;
        if (http.Caller() is not null || !HttpMethods.IsGet(http.Request.Method) || http.GetEndpoint()?.Metadata.GetMetadata<MayBeOld>() is not { KeepsItself: false })
        {
            return await next(context);
        }
        var key = KeptAnswer.KeyOf(http);
        if (kept.Find(key, pub) is { } before)
        {
            return new AnswerAgain(Encoded(before, key, pub, AskedEncoding.Of(http, compression)));
        }
        var answer = await next(context);
        return answer is IResult result ? new KeptResult(result, key, pub, kept) : answer;
    };

    /// <summary>The same compressed, once for all who ask for it so.</summary>
    private KeptAnswer Encoded(KeptAnswer plain, string key, long pub, string? encoding)
    {
        var encoded = $"{key}\n{encoding}";
        return encoding is null ? plain
            : kept.Find(encoded, pub) ?? kept.Keep(encoded, pub, plain with { Body = AnswerCompression.Compress(plain.Body, encoding, isKept: true), Encoding = encoding });
    }

    private OldAnswer Old(HttpContext http, PublicState state) =>
        kept.Find(KeptAnswer.KeyOf(http), state.Pub) is { } answer ? new OldAnswer(answer, state.Age!.Value) : throw state.Away();

    private static Problem? FromTheFuture(HttpContext http, long pub) =>
        long.TryParse(http.Request.Query[Parameters.AsOf.Name], out var asOf) && asOf > pub
            ? FromTheFuture(asOf, pub)
            : null;

    internal static Problem FromTheFuture(long asOf, long pub) =>
        new(ProblemCodes.InvalidParameter, Parameters.AsOf.Name, asOf.ToString(), "asOf lies after the latest public change.", $"Use a number from 0 to {pub}, or leave it out.");
}

/// <summary>The public sequence when the request came: what an answer keeps by it shows this state or a later one.</summary>
public sealed record PublicState(long Pub)
{
    /// <summary>How long ago it was seen, while the database is away; null: just now.</summary>
    public TimeSpan? Age { get; init; }

    /// <summary>For what is asked while the database is away and not kept.</summary>
    public NpgsqlException Away() => new($"The database is away since {Age}.");
}

/// <summary>Marks a route that tags its answers itself: one incident is tagged by its id and version.</summary>
public sealed record OwnTag;

/// <summary>Marks a route whose answer is in the language that the asker prefers.</summary>
public sealed record InLanguage;
