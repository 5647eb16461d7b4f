using System.Text.Json;
using BorderMap.Gazetteer.Coordinates;
using BorderMap.PostGis.Features;
using BorderMap.Web.Endpoints;
using BorderMap.Web.Http;

namespace BorderMap.Web.Ogc;

/// <summary>How a collection describes itself.</summary>
internal static class CollectionJson
{
    public static void Write(Utf8JsonWriter json, HttpContext http, FeatureSet collection, FeatureExtent extent, IEnumerable<OgcLink> links)
    {
        json.WriteString("id", collection.Id);
        json.WriteString("title", collection.Title);
        json.WriteString("description", collection.Description);
        json.WriteString("itemType", "feature");
        json.WriteNumber("itemCount", extent.Count);
        WriteExtent(json, extent);
        json.WriteStartArray("crs");
        foreach (var crs in ReferenceSystem.All)
        {
            json.WriteStringValue(crs.Uri);
        }
        json.WriteEndArray();
        json.WriteString("storageCrs", ReferenceSystem.Crs84.Uri);
        OgcLink.Write(json, [.. links, .. Links(http, collection)]);
    }

    /// <summary>Whither a collection leads; clients take schemas and queryables by these relations.</summary>
    public static IEnumerable<OgcLink> Links(HttpContext http, FeatureSet collection)
    {
        yield return To("items", Routes.OgcItems, MediaTypes.GeoJson, "Features as GeoJSON");
        yield return To("items", Routes.OgcItems, "text/html", "Features as a page", "?f=html");
        yield return To(OgcLink.Ogc("schema"), Routes.OgcSchema, MediaTypes.JsonSchema, "Properties");
        yield return To("describedby", Routes.OgcFeatureSchema, MediaTypes.JsonSchema, "JSON Schema of a feature");
        // GDAL up to 3.6 knows this spelling alone, though relations are the same in any case (RFC 8288, 2.1.1).
        yield return To("describedBy", Routes.OgcFeatureSchema, MediaTypes.JsonSchema, "JSON Schema of a feature");
        yield return To(OgcLink.Ogc("queryables"), Routes.OgcQueryables, MediaTypes.JsonSchema, "What features can be selected by");
        yield return To(OgcLink.Ogc("sortables"), Routes.OgcSortables, MediaTypes.JsonSchema, "What features can be sorted by");
        yield return OgcLink.LicenceLink();

        OgcLink To(string relation, string route, string mediaType, string title, string query = "") =>
            OgcLink.Of(relation, http, Routes.OfCollection(route, collection.Id) + query, mediaType, title);
    }

    private static void WriteExtent(Utf8JsonWriter json, FeatureExtent extent)
    {
        json.WriteStartObject("extent");
        if (extent.Box is { } box)
        {
            json.WriteStartObject("spatial");
            json.WriteStartArray("bbox");
            json.WriteStartArray();
            foreach (var degrees in (double[])[box.MinLon, box.MinLat, box.MaxLon, box.MaxLat])
            {
                json.WriteNumberValue(degrees);
            }
            json.WriteEndArray();
            json.WriteEndArray();
            json.WriteString("crs", ReferenceSystem.Crs84.Uri);
            json.WriteEndObject();
        }
        if (extent.Start is not null || extent.End is not null)
        {
            json.WriteStartObject("temporal");
            json.WriteStartArray("interval");
            json.WriteStartArray();
            WriteDay(json, extent.Start, "T00:00:00Z");
            WriteDay(json, extent.End, "T23:59:59Z");
            json.WriteEndArray();
            json.WriteEndArray();
            json.WriteString("trs", "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian");
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void WriteDay(Utf8JsonWriter json, DateOnly? day, string time)
    {
        if (PlaceJson.Day(day) is { } text)
        {
            json.WriteStringValue(text + time);
        }
        else
        {
            json.WriteNullValue();
        }
    }
}
