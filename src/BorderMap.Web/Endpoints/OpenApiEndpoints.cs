using System.Text.Json;
using BorderMap.PostGis.People;
using BorderMap.Web.Http;
using BorderMap.Web.Security;
using Microsoft.AspNetCore.WebUtilities;

namespace BorderMap.Web.Endpoints;

/// <summary>The description of every route, written from the routes' own metadata, so that it cannot fall behind them.</summary>
public static class OpenApiEndpoints
{
    public static void MapOpenApi(this IEndpointRouteBuilder routes) =>
        routes.MapRead(Routes.OpenApi, new Surface("openApi", "This description.", MediaTypes.OpenApi), Describe);

    private static IResult Describe(HttpContext http, EndpointDataSource endpoints, ContentRoot content)
    {
        http.Response.Headers.CacheControl = "no-cache";
        var surfaces = endpoints.Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<Surface>() is not null)
            .GroupBy(endpoint => endpoint.RoutePattern.RawText!)
            .OrderBy(group => group.Key, StringComparer.Ordinal).ToList();
        var address = Links.Base(http);
        return JsonText.Object(json =>
        {
            json.WriteString("openapi", "3.1.0");
            WriteInfo(json, address);
            json.WriteStartObject("paths");
            foreach (var path in surfaces)
            {
                WritePath(json, path.Key, path);
            }
            json.WriteEndObject();
            OpenApiComponents.Write(json, content);
        }, MediaTypes.OpenApi);
    }

    private static void WriteInfo(Utf8JsonWriter json, string address)
    {
        json.WriteStartObject("info");
        json.WriteString("title", "BorderMap");
        json.WriteString("version", typeof(OpenApiEndpoints).Assembly.GetName().Version!.ToString(3));
        json.WriteString("description", "What is reported to have happened along the Durand Line, where, when, and says who.");
        json.WriteEndObject();
        json.WriteStartArray("servers");
        json.WriteStartObject();
        json.WriteString("url", address);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WritePath(Utf8JsonWriter json, string path, IEnumerable<RouteEndpoint> endpoints)
    {
        json.WriteStartObject(path);
        foreach (var endpoint in endpoints)
        {
            var surface = endpoint.Metadata.GetRequiredMetadata<Surface>();
            foreach (var method in endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods)
            {
                WriteOperation(json, method, surface);
            }
        }
        json.WriteEndObject();
    }

    private static void WriteOperation(Utf8JsonWriter json, string method, Surface surface)
    {
        json.WriteStartObject(method.ToLowerInvariant());
        json.WriteString("operationId", HttpMethods.IsHead(method) ? surface.Name + "Head" : surface.Name);
        json.WriteString("summary", surface.Summary);
        json.WriteStartArray("parameters");
        foreach (var parameter in surface.Parameters)
        {
            WriteParameter(json, parameter);
        }
        json.WriteEndArray();
        WriteAccess(json, surface.Access);
        WriteBody(json, surface.Bodies);
        json.WriteStartObject("responses");
        WriteResponse(json, surface.Success.ToString(), surface.Summary, HttpMethods.IsHead(method) || surface.Success == StatusCodes.Status204NoContent ? null : surface.MediaType, surface.Headers);
        foreach (var status in surface.Statuses.Union(RefusalsOf(surface.Access)))
        {
            WriteResponse(json, status.ToString(), ReasonPhrases.GetReasonPhrase(status), status < 400 ? null : MediaTypes.Problem);
        }
        WriteResponse(json, "default", "What is wrong with the request.", MediaTypes.Problem);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>How one signs in for it (an empty choice: one need not), and the least role.</summary>
    private static void WriteAccess(Utf8JsonWriter json, Access? access)
    {
        if (access is null)
        {
            return;
        }
        json.WritePropertyName("security");
        json.WriteRawValue(access switch
        {
            { Least: null } => """[{},{"session":[]},{"token":[]}]""",
            { SessionOnly: true } => """[{"session":[]}]""",
            _ => """[{"session":[]},{"token":[]}]""",
        });
        if (access.Least is { } least)
        {
            json.WriteString("x-role", RoleWords.Of(least));
        }
    }

    private static int[] RefusalsOf(Access? access) => access?.Least is null ? [] : [401, 403];

    private static void WriteBody(Utf8JsonWriter json, IReadOnlyList<RequestBody> bodies)
    {
        if (bodies.Count == 0)
        {
            return;
        }
        json.WriteStartObject("requestBody");
        json.WriteBoolean("required", true);
        json.WriteStartObject("content");
        foreach (var body in bodies)
        {
            json.WriteStartObject(body.MediaType);
            json.WritePropertyName("schema");
            json.WriteRawValue(body.Schema);
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteParameter(Utf8JsonWriter json, Parameter parameter)
    {
        json.WriteStartObject();
        json.WriteString("name", parameter.Name);
        json.WriteString("in", parameter.InPath ? "path" : "query");
        json.WriteString("description", parameter.Description);
        json.WriteBoolean("required", parameter.Required);
        json.WriteStartObject("schema");
        WriteSchema(json, parameter);
        json.WriteEndObject();
        if (parameter.Example is { } example)
        {
            json.WriteString("example", example);
        }
        json.WriteEndObject();
    }

    /// <summary>The members of a parameter's schema: type, closed list, bounds, default.</summary>
    internal static void WriteSchema(Utf8JsonWriter json, Parameter parameter)
    {
        json.WriteString("type", parameter.Type);
        if (parameter.Values.Count > 0)
        {
            json.Texts("enum", parameter.Values);
        }
        if (parameter.Minimum is { } minimum)
        {
            json.WriteNumber("minimum", minimum);
        }
        if (parameter.Maximum is { } maximum)
        {
            json.WriteNumber("maximum", maximum);
        }
        if (parameter.Default is { } value)
        {
            json.WritePropertyName("default");
            json.WriteRawValue(parameter.Type == "string" ? JsonSerializer.Serialize(value) : value);
        }
    }

    private static void WriteResponse(Utf8JsonWriter json, string status, string description, string? mediaType, IReadOnlyList<ResponseHeader>? headers = null)
    {
        json.WriteStartObject(status);
        json.WriteString("description", description);
        if (headers is { Count: > 0 })
        {
            json.WriteStartObject("headers");
            foreach (var header in headers)
            {
                json.WriteStartObject(header.Name);
                json.WriteString("description", header.Description);
                json.WritePropertyName("schema");
                json.WriteRawValue("""{"type":"string"}""");
                json.WriteEndObject();
            }
            json.WriteEndObject();
        }
        if (mediaType is not null)
        {
            json.WriteStartObject("content");
            json.WriteStartObject(mediaType.Split(';')[0]);
            if (mediaType == MediaTypes.Problem)
            {
                json.WriteStartObject("schema");
                json.WriteString("$ref", "#/components/schemas/Problem");
                json.WriteEndObject();
            }
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }
}
