using System.Buffers;

namespace BorderMap.Incidents.Exporting;

/// <summary>Writes texts as XML 1.0 has them.</summary>
internal static class XmlText
{
    private static readonly SearchValues<byte> Special = SearchValues.Create([(byte)'&', (byte)'<', (byte)'>', (byte)'"', .. Enumerable.Range(0, 32).Select(i => (byte)i)]);

    /// <summary>UTF-8 with what is markup escaped, for content and attributes; what XML forbids becomes U+FFFD.</summary>
    public static void WriteXml(this IBufferWriter<byte> output, ReadOnlySpan<byte> text)
    {
        while (text.IndexOfAny(Special) is >= 0 and var at)
        {
            output.Write(text[..at]);
            output.Write(text[at] switch
            {
                (byte)'&' => "&amp;"u8,
                (byte)'<' => "&lt;"u8,
                (byte)'>' => "&gt;"u8,
                (byte)'"' => "&quot;"u8,
                (byte)'\t' => "&#9;"u8,
                (byte)'\n' => "&#10;"u8,
                (byte)'\r' => "&#13;"u8,
                _ => "\uFFFD"u8,
            });
            text = text[(at + 1)..];
        }
        output.Write(text);
    }
}
