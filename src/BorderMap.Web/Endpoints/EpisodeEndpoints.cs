using BorderMap.Incidents;
using BorderMap.PostGis;
using BorderMap.Web.Http;

namespace BorderMap.Web.Endpoints;

/// <summary>Episodes with the claims made for them as a whole.</summary>
public static class EpisodeEndpoints
{
    public static void MapEpisodes(this IEndpointRouteBuilder routes)
    {
        routes.MapRead(Routes.Episodes, new Surface("listEpisodes", "Public episodes, latest first.", MediaTypes.Json), ListAsync)
            .AddEndpointFilter<PublicCaching>();
        routes.MapRead(Routes.Episode, new Surface("getEpisode", "One public episode.", MediaTypes.Json)
        {
            Parameters = [Parameters.Id],
            Statuses = [404],
        }, FindAsync).AddEndpointFilter<PublicCaching>();
    }

    private static async Task<IResult> ListAsync(HttpContext http, PublicReader reader)
    {
        var episodes = await reader.EpisodesAsync(http.RequestAborted);
        return JsonText.Object(json => json.Values("episodes", episodes));
    }

    private static async Task<IResult> FindAsync(string id, HttpContext http, PublicReader reader) =>
        await reader.EpisodeAsync(id, http.RequestAborted) is { } episode
            ? JsonText.Finished(episode)
            : new ProblemResult(new Problem(ProblemCodes.NotFound, "id", id, "There is no public episode with this id.", $"{Routes.Episodes} lists all of them."));
}
