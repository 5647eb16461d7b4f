using System.Buffers;
using System.Buffers.Binary;

namespace BorderMap.Incidents.Exporting.FlatGeobuf;

/// <summary>
/// The index of a FlatGeobuf file: an R-tree without gaps over points that come as neighbours in space. Each node has a box and where its first child
/// stands among the nodes; a leaf, where its feature stands among the features. The root comes first, the leaves last. Twenty bytes a point are kept.
/// </summary>
internal sealed class PackedTree
{
    public const int NodeSize = 16;

    private const int NodeBytes = 40;
    private const int ChunkItems = 1 << 14;

    private readonly List<(double Lon, double Lat, int Bytes)[]> chunks = [];

    public int Count { get; private set; }

    public Bbox Box => Count == 0 ? default : Levels()[^1][0];

    /// <param name="lon">Degrees.</param>
    /// <param name="lat">Degrees.</param>
    /// <param name="bytes">The length of the encoded feature.</param>
    public void Add(double lon, double lat, int bytes)
    {
        if (Count % ChunkItems == 0)
            chunks.Add(new (double, double, int)[ChunkItems]);
        chunks[^1][Count++ % ChunkItems] = (lon, lat, bytes);
    }

    /// <summary>The index in pieces.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Write()
    {
        var levels = Levels();
        var piece = new ArrayBufferWriter<byte>();
        // The nodes of a level begin where those above it end.
        var children = 0L;
        foreach (var level in Enumerable.Reverse(levels))
        {
            children += level.Length;
            for (var node = 0; node < level.Length; node++)
                WriteNode(piece, level[node], children + ((long)node * NodeSize));
        }
        yield return piece.WrittenMemory;
        var offset = 0L;
        for (var chunk = 0; chunk < chunks.Count; chunk++)
        {
            piece = new ArrayBufferWriter<byte>(ChunkItems * NodeBytes);
            foreach (var (lon, lat, bytes) in chunks[chunk].Take(Count - (chunk * ChunkItems)))
            {
                WriteNode(piece, new(lon, lat, lon, lat), offset);
                offset += bytes;
            }
            yield return piece.WrittenMemory;
        }
    }

    /// <summary>Boxes above the leaves, the lowest level first.</summary>
    private List<Bbox[]> Levels()
    {
        var lowest = new Bbox[(Count + NodeSize - 1) / NodeSize];
        for (var i = 0; i < Count; i++)
        {
            var (lon, lat, _) = chunks[i / ChunkItems][i % ChunkItems];
            Stretch(lowest, i, new(lon, lat, lon, lat));
        }
        var levels = new List<Bbox[]> { lowest };
        while (levels[^1].Length > 1)
        {
            var below = levels[^1];
            var level = new Bbox[(below.Length + NodeSize - 1) / NodeSize];
            for (var i = 0; i < below.Length; i++)
                Stretch(level, i, below[i]);
            levels.Add(level);
        }
        return levels;
    }

    private static void Stretch(Bbox[] level, int child, Bbox box)
    {
        ref var node = ref level[child / NodeSize];
        node = child % NodeSize == 0 ? box
            : new(Math.Min(node.MinLon, box.MinLon), Math.Min(node.MinLat, box.MinLat), Math.Max(node.MaxLon, box.MaxLon), Math.Max(node.MaxLat, box.MaxLat));
    }

    private static void WriteNode(ArrayBufferWriter<byte> piece, Bbox box, long offset)
    {
        var room = piece.GetSpan(NodeBytes);
        BinaryPrimitives.WriteDoubleLittleEndian(room, box.MinLon);
        BinaryPrimitives.WriteDoubleLittleEndian(room[8..], box.MinLat);
        BinaryPrimitives.WriteDoubleLittleEndian(room[16..], box.MaxLon);
        BinaryPrimitives.WriteDoubleLittleEndian(room[24..], box.MaxLat);
        BinaryPrimitives.WriteInt64LittleEndian(room[32..], offset);
        piece.Advance(NodeBytes);
    }
}
