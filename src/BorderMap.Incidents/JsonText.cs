using System.Buffers;
using System.Text;
using System.Text.Json;
using BorderMap.Incidents.Model;

namespace BorderMap.Incidents;

/// <summary>Writes JSON texts with a fixed order of properties.</summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions Options = new() { Encoder = IncidentJson.Options.Encoder, SkipValidation = true };

    /// <summary>The text that <paramref name="write"/> writes.</summary>
    public static string Of<T>(T state, Action<Utf8JsonWriter, T> write)
    {
        var buffer = new ArrayBufferWriter<byte>(2048);
        using var json = new Utf8JsonWriter(buffer, Options);
        write(json, state);
        json.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>The stamp as two properties that follow others.</summary>
    public static string Of(PublicStamp stamp) => $",\"version\":{stamp.Version},\"updated\":\"{stamp.Updated.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}\"";

    public static void Put(this Utf8JsonWriter json, string name, string? value) => json.WriteString(name, value);

    public static void Put(this Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }

    public static void Put(this Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }

    public static void Put(this Utf8JsonWriter json, string name, DateOnly? value)
    {
        json.WritePropertyName(name);
        if (value is not { } day)
        {
            json.WriteNullValue();
            return;
        }
        Span<char> text = stackalloc char[10];
        day.TryFormat(text, out var length, "yyyy-MM-dd");
        json.WriteStringValue(text[..length]);
    }

    /// <summary>Writes the property only where there is a value.</summary>
    public static void PutSome(this Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }

    public static void PutSome(this Utf8JsonWriter json, string name, DateOnly? value)
    {
        if (value is not null)
            json.Put(name, value);
    }

    public static void PutSome(this Utf8JsonWriter json, string name, Figure? figure)
    {
        if (figure is null)
            return;
        json.WriteStartObject(name);
        if (figure.Min is { } min)
            json.WriteNumber("min", min);
        if (figure.Max is { } max)
            json.WriteNumber("max", max);
        json.PutSome("words", figure.Words);
        json.WriteEndObject();
    }

    public static void PutSome(this Utf8JsonWriter json, string name, Span? span)
    {
        if (span is null)
            return;
        json.WriteStartObject(name);
        json.WriteString("quote", span.Quote);
        if (span.Start is { } start)
            json.WriteNumber("start", start);
        if (span.End is { } end)
            json.WriteNumber("end", end);
        json.WriteEndObject();
    }
}
