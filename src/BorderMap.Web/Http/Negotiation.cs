using BorderMap.Incidents;
using Microsoft.Net.Http.Headers;

namespace BorderMap.Web.Http;

/// <summary>The form that an answer is given in.</summary>
/// <param name="MediaType">Its media type.</param>
/// <param name="IsPage">Whether it is a page for people.</param>
public sealed record AnswerForm(string MediaType, bool IsPage)
{
    /// <summary>Of a request that was negotiated.</summary>
    public static AnswerForm Of(HttpContext http) => http.Features.Get<AnswerForm>() ?? throw new InvalidOperationException("The form of this answer was not negotiated.");
}

/// <summary>For resources that there are as JSON and as a page: chooses by <c>f</c>, else by <c>Accept</c> (RFC 9110, 12.5.1), JSON where both are as welcome; 406 where neither is.</summary>
public sealed class Negotiation : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var json = new AnswerForm(http.GetEndpoint()!.Metadata.GetRequiredMetadata<Surface>().MediaType, false);
        var page = new AnswerForm(MediaTypes.Html, true);
        var query = new QueryValues(http.Request);
        var asked = query.Choice(Parameters.Form);
        if (query.Problems.Count > 0)
        {
            return ValueTask.FromResult<object?>(new ProblemResult(query.Problems));
        }
        var form = asked switch { "json" => json, "html" => page, _ => Welcome(http.Request, json, page) };
        if (form is null)
        {
            http.Response.Headers.Vary = "Accept";
            return ValueTask.FromResult<object?>(new ProblemResult(new Problem(ProblemCodes.NotAcceptable, "Accept", http.Request.Headers.Accept.ToString(),
                "There is no form of this that Accept asks for.", $"Ask for {json.MediaType} or text/html, or add f=json or f=html.")));
        }
        http.Features.Set(form);
        return next(context);
    }

    private static AnswerForm? Welcome(HttpRequest request, AnswerForm json, AnswerForm page)
    {
        var accepted = request.GetTypedHeaders().Accept;
        if (accepted.Count == 0)
        {
            return json;
        }
        var (toPrograms, toPeople) = (Math.Max(Quality(accepted, json.MediaType.Split(';')[0]), Quality(accepted, MediaTypes.Json)), Quality(accepted, "text/html"));
        return toPrograms <= 0 && toPeople <= 0 ? null : toPeople > toPrograms ? page : json;
    }

    /// <summary>Of the most specific range that holds the type; 0: it is not wanted.</summary>
    private static double Quality(IList<MediaTypeHeaderValue> accepted, string mediaType)
    {
        var type = new MediaTypeHeaderValue(mediaType);
        return accepted.Where(range => range.MatchesAllTypes || (range.Type == type.Type && (range.MatchesAllSubTypes || range.SubType == type.SubType)))
            .OrderBy(range => range.MatchesAllTypes ? 2 : range.MatchesAllSubTypes ? 1 : 0)
            .Select(range => range.Quality ?? 1).FirstOrDefault();
    }
}
