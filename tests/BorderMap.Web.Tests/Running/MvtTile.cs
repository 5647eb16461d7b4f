using System.Text;

namespace BorderMap.Web.Tests.Running;

/// <summary>A vector tile of points, read by the published format (protocol buffers: field number and wire type, then a number or bytes).</summary>
internal static class MvtTile
{
    /// <param name="X">Units within the tile.</param>
    /// <param name="Y">Units within the tile, from the north.</param>
    /// <param name="Values">Its attributes.</param>
    public sealed record Feature(int X, int Y, IReadOnlyDictionary<string, object> Values)
    {
        public int Number(string name) => Values.TryGetValue(name, out var value) ? Convert.ToInt32(value) : 0;
    }

    /// <summary>The tile that a position lies in, as <c>z/x/y</c>.</summary>
    public static string Holding(int zoom, double lon, double lat)
    {
        var (across, angle) = (1L << zoom, lat * Math.PI / 180);
        return $"{zoom}/{(long)((lon + 180) / 360 * across)}/{(long)((1 - Math.Asinh(Math.Tan(angle)) / Math.PI) / 2 * across)}";
    }

    /// <summary>The features of its one layer.</summary>
    public static List<Feature> Read(byte[] tile, string layer)
    {
        if (tile.Length == 0)
        {
            return [];
        }
        var fields = Fields(Assert.Single(Fields(tile)).Bytes);
        Assert.Equal(layer, Encoding.UTF8.GetString(fields.Single(field => field.Number == 1).Bytes));
        Assert.Equal(4096UL, fields.Single(field => field.Number == 5).Value);
        var keys = fields.Where(field => field.Number == 3).Select(field => Encoding.UTF8.GetString(field.Bytes)).ToList();
        var values = fields.Where(field => field.Number == 4).Select(field => ValueOf(Fields(field.Bytes).Single())).ToList();
        return [.. fields.Where(field => field.Number == 2).Select(field => FeatureOf(Fields(field.Bytes), keys, values))];
    }

    private static Feature FeatureOf(List<Field> fields, List<string> keys, List<object> values)
    {
        var tags = Numbers(fields.Single(field => field.Number == 2).Bytes);
        var geometry = Numbers(fields.Single(field => field.Number == 4).Bytes);
        Assert.Equal(1UL, fields.Single(field => field.Number == 3).Value);
        return new(Signed(geometry[1]), Signed(geometry[2]), tags.Chunk(2).ToDictionary(pair => keys[(int)pair[0]], pair => values[(int)pair[1]]));
    }

    private static object ValueOf(Field field) => field.Number switch
    {
        1 => Encoding.UTF8.GetString(field.Bytes),
        4 or 5 => (long)field.Value,
        6 => (long)(field.Value >> 1) ^ -(long)(field.Value & 1),
        7 => field.Value == 1,
        _ => throw new NotSupportedException($"no value of ours is of type {field.Number}"),
    };

    private static int Signed(ulong value) => (int)(value >> 1) ^ -(int)(value & 1);

    private static List<ulong> Numbers(byte[] bytes)
    {
        var (numbers, at) = (new List<ulong>(), 0);
        while (at < bytes.Length)
        {
            numbers.Add(Number(bytes, ref at));
        }
        return numbers;
    }

    private static List<Field> Fields(byte[] bytes)
    {
        var (fields, at) = (new List<Field>(), 0);
        while (at < bytes.Length)
        {
            var key = Number(bytes, ref at);
            var value = Number(bytes, ref at);
            Assert.True((key & 7) is 0 or 2);
            var length = (key & 7) == 2 ? (int)value : 0;
            fields.Add(new((int)(key >> 3), value, bytes[at..(at + length)]));
            at += length;
        }
        return fields;
    }

    private static ulong Number(byte[] bytes, ref int at)
    {
        var number = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            number |= (ulong)(bytes[at] & 127) << shift;
            if (bytes[at++] < 128)
            {
                return number;
            }
        }
    }

    private sealed record Field(int Number, ulong Value, byte[] Bytes);
}
