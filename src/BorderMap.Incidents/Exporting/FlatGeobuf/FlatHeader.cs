using System.Text.Json;

namespace BorderMap.Incidents.Exporting.FlatGeobuf;

/// <summary>What stands before the features of a FlatGeobuf file: the magic bytes and the header with its columns.</summary>
internal static class FlatHeader
{
    /// <summary>Version 3 of the format, a patch of it.</summary>
    private static ReadOnlySpan<byte> Magic => [0x66, 0x67, 0x62, 0x03, 0x66, 0x67, 0x62, 0x01];

    private const byte PointGeometry = 1;

    /// <param name="head">What the file says of itself.</param>
    /// <param name="columns">The columns in the order of their numbers.</param>
    /// <param name="count">The features; 0: not said.</param>
    /// <param name="box">Around all of them; null: not said.</param>
    /// <param name="nodeSize">Of the index; 0: there is none.</param>
    public static byte[] Write(ExportHead head, IReadOnlyList<ExportColumn> columns, long count, Bbox? box, int nodeSize)
    {
        var buffer = new FlatBuffer();
        (int, int)[] envelope = box is null ? [] : [(1, 4)];
        var (_, header) = buffer.AddTable([(0, 4), .. envelope, (2, 1), (7, 4), (8, 8), (9, 2), (10, 4), (11, 4), (12, 4), (13, 4)]);
        buffer.PutByte(header[2], PointGeometry);
        buffer.PutLong(header[8], count);
        buffer.PutShort(header[9], (short)nodeSize);
        buffer.Point(header[0], buffer.AddText("incidents"));
        buffer.Point(header[11], buffer.AddText("BorderMap: incidents"));
        buffer.Point(header[12], buffer.AddText(head.Sentence));
        buffer.Point(header[13], buffer.AddText(Metadata(head)));
        if (box is { } extent)
            buffer.Point(header[1], AddEnvelope(buffer, extent));
        buffer.Point(header[10], AddSystem(buffer));
        AddColumns(buffer, header[7], columns);
        return [.. Magic, .. buffer.Finish()];
    }

    private static int AddEnvelope(FlatBuffer buffer, Bbox box)
    {
        var (vector, first) = buffer.AddVector(4, 8);
        foreach (var (degrees, i) in ((double[])[box.MinLon, box.MinLat, box.MaxLon, box.MaxLat]).Select((degrees, i) => (degrees, i)))
            buffer.PutDouble(first + (8 * i), degrees);
        return vector;
    }

    /// <summary>WGS 84 in the order longitude, latitude.</summary>
    private static int AddSystem(FlatBuffer buffer)
    {
        var (table, fields) = buffer.AddTable((0, 4), (1, 4), (2, 4));
        buffer.PutInt(fields[1], 4326);
        buffer.Point(fields[0], buffer.AddText("EPSG"));
        buffer.Point(fields[2], buffer.AddText("WGS 84"));
        return table;
    }

    private static void AddColumns(FlatBuffer buffer, int from, IReadOnlyList<ExportColumn> columns)
    {
        var (vector, first) = buffer.AddVector(columns.Count, 4);
        buffer.Point(from, vector);
        for (var i = 0; i < columns.Count; i++)
        {
            var column = columns[i];
            var (table, fields) = buffer.AddTable((0, 4), (1, 1), (3, 4), (7, 1));
            buffer.Point(first + (4 * i), table);
            buffer.PutByte(fields[1], (byte)FlatProperties.TypeOf(column.Type));
            buffer.PutByte(fields[7], column.WhenEmpty is null ? (byte)0 : (byte)1);
            buffer.Point(fields[0], buffer.AddText(column.Name));
            buffer.Point(fields[3], buffer.AddText(column.Unit.Length == 0 ? column.Meaning : $"{column.Meaning} Unit: {column.Unit}."));
        }
    }

    private static string Metadata(ExportHead head) => JsonSerializer.Serialize(new Dictionary<string, object?>
    {
        ["filter"] = head.Filter,
        ["pub"] = head.Pub,
        ["changed_since"] = head.Since,
        ["count"] = head.Count,
        ["without_place"] = head.Count - head.Located,
        ["licence"] = ExportHead.LicenceUrl,
    }, IncidentJson.Options);
}
