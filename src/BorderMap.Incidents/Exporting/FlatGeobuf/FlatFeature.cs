using System.Buffers;
using System.Buffers.Binary;

namespace BorderMap.Incidents.Exporting.FlatGeobuf;

/// <summary>Encodes features: all have one layout up to their properties, so it is made once and filled in.</summary>
internal sealed class FlatFeature
{
    private static readonly (byte[] Bytes, int Point, int Count) Layout = MakeLayout();

    private readonly ArrayBufferWriter<byte> properties = new(1024);

    /// <summary>Writes one, a multiple of 8 long.</summary>
    /// <returns>Its length.</returns>
    public int Write(FeatureValues values, IBufferWriter<byte> output)
    {
        var length = Measure(values);
        var room = output.GetSpan(length)[..length];
        Layout.Bytes.CopyTo(room);
        BinaryPrimitives.WriteInt32LittleEndian(room, length - 4);
        BinaryPrimitives.WriteDoubleLittleEndian(room[Layout.Point..], values.Lon);
        BinaryPrimitives.WriteDoubleLittleEndian(room[(Layout.Point + 8)..], values.Lat);
        BinaryPrimitives.WriteInt32LittleEndian(room[Layout.Count..], properties.WrittenCount);
        properties.WrittenSpan.CopyTo(room[(Layout.Count + 4)..]);
        room[(Layout.Count + 4 + properties.WrittenCount)..].Clear();
        output.Advance(length);
        return length;
    }

    /// <summary>How long it will be.</summary>
    public int Measure(FeatureValues values)
    {
        properties.ResetWrittenCount();
        FlatProperties.Write(values, properties);
        return (Layout.Count + 4 + properties.WrittenCount + 7) / 8 * 8;
    }

    private static (byte[] Bytes, int Point, int Count) MakeLayout()
    {
        var buffer = new FlatBuffer();
        var (_, feature) = buffer.AddTable((0, 4), (1, 4));
        var (geometry, fields) = buffer.AddTable((1, 4));
        buffer.Point(feature[0], geometry);
        var (point, first) = buffer.AddVector(2, 8);
        buffer.Point(fields[1], point);
        var (properties, _) = buffer.AddVector(0, 1);
        buffer.Point(feature[1], properties);
        return (buffer.Finish()[..(properties + 4)], first, properties);
    }
}
