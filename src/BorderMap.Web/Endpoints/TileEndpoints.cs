using System.Text.Json;
using BorderMap.Incidents;
using BorderMap.Incidents.Exporting;
using BorderMap.PostGis.Tiles;
using BorderMap.Web.Http;
using BorderMap.Web.Tiles;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.ResponseCompression;

namespace BorderMap.Web.Endpoints;

/// <summary>Vector tiles, what they hold, and a style that draws them.</summary>
public static class TileEndpoints
{
    /// <summary>Within which everything lies: west, south, east, north.</summary>
    private static readonly double[] Bounds = [60, 23, 78, 39];

    public static void MapTiles(this IEndpointRouteBuilder routes)
    {
        routes.MapRead(Routes.Tile, new Surface("getTile", "A Mapbox Vector Tile of 4096 units; 204 where there is nothing. Incidents take every filter.", MediaTypes.VectorTile)
        {
            Parameters = [Parameters.TileCollection, Parameters.Zoom, Parameters.TileX, Parameters.TileY, .. Parameters.Filter, .. Parameters.ViewState],
            Statuses = [204, 404],
        }, TileAsync).AddEndpointFilter<PublicCaching>().WithMetadata(new MayBeOld(KeepsItself: true));
        routes.MapRead(Routes.MapStyle, new Surface("getMapStyle", "A MapLibre style of the whole map; a filter is that of its incidents.", MediaTypes.Json) { Parameters = [.. Parameters.Filter, .. Parameters.ViewState] }, Style);
        routes.MapRead(Routes.TileJson, new Surface("getTileJson", "TileJSON 3 of a collection: where its tiles are, and what their attributes mean. A filter goes on to the tiles.", MediaTypes.Json)
        {
            Parameters = [Parameters.TileCollection, .. Parameters.Filter, .. Parameters.ViewState],
            Statuses = [404],
        }, Describe);
    }

    private static async Task<IResult> TileAsync(HttpContext http, KeptTiles tiles, IResponseCompressionProvider compression, string collection, string z, string x, string y)
    {
        var query = new QueryValues(http.Request);
        if (Asked(query, collection, out var filter) is not { } asked)
        {
            return new ProblemResult(query.Problems);
        }
        if (Address(query, asked, z, x, y) is not { } address)
        {
            return new ProblemResult(query.Problems);
        }
        var encoding = AskedEncoding.Of(http, compression);
        var bytes = await tiles.GetAsync(asked, filter, address, http.Features.GetRequiredFeature<PublicState>(), encoding, http.RequestAborted);
        return bytes.Length == 0 ? Results.NoContent() : new CompressedResult(MediaTypes.VectorTile, encoding, HttpMethods.IsHead(http.Request.Method) ? null : bytes);
    }

    private static IResult Describe(HttpContext http, string collection)
    {
        var query = new QueryValues(http.Request);
        http.Response.Headers.CacheControl = "no-cache";
        return Asked(query, collection, out var filter) is not { } asked ? new ProblemResult(query.Problems) : JsonText.Object(json =>
        {
            json.WriteString("tilejson", "3.0.0");
            json.WriteString("name", $"BorderMap: {asked.Name}");
            json.WriteString("description", asked.Description);
            json.WriteString("attribution", $"BorderMap, <a href=\"{ExportHead.LicenceUrl}\">{ExportHead.LicenceName}</a>");
            json.WriteString("scheme", "xyz");
            json.WriteStartArray("tiles");
            json.WriteStringValue($"{Links.Base(http)}/tiles/{asked.Name}/{{z}}/{{x}}/{{y}}.mvt{Query(filter)}");
            json.WriteEndArray();
            json.WriteNumber("minzoom", asked.MinZoom);
            json.WriteNumber("maxzoom", asked.MaxZoom);
            json.WritePropertyName("bounds");
            json.WriteRawValue(JsonSerializer.Serialize(Bounds));
            WriteLayer(json, asked);
        });
    }

    private static void WriteLayer(Utf8JsonWriter json, TileSet asked)
    {
        json.WriteStartArray("vector_layers");
        json.WriteStartObject();
        json.WriteString("id", asked.Name);
        json.WriteString("description", asked.Description);
        json.WriteNumber("minzoom", asked.MinZoom);
        json.WriteNumber("maxzoom", asked.MaxZoom);
        json.WriteStartObject("fields");
        foreach (var field in asked.Fields)
        {
            json.WriteString(field.Name, $"{field.Type}. {field.Meaning}");
        }
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static IResult Style(HttpContext http)
    {
        var query = new QueryValues(http.Request);
        var filter = query.Filter();
        http.Response.Headers.CacheControl = "no-cache";
        return query.Problems.Count > 0 ? new ProblemResult(query.Problems) : JsonText.Finished(MapStyle.Write(Links.Base(http), Query(filter)));
    }

    private static string Query(IncidentFilter filter) => filter.ToQuery() is { Length: > 0 } text ? $"?{text}" : "";

    /// <summary>The collection, and the filter where it takes one; null: the query has problems.</summary>
    private static TileSet? Asked(QueryValues query, string name, out IncidentFilter filter)
    {
        filter = query.Filter();
        if (TileSet.Find(name) is not { } found)
        {
            query.Add(new(ProblemCodes.NotFound, Parameters.TileCollection.Name, name, "There is no such collection.", $"Use {string.Join(", ", Parameters.TileCollection.Values)}."));
            return null;
        }
        if (!found.IsFiltered && filter != IncidentFilter.All)
        {
            query.Add(new(ProblemCodes.InvalidParameter, filter.ToParameters()[0].Key, filter.ToParameters()[0].Value, $"{found.Name} takes no filter.", "Leave it out, or ask for incidents."));
        }
        return query.Problems.Count == 0 ? found : null;
    }

    private static TileAddress? Address(QueryValues query, TileSet collection, string z, string x, string y)
    {
        if (Number(query, Parameters.Zoom, z, int.MaxValue) is not { } zoom)
        {
            return null;
        }
        if (zoom < collection.MinZoom || zoom > collection.MaxZoom)
        {
            query.Add(new(ProblemCodes.NotFound, Parameters.Zoom.Name, z, $"{collection.Name} has no tiles at this zoom.", $"Use {collection.MinZoom} to {collection.MaxZoom}; nearer than that, enlarge the tiles of {collection.MaxZoom}."));
            return null;
        }
        var last = (1 << zoom) - 1;
        return Number(query, Parameters.TileX, x, last) is { } column && Number(query, Parameters.TileY, y, last) is { } row ? new TileAddress(zoom, column, row) : null;
    }

    private static int? Number(QueryValues query, Parameter parameter, string text, int most)
    {
        if (int.TryParse(text, System.Globalization.NumberStyles.None, null, out var number) && number <= most)
        {
            return number;
        }
        query.Add(new(ProblemCodes.InvalidParameter, parameter.Name, text, $"{parameter.Name} is no {(most == int.MaxValue ? "zoom" : "tile of this zoom")}.", most == int.MaxValue ? "Use a whole number from 0." : $"Use 0 to {most}."));
        return null;
    }
}
