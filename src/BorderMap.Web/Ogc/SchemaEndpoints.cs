using System.Text.Json;
using BorderMap.PostGis.Features;
using BorderMap.Web.Http;
using BorderMap.Web.Pages;
using BorderMap.Web.Pages.Ogc;

namespace BorderMap.Web.Ogc;

/// <summary>What the features of a collection are made of, what they can be selected and sorted by: JSON Schemas by Part 5, and one of the GeoJSON itself.</summary>
internal static class SchemaEndpoints
{
    public static void MapSchemas(this IEndpointRouteBuilder routes)
    {
        Map(Routes.OgcSchema, "ogcSchema", "The properties of a collection's features.", (json, collection) => SchemaJson.Write(json, collection, collection.Properties, SchemaJson.Geometry.Described));
        Map(Routes.OgcQueryables, "ogcQueryables", "What a collection's features can be selected by.", (json, collection) => SchemaJson.Write(json, collection, collection.Properties.Where(property => property.IsQueryable), SchemaJson.Geometry.Referred));
        Map(Routes.OgcSortables, "ogcSortables", "What a collection's features can be sorted by.", (json, collection) => SchemaJson.Write(json, collection, collection.Properties.Where(property => property.IsQueryable), SchemaJson.Geometry.None));
        Map(Routes.OgcFeatureSchema, "ogcFeatureSchema", "JSON Schema of a feature of a collection as GeoJSON.", SchemaJson.WriteFeature);

        void Map(string route, string name, string summary, Action<Utf8JsonWriter, FeatureSet> write) => routes.MapNegotiated(route, new Surface(name, summary, MediaTypes.JsonSchema)
        {
            Parameters = [Parameters.Collection],
            Statuses = [404],
        }, (string collection, HttpContext http) => Answer(http, collection, route, summary, write));
    }

    private static IResult Answer(HttpContext http, string collection, string route, string summary, Action<Utf8JsonWriter, FeatureSet> write)
    {
        if (FeatureSets.Find(collection) is not { } found)
        {
            return OgcEndpoints.NoCollection(collection);
        }
        return http.IsPage() ? new PageResult(OgcPages.Schema(http, found, summary, route is not (Routes.OgcSchema or Routes.OgcFeatureSchema))) : JsonText.Object(json =>
        {
            json.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
            json.WriteString("$id", Links.Base(http) + Routes.OfCollection(route, found.Id));
            write(json, found);
        }, MediaTypes.JsonSchema);
    }
}
