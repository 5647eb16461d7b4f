using System.Text.Json;

namespace BorderMap.Incidents;

/// <summary>Writes the sources under an incident or episode; every property always stands there, null where unknown or withheld.</summary>
internal static class SourcesWriter
{
    public static void Write(Utf8JsonWriter json, IReadOnlyList<ShownSource> sources)
    {
        json.WriteStartArray("sources"u8);
        foreach (var (source, span, isWhole) in sources)
        {
            json.WriteStartObject();
            json.Put("id"u8, isWhole ? source.Id : null);
            json.WriteString("publisher"u8, source.Publisher);
            json.Put("origin"u8, source.Origin);
            json.Put("title"u8, isWhole ? source.Title : null);
            json.Put("url"u8, isWhole ? source.Url : null);
            json.Put("published"u8, isWhole ? source.Published : null);
            json.Put("quote"u8, span?.Quote);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
