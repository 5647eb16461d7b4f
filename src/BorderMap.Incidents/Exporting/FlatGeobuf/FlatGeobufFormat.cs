using System.Buffers;

namespace BorderMap.Incidents.Exporting.FlatGeobuf;

/// <summary>
/// FlatGeobuf, version 3: located incidents, neighbours in space after one another, with a packed R-tree before them. For that every feature is read twice,
/// and twenty bytes of each are kept meanwhile; above <see cref="MostIndexed"/> the file has no index and nothing is kept.
/// </summary>
public sealed class FlatGeobufFormat(ExportHead head) : IWeighingFormat
{
    /// <summary>The most features that get an index: 20 MB.</summary>
    public const int MostIndexed = 1_000_000;

    private readonly FeatureValues values = new();
    private readonly FlatFeature encoder = new();
    private readonly PackedTree tree = new();

    public bool IsSpatial => true;

    public bool Weighs { get; } = head.Located is > 0 and <= MostIndexed;

    public void Weigh(ReadOnlySpan<byte> feature)
    {
        values.Read(feature);
        tree.Add(values.Lon, values.Lat, encoder.Measure(values));
    }

    public IEnumerable<ReadOnlyMemory<byte>> Begin() => Weighs
        ? tree.Write().Prepend(FlatHeader.Write(head, ExportColumns.Properties, tree.Count, tree.Box, PackedTree.NodeSize))
        : [FlatHeader.Write(head, ExportColumns.Properties, head.Located ?? 0, null, 0)];

    public void Write(ReadOnlySpan<byte> feature, IBufferWriter<byte> output)
    {
        values.Read(feature);
        encoder.Write(values, output);
    }

    public void End(IBufferWriter<byte> output)
    {
    }
}
