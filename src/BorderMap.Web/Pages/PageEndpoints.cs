using System.Text.Json;
using BorderMap.Gazetteer;
using BorderMap.PostGis;
using BorderMap.Web.Endpoints;
using BorderMap.Web.Http;

namespace BorderMap.Web.Pages;

/// <summary>Pages that are read without script.</summary>
public static class PageEndpoints
{
    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        routes.MapRead(Routes.IncidentPage, new Surface("incidentPage", "A page for one incident: claims side by side, sources, history.", MediaTypes.Html)
        {
            Parameters = [Parameters.Id, Parameters.AsOf, Parameters.PageLang],
            Statuses = [301, 404, 410],
        }, IncidentAsync).WithMetadata(new InLanguage(), new MayBeOld()).AddEndpointFilter<PublicCaching>();
        routes.MapRead(Routes.PlacePage, new Surface("placePage", "A page for one place: names in all scripts, what holds it, where it lies.", MediaTypes.Html)
        {
            Parameters = [Parameters.Id],
            Statuses = [301, 404],
        }, Place).AddEndpointFilter<GazetteerCaching>();
        routes.MapRead(Routes.Method, new Surface("methodPage", "How incidents are graded, counted and placed; licence; how to cite.", MediaTypes.Html) { Parameters = [Parameters.PageLang] }, Method);
    }

    private static async Task<IResult> IncidentAsync(string id, HttpContext http, PublicReader reader, Atlas atlas)
    {
        var query = new QueryValues(http.Request);
        var asOf = query.OptionalLong(Parameters.AsOf);
        var text = PageText.Of(query);
        if (query.Problems.Count > 0)
        {
            return new ProblemResult(query.Problems);
        }
        var found = await reader.FindAsync(id, asOf, http.RequestAborted);
        if (found is not PublicIncident.Found incident)
        {
            return found is PublicIncident.Moved ? IncidentEndpoints.NotHere(http, id, found, Routes.PageOf) : new FailureResult(IncidentEndpoints.ProblemOf(id, found));
        }
        using var document = JsonDocument.Parse(incident.Document);
        var around = await IncidentSurroundings.ReadAsync(reader, document.RootElement, asOf, http.RequestAborted);
        return new PageResult(new IncidentPage(text, atlas).Of(document.RootElement, around, asOf, Links.Base(http)));
    }

    private static IResult Place(string id, HttpContext http, Atlas atlas)
    {
        if (atlas.Places.Find(id) is not { } place)
        {
            return new FailureResult(PlaceEndpoints.Unknown(id));
        }
        return place.Id == id ? new PageResult(PlacePage.Of(place, atlas, Links.Base(http))) : Results.Redirect(Links.Base(http) + Routes.PlacePageOf(place.Id), permanent: true);
    }

    private static IResult Method(HttpContext http)
    {
        var query = new QueryValues(http.Request);
        var text = PageText.Of(query);
        if (query.Problems.Count > 0)
        {
            return new ProblemResult(query.Problems);
        }
        http.Response.Headers.CacheControl = "no-cache";
        http.Response.Headers.Vary = "Accept-Language";
        return new PageResult(MethodPage.Of(text));
    }
}
