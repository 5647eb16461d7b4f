using System.Text.Json;
using BorderMap.PostGis;
using BorderMap.Web.Http;

namespace BorderMap.Web.Endpoints;

/// <summary>Who acts and claims, and who published it: actors and sources of public incidents.</summary>
public static class PartyEndpoints
{
    public static void MapParties(this IEndpointRouteBuilder routes)
    {
        routes.MapRead(Routes.Actors, new Surface("listActors", "Actors and claimants of public incidents, by id.", MediaTypes.Json) { Parameters = [Parameters.AsOf] }, ActorsAsync)
            .AddEndpointFilter<PublicCaching>();
        routes.MapRead(Routes.Sources, new Surface("listSources", "Sources of public incidents, by id, a page at a time.", MediaTypes.Json)
        {
            Parameters = [.. Parameters.Paging, Parameters.AsOf],
        }, SourcesAsync).AddEndpointFilter<PublicCaching>();
    }

    private static async Task<IResult> ActorsAsync(HttpContext http, PublicReader reader)
    {
        var query = new QueryValues(http.Request);
        var asOf = query.OptionalLong(Parameters.AsOf);
        if (query.Problems.Count > 0)
        {
            return new ProblemResult(query.Problems);
        }
        var actors = await reader.ActorsAsync(asOf, http.RequestAborted);
        return JsonText.Object(json => json.Values("actors", actors));
    }

    private static async Task<IResult> SourcesAsync(HttpContext http, PublicReader reader)
    {
        var query = new QueryValues(http.Request);
        var limit = query.Integer(Parameters.Limit);
        var after = query.Text(Parameters.Cursor);
        var asOf = query.OptionalLong(Parameters.AsOf);
        if (query.Problems.Count > 0)
        {
            return new ProblemResult(query.Problems);
        }
        // One more than asked for tells whether another page follows.
        var found = await reader.SourcesAsync(after, limit + 1, asOf, http.RequestAborted);
        var sources = found.Take(limit).ToList();
        var next = found.Count > limit ? Links.With(http, Parameters.Cursor, IdOf(sources[^1])) : null;
        if (next is not null)
        {
            http.Response.Headers.Link = $"<{next}>; rel=\"next\"";
        }
        return JsonText.Object(json =>
        {
            json.Values("sources", sources);
            json.WriteNumber("numberReturned", sources.Count);
            json.WriteString("next", next);
        });
    }

    private static string IdOf(string source)
    {
        using var document = JsonDocument.Parse(source);
        return document.RootElement.GetProperty("id").GetString()!;
    }
}
