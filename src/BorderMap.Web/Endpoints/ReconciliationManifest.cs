using System.Text.Json;
using BorderMap.Web.Http;

namespace BorderMap.Web.Endpoints;

/// <summary>The reconciliation service's description of itself.</summary>
public static class ReconciliationManifest
{
    /// <param name="json">Where to write the members.</param>
    /// <param name="address">The address of the site.</param>
    /// <param name="gazetteer">The version of the gazetteer.</param>
    public static void Write(Utf8JsonWriter json, string address, string gazetteer)
    {
        json.WriteStartArray("versions");
        json.WriteStringValue("0.1");
        json.WriteStringValue("0.2");
        json.WriteEndArray();
        json.WriteString("name", "BorderMap gazetteer: Afghanistan and Pakistan");
        json.WriteString("identifierSpace", address + Routes.PlacePageOf(""));
        json.WriteString("schemaSpace", "https://schema.org/Place");
        json.WriteString("documentation", address + Routes.Method + "#gazetteer");
        json.WriteString("logo", address + "/img/icon.svg");
        json.WriteString("serviceVersion", $"{typeof(ReconciliationManifest).Assembly.GetName().Version!.ToString(3)}+{gazetteer}");
        json.WriteStartArray("defaultTypes");
        foreach (var type in ReconciliationSchema.Types)
        {
            type.WriteShort(json);
        }
        json.WriteEndArray();
        json.WriteStartObject("view");
        json.WriteString("url", address + Routes.PlacePageOf("") + "{{id}}");
        json.WriteEndObject();
        json.WriteStartObject("suggest");
        WriteSuggest(json, "entity", address, Routes.SuggestEntity);
        WriteSuggest(json, "type", address, Routes.SuggestType);
        WriteSuggest(json, "property", address, Routes.SuggestProperty);
        json.WriteEndObject();
        json.WriteNumber("batchSize", Limits.ReconcileBatch);
    }

    private static void WriteSuggest(Utf8JsonWriter json, string what, string address, string path)
    {
        json.WriteStartObject(what);
        json.WriteString("service_url", address);
        json.WriteString("service_path", path);
        json.WriteEndObject();
    }
}
