using System.Text.Encodings.Web;
using System.Text.Json;
using BorderMap.Gazetteer;

namespace BorderMap.Web.Http;

/// <summary>Answers whose JSON is written member by member, mostly from texts that are finished already.</summary>
public static class JsonText
{
    /// <summary>Letters of every script as they are; only what JSON itself needs is escaped.</summary>
    public static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One JSON object; <paramref name="members"/> writes what is in it.</summary>
    public static IResult Object(Action<Utf8JsonWriter> members, string mediaType = MediaTypes.Json) => new ValueResult(
        json =>
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        },
        mediaType);

    /// <summary>Whatever one JSON value <paramref name="write"/> writes.</summary>
    public static IResult Value(Action<Utf8JsonWriter> write, string mediaType = MediaTypes.Json) => new ValueResult(write, mediaType);

    /// <summary>One JSON object whose names are in a language, which the answer's header tells.</summary>
    public static IResult In(NameLanguage language, Action<Utf8JsonWriter> members) => new LanguageResult(language, Object(members));

    /// <summary>One JSON value whose names are in a language, which the answer's header tells.</summary>
    public static IResult ValueIn(NameLanguage language, Action<Utf8JsonWriter> write) => new LanguageResult(language, Value(write));

    /// <summary>A text that is a finished JSON value.</summary>
    public static IResult Finished(string json, string mediaType = MediaTypes.Json) => Results.Text(json, mediaType);

    /// <summary>A text as a JSON string.</summary>
    public static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    /// <summary>An array of finished JSON values.</summary>
    public static void Values(this Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteRawValue(value, skipInputValidation: true);
        }
        json.WriteEndArray();
    }

    /// <summary>An array of texts.</summary>
    public static void Texts(this Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }
        json.WriteEndArray();
    }

    public static void WriteNumberOrNull(this Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    public static void WriteInstant(this Utf8JsonWriter json, string name, DateTimeOffset? value)
    {
        if (value is { } instant)
        {
            json.WriteString(name, instant.UtcDateTime);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    /// <summary>An enum's value as the API spells it: snake_case.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    private sealed class LanguageResult(NameLanguage language, IResult answer) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.ContentLanguage = language.Tag;
            return answer.ExecuteAsync(httpContext);
        }
    }

    private sealed class ValueResult(Action<Utf8JsonWriter> write, string mediaType) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            using var stream = new MemoryStream();
            await using (var json = new Utf8JsonWriter(stream, Writing))
            {
                write(json);
            }
            httpContext.Response.ContentType = mediaType;
            stream.Position = 0;
            await stream.CopyToAsync(httpContext.Response.Body, httpContext.RequestAborted);
        }
    }
}
