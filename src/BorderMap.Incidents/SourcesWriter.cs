using System.Text.Json;

namespace BorderMap.Incidents;

/// <summary>Writes the sources under an incident or episode; every property always stands there, null where unknown or withheld.</summary>
internal static class SourcesWriter
{
    public static void Write(Utf8JsonWriter json, IReadOnlyList<ShownSource> sources)
    {
        json.WriteStartArray("sources");
        foreach (var (source, span, isWhole) in sources)
        {
            json.WriteStartObject();
            json.Put("id", isWhole ? source.Id : null);
            json.WriteString("publisher", source.Publisher);
            json.Put("origin", source.Origin);
            json.Put("title", isWhole ? source.Title : null);
            json.Put("url", isWhole ? source.Url : null);
            json.Put("published", isWhole ? source.Published : null);
            json.Put("quote", span?.Quote);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
