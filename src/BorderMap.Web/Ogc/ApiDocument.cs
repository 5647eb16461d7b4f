using System.Text.Json;
using BorderMap.PostGis.Features;
using BorderMap.Web.Endpoints;
using BorderMap.Web.Http;

namespace BorderMap.Web.Ogc;

/// <summary>
/// The description of OGC API - Features by OpenAPI 3.0. GIS clients read it: QGIS and GDAL take their page size from <c>limit</c>, and what they may
/// select by from the parameters of each collection's own path; so every collection has its own.
/// </summary>
internal static class ApiDocument
{
    private const string Limit = "limit";

    public static void Write(Utf8JsonWriter json, HttpContext http)
    {
        json.WriteString("openapi", "3.0.3");
        WriteInfo(json);
        json.WriteStartArray("servers");
        json.WriteStartObject();
        json.WriteString("url", Links.Base(http) + Routes.Ogc);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("paths");
        WritePath(json, "/", "landingPage", "The landing page.", MediaTypes.Json, [Parameters.Form]);
        WritePath(json, "/conformance", "conformance", "What it conforms to.", MediaTypes.Json, [Parameters.Form]);
        WritePath(json, "/api", "api", "This description.", MediaTypes.OpenApi30, [Parameters.Form]);
        WritePath(json, "/collections", "collections", "The collections.", MediaTypes.Json, [Parameters.Form]);
        foreach (var collection in FeatureSets.All)
        {
            WriteCollection(json, collection);
        }
        json.WriteEndObject();
        WriteComponents(json);
    }

    private static void WriteInfo(Utf8JsonWriter json)
    {
        json.WriteStartObject("info");
        json.WriteString("title", "BorderMap: OGC API - Features");
        json.WriteString("version", typeof(ApiDocument).Assembly.GetName().Version!.ToString(3));
        json.WriteString("description", "What is reported to have happened along the Durand Line, and the places, as features for GIS clients.");
        json.WriteStartObject("license");
        json.WriteString("name", "CC BY 4.0");
        json.WriteString("url", OgcLink.Licence);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteCollection(Utf8JsonWriter json, FeatureSet collection)
    {
        var (path, name) = ($"/collections/{collection.Id}", collection.Id);
        WritePath(json, path, $"{name}.describe", $"{collection.Title}: the collection.", MediaTypes.Json, [Parameters.Form], 404);
        WritePath(json, path + "/items", $"{name}.items", $"{collection.Title}: features.", MediaTypes.GeoJson, ItemsRequest.Of(collection), 404);
        WritePath(json, path + "/items/{featureId}", $"{name}.item", $"{collection.Title}: one feature.", MediaTypes.GeoJson,
            [Parameters.Id with { Name = "featureId" }, Parameters.Crs, .. collection.IsVersioned ? [Parameters.AsOf] : Array.Empty<Parameter>(), Parameters.Form], 404);
        WritePath(json, path + "/schema", $"{name}.schema", $"{collection.Title}: properties.", MediaTypes.JsonSchema, [Parameters.Form], 404);
        WritePath(json, path + "/schema/feature", $"{name}.featureSchema", $"{collection.Title}: JSON Schema of a feature.", MediaTypes.JsonSchema, [Parameters.Form], 404);
        WritePath(json, path + "/queryables", $"{name}.queryables", $"{collection.Title}: what features can be selected by.", MediaTypes.JsonSchema, [Parameters.Form], 404);
        WritePath(json, path + "/sortables", $"{name}.sortables", $"{collection.Title}: what features can be sorted by.", MediaTypes.JsonSchema, [Parameters.Form], 404);
    }

    private static void WritePath(Utf8JsonWriter json, string path, string name, string summary, string mediaType, IReadOnlyList<Parameter> parameters, params int[] statuses)
    {
        json.WriteStartObject(path);
        json.WriteStartObject("get");
        json.WriteString("operationId", name);
        json.WriteString("summary", summary);
        json.WriteStartArray("parameters");
        foreach (var parameter in parameters)
        {
            if (parameter == Parameters.Limit)
            {
                json.WriteStartObject();
                json.WriteString("$ref", $"#/components/parameters/{Limit}");
                json.WriteEndObject();
            }
            else
            {
                WriteParameter(json, parameter);
            }
        }
        json.WriteEndArray();
        json.WriteStartObject("responses");
        WriteAnswer(json, mediaType, summary);
        foreach (var status in (int[])[400, .. statuses, 406, 500])
        {
            json.WriteStartObject(status.ToString());
            json.WriteString("$ref", "#/components/responses/Problem");
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteAnswer(Utf8JsonWriter json, string mediaType, string summary)
    {
        json.WriteStartObject("200");
        json.WriteString("description", summary);
        json.WriteStartObject("content");
        foreach (var (type, schema) in new[] { (mediaType, "object"), ("text/html", "string") })
        {
            json.WriteStartObject(type);
            json.WriteStartObject("schema");
            json.WriteString("type", schema);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteComponents(Utf8JsonWriter json)
    {
        json.WriteStartObject("components");
        json.WriteStartObject("parameters");
        json.WritePropertyName(Limit);
        WriteParameter(json, Parameters.Limit);
        json.WriteEndObject();
        json.WritePropertyName("responses");
        json.WriteRawValue("""{"Problem":{"description":"What is wrong with the request, by RFC 9457.","content":{"application/problem+json":{"schema":{"type":"object"}}}}}""");
        json.WriteEndObject();
    }

    private static void WriteParameter(Utf8JsonWriter json, Parameter parameter)
    {
        json.WriteStartObject();
        json.WriteString("name", parameter.Name);
        json.WriteString("in", parameter.InPath ? "path" : "query");
        json.WriteString("description", parameter.Description);
        json.WriteBoolean("required", parameter.Required);
        if (!parameter.InPath)
        {
            json.WriteString("style", "form");
            json.WriteBoolean("explode", false);
        }
        json.WriteStartObject("schema");
        WriteSchema(json, parameter);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteSchema(Utf8JsonWriter json, Parameter parameter)
    {
        if (parameter == Parameters.FeatureBBox)
        {
            json.WriteString("type", "array");
            json.WriteNumber("minItems", 4);
            json.WriteNumber("maxItems", 6);
            json.WritePropertyName("items");
            json.WriteRawValue("""{"type":"number"}""");
            return;
        }
        OpenApiEndpoints.WriteSchema(json, parameter);
    }
}
