using System.Buffers;
using System.Text;
using System.Text.Json;

namespace BorderMap.Incidents.Exporting;

/// <summary>One GeoJSON FeatureCollection (RFC 7946), a feature a line.</summary>
public sealed class GeoJsonFormat(ExportHead head) : IGoneFormat
{
    private long features;
    private long departed;

    public bool IsSpatial => false;

    public IEnumerable<ReadOnlyMemory<byte>> Begin() => ["{\"type\":\"FeatureCollection\",\"features\":[\n"u8.ToArray()];

    public void Write(ReadOnlySpan<byte> feature, IBufferWriter<byte> output)
    {
        if (features++ > 0)
            output.Write(",\n"u8);
        output.Write(feature);
    }

    public void BeginGone(IBufferWriter<byte> output)
    {
        output.Write("\n],\"gone\":[\n"u8);
    }

    public void WriteGone(ReadOnlySpan<byte> gone, IBufferWriter<byte> output)
    {
        if (departed++ > 0)
            output.Write(",\n"u8);
        output.Write(gone);
    }

    public void End(IBufferWriter<byte> output)
    {
        var links = head.Self is null ? "" : $",\"links\":[{{\"rel\":\"self\",\"type\":\"application/geo+json\",\"href\":\"{JsonEncodedText.Encode(head.Self, IncidentJson.Options.Encoder)}\"}}]";
        output.Write(Encoding.UTF8.GetBytes($"\n],\"numberReturned\":{features}{links}}}\n"));
    }
}

/// <summary>A feature a line: with a record separator before each (RFC 8142, a GeoJSON text sequence), or without (newline-delimited JSON).</summary>
public sealed class GeoJsonLinesFormat(bool isSequence) : IFeatureFormat
{
    public bool IsSpatial => false;

    public IEnumerable<ReadOnlyMemory<byte>> Begin() => [];

    public void Write(ReadOnlySpan<byte> feature, IBufferWriter<byte> output)
    {
        if (isSequence)
            output.Write("\u001E"u8);
        output.Write(feature);
        output.Write("\n"u8);
    }

    public void End(IBufferWriter<byte> output)
    {
    }
}
