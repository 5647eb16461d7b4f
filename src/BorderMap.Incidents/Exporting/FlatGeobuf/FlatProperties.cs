using System.Buffers;
using System.Buffers.Binary;

namespace BorderMap.Incidents.Exporting.FlatGeobuf;

/// <summary>The types that columns of FlatGeobuf have, as the format numbers them.</summary>
internal enum FlatType { Bool = 2, Int = 5, Double = 10, String = 11, DateTime = 13 }

/// <summary>The values of a feature: the number of the column (16 bits) and the value, an empty one left out.</summary>
internal static class FlatProperties
{
    private static readonly FlatType[] Types = [.. ExportColumns.Properties.Select(column => TypeOf(column.Type))];

    /// <summary>A civil day is a DateTime without a time, since the format has no type for it.</summary>
    public static FlatType TypeOf(ExportType type) => type switch
    {
        ExportType.Text => FlatType.String,
        ExportType.Day or ExportType.Instant => FlatType.DateTime,
        ExportType.Integer => FlatType.Int,
        ExportType.Number => FlatType.Double,
        ExportType.Boolean => FlatType.Bool,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "unknown type"),
    };

    public static void Write(FeatureValues values, IBufferWriter<byte> output)
    {
        for (var column = 0; column < Types.Length; column++)
        {
            if (values.IsEmpty(column))
                continue;
            var room = output.GetSpan(14);
            BinaryPrimitives.WriteUInt16LittleEndian(room, (ushort)column);
            output.Advance(2 + WriteValue(values, column, room[2..]));
            if (Types[column] is FlatType.String or FlatType.DateTime)
                output.Write(values.Text(column));
        }
    }

    /// <summary>The number, or the length of the text that follows.</summary>
    private static int WriteValue(FeatureValues values, int column, Span<byte> room)
    {
        switch (Types[column])
        {
            case FlatType.Bool:
                room[0] = values.Text(column)[0] == 't' ? (byte)1 : (byte)0;
                return 1;
            case FlatType.Double:
                BinaryPrimitives.WriteDoubleLittleEndian(room, values.Number(column));
                return 8;
            default:
                BinaryPrimitives.WriteInt32LittleEndian(room, Types[column] == FlatType.Int ? values.Integer(column) : values.Text(column).Length);
                return 4;
        }
    }
}
