using System.Buffers;
using System.Text;

namespace BorderMap.Incidents.Exporting;

/// <summary>CSV by the rules of <see cref="Csv"/>: the properties in their order, then lon and lat.</summary>
public sealed class CsvFormat : IFeatureFormat
{
    private static readonly SearchValues<byte> Quoted = SearchValues.Create(",\"\r\n"u8);
    private static readonly SearchValues<byte> FormulaStart = SearchValues.Create("=+-@\t\r\n"u8);
    private static readonly bool[] IsText = [.. ExportColumns.All.Select(column => column.Type is ExportType.Text)];

    private readonly FeatureValues values = new();

    public bool IsSpatial => false;

    public IEnumerable<ReadOnlyMemory<byte>> Begin() => [Encoding.UTF8.GetBytes(Csv.Header)];

    public void Write(ReadOnlySpan<byte> feature, IBufferWriter<byte> output)
    {
        values.Read(feature);
        for (var column = 0; column < IsText.Length; column++)
        {
            if (column > 0)
                output.Write(","u8);
            if (!values.IsEmpty(column))
                WriteCell(values.Text(column), IsText[column], output);
        }
        output.Write("\r\n"u8);
    }

    public void End(IBufferWriter<byte> output)
    {
    }

    private static void WriteCell(ReadOnlySpan<byte> value, bool isText, IBufferWriter<byte> output)
    {
        var isQuoted = value.ContainsAny(Quoted);
        if (isQuoted)
            output.Write("\""u8);
        if (isText && value.Length > 0 && FormulaStart.Contains(value[0]))
            output.Write("'"u8);
        while (isQuoted && value.IndexOf((byte)'"') is >= 0 and var quote)
        {
            output.Write(value[..(quote + 1)]);
            output.Write("\""u8);
            value = value[(quote + 1)..];
        }
        output.Write(value);
        if (isQuoted)
            output.Write("\""u8);
    }
}
