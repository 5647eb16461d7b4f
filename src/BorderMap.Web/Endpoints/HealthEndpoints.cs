using BorderMap.Gazetteer;
using BorderMap.PostGis;
using BorderMap.Web.Http;

namespace BorderMap.Web.Endpoints;

/// <summary>For supervisors: is the process up, and can it answer.</summary>
public static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapRead(Routes.Health, new Surface("health", "Whether the process is up.", MediaTypes.Json) { Weight = 0 }, Health);
        routes.MapRead(Routes.Ready, new Surface("ready", "Whether the database and the gazetteer answer.", MediaTypes.Json) { Statuses = [503], Weight = 0 }, ReadyAsync);
    }

    private static IResult Health(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        return JsonText.Object(json => json.WriteString("status", "up"));
    }

    // A database that is away throws, and the one place for failures makes it a 503.
    private static async Task<IResult> ReadyAsync(HttpContext http, PublicReader reader, Atlas atlas)
    {
        http.Response.Headers.CacheControl = "no-store";
        var pub = await reader.PubAsync(http.RequestAborted);
        return JsonText.Object(json =>
        {
            json.WriteString("status", "ready");
            json.WriteNumber("pub", pub);
            json.WriteNumber("places", atlas.Places.All.Count);
            json.WriteString("gazetteer", atlas.Version);
        });
    }
}
