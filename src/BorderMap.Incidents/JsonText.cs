using System.Buffers;
using System.Text;
using System.Text.Json;
using BorderMap.Incidents.Model;

namespace BorderMap.Incidents;

/// <summary>Writes JSON texts with a fixed order of properties.</summary>
internal static class JsonText
{
    // A million rows are written in a row: one buffer a thread, no call of Of within another.
    [ThreadStatic]
    private static (ArrayBufferWriter<byte>, Utf8JsonWriter)? _kept;

    private static readonly JsonWriterOptions Options = new() { Encoder = IncidentJson.Options.Encoder, SkipValidation = true };

    /// <summary>The text that <paramref name="write"/> writes.</summary>
    public static string Of<T>(T state, Action<Utf8JsonWriter, T> write)
    {
        var (buffer, json) = _kept ??= Create();
        buffer.ResetWrittenCount();
        json.Reset();
        write(json, state);
        json.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static (ArrayBufferWriter<byte>, Utf8JsonWriter) Create()
    {
        var buffer = new ArrayBufferWriter<byte>(8192);
        return (buffer, new Utf8JsonWriter(buffer, Options));
    }

    /// <summary>The stamp as two properties that follow others.</summary>
    public static string Of(PublicStamp stamp) => $",\"version\":{stamp.Version},\"updated\":\"{stamp.Updated.UtcDateTime:s}Z\"";

    public static void Put(this Utf8JsonWriter json, ReadOnlySpan<byte> name, string? value) => json.WriteString(name, value);

    public static void Put(this Utf8JsonWriter json, ReadOnlySpan<byte> name, int? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }

    public static void Put(this Utf8JsonWriter json, ReadOnlySpan<byte> name, double? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }

    public static void Put(this Utf8JsonWriter json, ReadOnlySpan<byte> name, DateOnly? value)
    {
        json.WritePropertyName(name);
        if (value is not { } day)
        {
            json.WriteNullValue();
            return;
        }
        Span<byte> text = stackalloc byte[10];
        day.TryFormat(text, out var length, "o");
        json.WriteStringValue(text[..length]);
    }

    /// <summary>Writes the property only where there is a value.</summary>
    public static void PutSome(this Utf8JsonWriter json, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }

    public static void PutSome(this Utf8JsonWriter json, ReadOnlySpan<byte> name, DateOnly? value)
    {
        if (value is not null)
            json.Put(name, value);
    }

    public static void PutSome(this Utf8JsonWriter json, ReadOnlySpan<byte> name, Figure? figure)
    {
        if (figure is null)
            return;
        json.WriteStartObject(name);
        if (figure.Min is { } min)
            json.WriteNumber("min"u8, min);
        if (figure.Max is { } max)
            json.WriteNumber("max"u8, max);
        json.PutSome("words"u8, figure.Words);
        json.WriteEndObject();
    }

    public static void PutSome(this Utf8JsonWriter json, ReadOnlySpan<byte> name, Span? span)
    {
        if (span is null)
            return;
        json.WriteStartObject(name);
        json.WriteString("quote"u8, span.Quote);
        if (span.Start is { } start)
            json.WriteNumber("start"u8, start);
        if (span.End is { } end)
            json.WriteNumber("end"u8, end);
        json.WriteEndObject();
    }
}
