using System.Buffers.Binary;
using System.Text;

namespace BorderMap.Incidents.Exporting.FlatGeobuf;

/// <summary>
/// A size-prefixed FlatBuffer, written front to back: 4 bytes of length, 4 of the root table's offset, then tables, vectors and texts, each aligned from the start
/// as its numbers need it. An offset points forward from where it stands; a table points back to the list of its fields, which stands before it.
/// </summary>
internal sealed class FlatBuffer
{
    private byte[] bytes = new byte[1024];

    /// <summary>Begins with the prefix; the first table is the root.</summary>
    public FlatBuffer() => Length = 8;

    public int Length { get; private set; }

    /// <summary>Adds a table with fields by slot and size in bytes (8, 4, 2 or 1; an offset has 4), their values still 0.</summary>
    /// <returns>Where the table stands, and each field by its slot.</returns>
    public (int Table, Dictionary<int, int> Fields) AddTable(params (int Slot, int Size)[] fields)
    {
        var slots = fields.Max(field => field.Slot) + 1;
        var listed = 4 + (2 * slots);
        // The table begins at a multiple of 8, so that its numbers are aligned within it.
        var table = RoundUp(Length + listed, 8);
        var list = table - listed;
        var places = new Dictionary<int, int>();
        var end = table + 4;
        foreach (var (slot, size) in fields.OrderByDescending(field => field.Size))
        {
            end = RoundUp(end, size);
            places[slot] = end;
            end += size;
        }
        Grow(end);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(list), (ushort)listed);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(list + 2), (ushort)(end - table));
        foreach (var (slot, place) in places)
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(list + 4 + (2 * slot)), (ushort)(place - table));
        PutInt(table, listed);
        if (bytes.AsSpan(4, 4).IndexOfAnyExcept((byte)0) < 0)
            Point(4, table);
        return (table, places);
    }

    /// <summary>Adds a vector of zeros.</summary>
    /// <returns>Where its length stands, and its first element.</returns>
    public (int Vector, int First) AddVector(int count, int size)
    {
        var first = RoundUp(RoundUp(Length, 4) + 4, size);
        Grow(first + (count * size));
        PutInt(first - 4, count);
        return (first - 4, first);
    }

    /// <summary>Adds a text.</summary>
    public int AddText(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        var (vector, first) = AddVector(utf8.Length, 1);
        Grow(Length + 1);
        utf8.CopyTo(bytes, first);
        return vector;
    }

    /// <summary>Makes the offset at a place point to another behind it.</summary>
    public void Point(int from, int to) => PutInt(from, to - from);

    public void PutByte(int at, byte value) => bytes[at] = value;

    public void PutShort(int at, short value) => BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(at), value);

    public void PutInt(int at, int value) => BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(at), value);

    public void PutLong(int at, long value) => BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(at), value);

    public void PutDouble(int at, double value) => BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(at), value);

    /// <summary>The whole, a multiple of 8 long.</summary>
    public byte[] Finish()
    {
        Grow(RoundUp(Length, 8));
        PutInt(0, Length - 4);
        return bytes[..Length];
    }

    private static int RoundUp(int place, int multiple) => (place + multiple - 1) / multiple * multiple;

    private void Grow(int length)
    {
        if (length > bytes.Length)
            Array.Resize(ref bytes, Math.Max(length, bytes.Length * 2));
        Length = length;
    }
}
