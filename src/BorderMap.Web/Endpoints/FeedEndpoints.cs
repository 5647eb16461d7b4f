using BorderMap.PostGis;
using BorderMap.Web.Http;

namespace BorderMap.Web.Endpoints;

/// <summary>What is new, for feed readers.</summary>
public static class FeedEndpoints
{
    public static void MapFeed(this IEndpointRouteBuilder routes) =>
        routes.MapRead(Routes.Feed, new Surface("readFeed", "Incidents that were published or changed last, as Atom with GeoRSS points.", MediaTypes.Atom)
        {
            Parameters = [.. Parameters.Filter, Parameters.FeedLimit, .. Parameters.ViewState],
        }, FeedAsync).AddEndpointFilter<PublicCaching>().WithMetadata(new MayBeOld());

    private static async Task<IResult> FeedAsync(HttpContext http, PublicReader reader)
    {
        var query = new QueryValues(http.Request);
        var limit = query.Integer(Parameters.FeedLimit);
        var filter = query.Filter();
        if (query.Problems.Count > 0)
        {
            return new ProblemResult(query.Problems);
        }
        var items = await reader.LatestAsync(filter, limit, http.RequestAborted);
        return Results.Bytes(AtomFeed.Write(items, Links.Base(http), Links.Self(http), filter.ToQuery()), MediaTypes.Atom);
    }
}
