using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BorderMap.Reports.Writing;

/// <summary>How an extraction is written as JSON: the names of the incident document, snake_case, spans as <c>[start, end]</c>.</summary>
public static class ExtractionJson
{
    public static JsonSerializerOptions Options { get; } = new(Incidents.IncidentJson.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Converters = { new SpanConverter() } };

    /// <summary>One object on one line.</summary>
    /// <param name="extraction">What was found.</param>
    /// <param name="withText">Whether the report's text goes with it.</param>
    public static string Write(Extraction extraction, bool withText = true)
    {
        ArgumentNullException.ThrowIfNull(extraction);
        return JsonSerializer.Serialize(withText ? extraction : extraction with { Text = "" }, Options);
    }

    private sealed class SpanConverter : JsonConverter<TextSpan>
    {
        public override TextSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            JsonSerializer.Deserialize<int[]>(ref reader) is [var start, var end] && start >= 0 && end >= start ? new TextSpan(start, end) : throw new JsonException("A span is [start, end].");

        public override void Write(Utf8JsonWriter writer, TextSpan value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(value.Start);
            writer.WriteNumberValue(value.End);
            writer.WriteEndArray();
        }
    }
}
