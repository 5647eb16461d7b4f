using BorderMap.Incidents;
using BorderMap.PostGis;
using BorderMap.PostGis.Desk;
using BorderMap.Web.Http;
using BorderMap.Web.Security;

namespace BorderMap.Web.Endpoints;

/// <summary>Episodes with the claims made for them as a whole.</summary>
public static class EpisodeEndpoints
{
    public static void MapEpisodes(this IEndpointRouteBuilder routes)
    {
        routes.MapRead(Routes.Episodes, new Surface("listEpisodes", "Public episodes, latest first.", MediaTypes.Json) { Parameters = [Parameters.AsOf] }, ListAsync)
            .AddEndpointFilter<PublicCaching>().WithMetadata(new MayBeOld());
        routes.MapRead(Routes.Episode, new Surface("getEpisode", "One public episode; to editors, the document.", MediaTypes.Json)
        {
            Access = new Access { IsPublic = true },
            Parameters = [Parameters.Id, Parameters.AsOf],
            Statuses = [404],
        }, FindAsync).AddEndpointFilter<PublicCaching>();
    }

    private static async Task<IResult> ListAsync(HttpContext http, PublicReader reader)
    {
        var query = new QueryValues(http.Request);
        var asOf = query.OptionalLong(Parameters.AsOf);
        if (query.Problems.Count > 0)
        {
            return new ProblemResult(query.Problems);
        }
        var episodes = await reader.EpisodesAsync(asOf, http.RequestAborted);
        return JsonText.Object(json => json.Values("episodes", episodes));
    }

    private static async Task<IResult> FindAsync(string id, HttpContext http, PublicReader reader, LibraryReader library)
    {
        var query = new QueryValues(http.Request);
        var asOf = query.OptionalLong(Parameters.AsOf);
        if (query.Problems.Count > 0)
        {
            return new ProblemResult(query.Problems);
        }
        if (asOf is null && http.Caller().MayEdit() && await library.EpisodeAsync(id, http.RequestAborted) is { } document)
        {
            return RelatedWrites.Document(document);
        }
        return await reader.EpisodeAsync(id, asOf, http.RequestAborted) is { } episode
            ? JsonText.Finished(episode)
            : new ProblemResult(new Problem(ProblemCodes.NotFound, "id", id, "There is no public episode with this id.", $"{Routes.Episodes} lists all of them."));
    }
}
