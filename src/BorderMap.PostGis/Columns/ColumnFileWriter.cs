using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace BorderMap.PostGis.Columns;

/// <summary>Writes the format of <c>docs/COLUMNS.md</c>: a signature, a directory in JSON, and the columns as little-endian arrays aligned for typed arrays.</summary>
internal sealed class ColumnFileWriter(int rows)
{
    private const int Alignment = 8;
    private static readonly byte[] Signature = "BMCOLS01"u8.ToArray();

    /// <summary>The scales that make whole numbers of decimal ones; the finest holds degrees in 32 bits.</summary>
    private static readonly int[] Scales = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000];

    private readonly List<(string Name, Action<Utf8JsonWriter> About)> columns = [];
    private readonly List<byte[]> blocks = [];
    private int length;

    /// <summary>Texts of one length, one after the other.</summary>
    public void Ascii(string name, byte[] texts, int width)
    {
        var block = Block(texts);
        columns.Add((name, json =>
        {
            json.WriteString("type", "ascii");
            json.WriteNumber("width", width);
            block(json);
        }
        ));
    }

    /// <summary>Indexes into a short list of words; 255: none.</summary>
    public void Words(string name, byte[] indexes, IReadOnlyList<string> words)
    {
        var block = Block(indexes);
        columns.Add((name, json =>
        {
            json.WriteString("type", "u8");
            json.WriteNumber("none", WordColumn.None);
            json.WriteStartArray("words");
            foreach (var word in words)
                json.WriteStringValue(word);
            json.WriteEndArray();
            block(json);
        }
        ));
    }

    public void Bytes(string name, byte[] values) => Plain(name, "u8", values);

    public void Integers(string name, int[] values, int none) => Plain(name, "i32", LittleEndian(values), json => json.WriteNumber("none", none));

    /// <summary>Decimal numbers, NaN for none: as scaled whole numbers where that loses nothing, else as they are.</summary>
    public void Decimals(string name, double[] values)
    {
        foreach (var scale in Scales)
            if (Scaled(values, scale) is { } whole)
            {
                Plain(name, "i32", LittleEndian(whole), json =>
                {
                    json.WriteNumber("scale", scale);
                    json.WriteNumber("none", int.MinValue);
                });
                return;
            }
        Plain(name, "f64", LittleEndian(values));
    }

    /// <summary>A text a row, from a list that holds each but once.</summary>
    public void Dictionary(string name, TextColumn column)
    {
        var isShort = column.Texts.Count < ushort.MaxValue;
        var none = isShort ? ushort.MaxValue : uint.MaxValue;
        var block = Block(isShort ? LittleEndian(Array.ConvertAll(column.Indexes, index => (ushort)index)) : LittleEndian(column.Indexes));
        var texts = Texts([.. column.Texts.Select(text => Encoding.UTF8.GetByteCount(text))], Encoding.UTF8.GetBytes(string.Concat(column.Texts)));
        columns.Add((name, json =>
        {
            json.WriteString("type", isShort ? "u16" : "u32");
            json.WriteNumber("none", none);
            block(json);
            json.WriteStartObject("texts");
            texts(json);
            json.WriteEndObject();
        }
        ));
    }

    /// <summary>A text of its own for each row.</summary>
    public void Texts(string name, int[] lengths, byte[] bytes)
    {
        var texts = Texts(lengths, bytes);
        columns.Add((name, json =>
        {
            json.WriteString("type", "text");
            texts(json);
        }
        ));
    }

    /// <summary>The file.</summary>
    /// <param name="about">What the directory says beside the columns.</param>
    public byte[] Finish(Action<Utf8JsonWriter> about)
    {
        var directory = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(directory))
            WriteDirectory(json, about);
        var padded = Padded(directory.WrittenCount);
        var start = Signature.Length + Alignment + padded;
        var file = new byte[start + length];
        file.AsSpan(Signature.Length + Alignment, padded).Fill((byte)' ');
        Signature.CopyTo(file, 0);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(Signature.Length), padded);
        directory.WrittenSpan.CopyTo(file.AsSpan(Signature.Length + Alignment));
        foreach (var block in blocks)
        {
            block.CopyTo(file, start);
            start += Padded(block.Length);
        }
        return file;
    }

    private void WriteDirectory(Utf8JsonWriter json, Action<Utf8JsonWriter> about)
    {
        json.WriteStartObject();
        json.WriteNumber("rows", rows);
        about(json);
        json.WriteNumber("bytes", length);
        json.WriteStartArray("columns");
        foreach (var (name, write) in columns)
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            write(json);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void Plain(string name, string type, byte[] values, Action<Utf8JsonWriter>? more = null)
    {
        var block = Block(values);
        columns.Add((name, json =>
        {
            json.WriteString("type", type);
            more?.Invoke(json);
            block(json);
        }
        ));
    }

    /// <summary>Lengths in bytes, in the narrower type that holds them, and the texts themselves.</summary>
    private Action<Utf8JsonWriter> Texts(int[] lengths, byte[] bytes)
    {
        var isShort = Array.TrueForAll(lengths, length => length <= ushort.MaxValue);
        var block = Block(isShort ? LittleEndian(Array.ConvertAll(lengths, length => (ushort)length)) : LittleEndian(lengths));
        var start = Add(bytes);
        return json =>
        {
            json.WriteNumber("count", lengths.Length);
            json.WriteString("lengths", isShort ? "u16" : "u32");
            block(json);
            json.WriteNumber("start", start);
            json.WriteNumber("size", bytes.Length);
        };
    }

    private Action<Utf8JsonWriter> Block(byte[] bytes)
    {
        var offset = Add(bytes);
        return json => json.WriteNumber("offset", offset);
    }

    private int Add(byte[] bytes)
    {
        var offset = length;
        blocks.Add(bytes);
        length = checked(length + Padded(bytes.Length));
        return offset;
    }

    private static int Padded(int count) => (count + Alignment - 1) / Alignment * Alignment;

    /// <summary>The whole numbers that the scale makes; null where a division does not give every number back.</summary>
    private static int[]? Scaled(double[] values, int scale)
    {
        var whole = new int[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            if (double.IsNaN(values[i]))
            {
                whole[i] = int.MinValue;
                continue;
            }
            var scaled = Math.Round(values[i] * scale);
            if (Math.Abs(scaled) > int.MaxValue || scaled / scale != values[i] || (scaled == 0 && double.IsNegative(values[i])))
                return null;
            whole[i] = (int)scaled;
        }
        return whole;
    }

    private static byte[] LittleEndian<T>(T[] values) where T : unmanaged => BitConverter.IsLittleEndian
        ? MemoryMarshal.AsBytes(values.AsSpan()).ToArray()
        : throw new PlatformNotSupportedException("Columns are written on little-endian machines only.");
}
