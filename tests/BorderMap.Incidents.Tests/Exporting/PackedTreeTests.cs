using System.Buffers.Binary;
using BorderMap.Incidents.Exporting.FlatGeobuf;

namespace BorderMap.Incidents.Tests.Exporting;

public class PackedTreeTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(4_000)]
    [InlineData(20_000)]
    public void A_walk_down_the_tree_finds_just_what_lies_in_a_box(int count)
    {
        var random = new Random(count);
        var points = Enumerable.Range(0, count).Select(_ => (Lon: 60 + random.NextDouble() * 15, Lat: 29 + random.NextDouble() * 9, Bytes: 8 * random.Next(10, 200))).ToList();
        var tree = new PackedTree();
        points.ForEach(point => tree.Add(point.Lon, point.Lat, point.Bytes));
        var bytes = tree.Write().SelectMany(piece => piece.ToArray()).ToArray();
        var leaves = bytes.Length / 40 - count;

        var (offset, byOffset) = (0L, new Dictionary<long, (double Lon, double Lat, int Bytes)>());
        foreach (var point in points)
        {
            byOffset.Add(offset, point);
            offset += point.Bytes;
        }

        Assert.Equal(points.Min(point => point.Lon), tree.Box.MinLon);
        Assert.Equal(points.Max(point => point.Lat), tree.Box.MaxLat);
        for (var ask = 0; ask < 20; ask++)
        {
            var box = new Bbox(60 + random.NextDouble() * 10, 29 + random.NextDouble() * 6, 70 + random.NextDouble() * 5, 35 + random.NextDouble() * 3);
            Assert.Equal(byOffset.Where(pair => Meets(box, new(pair.Value.Lon, pair.Value.Lat, pair.Value.Lon, pair.Value.Lat))).Select(pair => pair.Key), Find(bytes, leaves, count, box).Order());
        }
    }

    /// <summary>As a reader does: from the root to the children that a box meets; those of a node stand together.</summary>
    private static List<long> Find(byte[] bytes, int leaves, int count, Bbox box)
    {
        var (found, open) = (new List<long>(), new Stack<long>([0L]));
        var levels = LevelEnds(leaves, count);
        while (open.TryPop(out var at))
        {
            var (node, offset) = Node(bytes, at);
            if (!Meets(box, node))
                continue;
            if (at >= leaves)
                found.Add(offset);
            else
                for (var child = offset; child < Math.Min(offset + PackedTree.NodeSize, levels.First(end => end > offset)); child++)
                    open.Push(child);
        }
        return found;
    }

    /// <summary>Where the nodes of each level end, from the root down.</summary>
    private static List<long> LevelEnds(int leaves, int count)
    {
        var sizes = new List<long> { count };
        do
            sizes.Insert(0, (sizes[0] + PackedTree.NodeSize - 1) / PackedTree.NodeSize);
        while (sizes[0] > 1);
        var ends = sizes.Select((_, level) => sizes.Take(level + 1).Sum()).ToList();
        Assert.Equal(leaves, ends[^2]);
        return ends;
    }

    private static (Bbox Box, long Offset) Node(byte[] bytes, long at)
    {
        var node = bytes.AsSpan((int)at * 40, 40);
        return (new(Number(node), Number(node[8..]), Number(node[16..]), Number(node[24..])), BinaryPrimitives.ReadInt64LittleEndian(node[32..]));

        static double Number(ReadOnlySpan<byte> span) => BinaryPrimitives.ReadDoubleLittleEndian(span);
    }

    private static bool Meets(Bbox a, Bbox b) => a.MinLon <= b.MaxLon && b.MinLon <= a.MaxLon && a.MinLat <= b.MaxLat && b.MinLat <= a.MaxLat;
}
