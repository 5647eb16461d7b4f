using BorderMap.Gazetteer.Coordinates;
using BorderMap.Incidents;
using BorderMap.PostGis.Features;
using BorderMap.Web.Http;
using BorderMap.Web.Pages;
using BorderMap.Web.Pages.Ogc;

namespace BorderMap.Web.Ogc;

/// <summary>OGC API - Features: the landing page, what it conforms to, its description and its collections.</summary>
public static class OgcEndpoints
{
    public static void MapOgc(this IEndpointRouteBuilder routes)
    {
        routes.MapNegotiated(Routes.Ogc, new Surface("ogc", "OGC API - Features: where GIS clients begin.", MediaTypes.Json), Landing);
        routes.MapNegotiated(Routes.OgcConformance, new Surface("ogcConformance", "What of OGC API - Features is there.", MediaTypes.Json), Conforms);
        routes.MapNegotiated(Routes.OgcApi, new Surface("ogcApi", "The description of OGC API - Features by OpenAPI 3.0, as GIS clients read it.", MediaTypes.OpenApi30), Describe);
        routes.MapNegotiated(Routes.OgcCollections, new Surface("ogcCollections", "The collections of features.", MediaTypes.Json), CollectionsAsync);
        routes.MapNegotiated(Routes.OgcCollection, new Surface("ogcCollection", "One collection of features.", MediaTypes.Json) { Parameters = [Parameters.Collection], Statuses = [404] }, CollectionAsync);
        routes.MapSchemas();
        routes.MapItems();
    }

    /// <summary>A route that answers as JSON or as a page.</summary>
    public static RouteHandlerBuilder MapNegotiated(this IEndpointRouteBuilder routes, string route, Surface surface, Delegate handler) =>
        routes.MapRead(route, surface with { Parameters = [.. surface.Parameters, Parameters.Form], Statuses = [.. surface.Statuses, 406] }, handler)
            .AddEndpointFilter<Negotiation>().AddEndpointFilter<PublicCaching>();

    public static bool IsPage(this HttpContext http) => AnswerForm.Of(http).IsPage;

    public static IResult NoCollection(string id) => new FailureResult(new Problem(ProblemCodes.NotFound, "collection", id, "There is no collection with this id.", $"{Routes.OgcCollections} lists them: {string.Join(", ", FeatureSets.All.Select(collection => collection.Id))}."));

    private static IResult Landing(HttpContext http)
    {
        if (http.IsPage())
        {
            return new PageResult(OgcPages.Landing(http));
        }
        return JsonText.Object(json =>
        {
            json.WriteString("title", OgcPages.Title);
            json.WriteString("description", OgcPages.Description);
            json.WriteString("attribution", "BorderMap, CC BY 4.0");
            OgcLink.Write(json,
            [
                .. OgcLink.SelfAndAlternate(http, MediaTypes.Json),
                OgcLink.Of("service-desc", http, Routes.OgcApi, MediaTypes.OpenApi30, "Description of the API"),
                OgcLink.Of("service-doc", http, Routes.OgcApi + "?f=html", "text/html", "The API for people"),
                OgcLink.Of("conformance", http, Routes.OgcConformance, MediaTypes.Json, "What it conforms to"),
                OgcLink.Of("data", http, Routes.OgcCollections, MediaTypes.Json, "The collections"),
                OgcLink.LicenceLink(),
            ]);
        });
    }

    private static IResult Conforms(HttpContext http)
    {
        if (http.IsPage())
        {
            return new PageResult(OgcPages.Conforms(http));
        }
        return JsonText.Object(json =>
        {
            json.Texts("conformsTo", Conformance.Classes);
            OgcLink.Write(json, OgcLink.SelfAndAlternate(http, MediaTypes.Json));
        });
    }

    private static IResult Describe(HttpContext http) =>
        http.IsPage() ? new PageResult(OgcPages.Api(http)) : JsonText.Object(json => ApiDocument.Write(json, http), MediaTypes.OpenApi30);

    private static async Task<IResult> CollectionsAsync(HttpContext http, FeatureReader reader)
    {
        var collections = new List<(FeatureSet Collection, FeatureExtent Extent)>();
        foreach (var collection in FeatureSets.All)
        {
            collections.Add((collection, await reader.ExtentAsync(collection, http.RequestAborted)));
        }
        if (http.IsPage())
        {
            return new PageResult(OgcPages.Collections(http, collections));
        }
        return JsonText.Object(json =>
        {
            json.WriteStartArray("collections");
            foreach (var (collection, extent) in collections)
            {
                json.WriteStartObject();
                CollectionJson.Write(json, http, collection, extent, [OgcLink.Of("self", http, Routes.OfCollection(Routes.OgcCollection, collection.Id), MediaTypes.Json, "This collection")]);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteStartArray("crs");
            foreach (var crs in ReferenceSystem.All)
            {
                json.WriteStringValue(crs.Uri);
            }
            json.WriteEndArray();
            OgcLink.Write(json, [.. OgcLink.SelfAndAlternate(http, MediaTypes.Json), OgcLink.LicenceLink()]);
        });
    }

    private static async Task<IResult> CollectionAsync(string collection, HttpContext http, FeatureReader reader)
    {
        if (FeatureSets.Find(collection) is not { } found)
        {
            return NoCollection(collection);
        }
        var extent = await reader.ExtentAsync(found, http.RequestAborted);
        return http.IsPage()
            ? new PageResult(OgcPages.Collection(http, found, extent))
            : JsonText.Object(json => CollectionJson.Write(json, http, found, extent, OgcLink.SelfAndAlternate(http, MediaTypes.Json)));
    }
}
