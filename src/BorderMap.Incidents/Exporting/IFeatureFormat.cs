using System.Buffers;

namespace BorderMap.Incidents.Exporting;

/// <summary>Writes finished features one after another into a file of some format; made anew for every file.</summary>
public interface IFeatureFormat
{
    /// <summary>Whether it takes located incidents alone, neighbours in space after one another; else all of them by id.</summary>
    bool IsSpatial { get; }

    /// <summary>What stands before the features, in pieces.</summary>
    IEnumerable<ReadOnlyMemory<byte>> Begin();

    /// <summary>One finished GeoJSON feature, UTF-8.</summary>
    void Write(ReadOnlySpan<byte> feature, IBufferWriter<byte> output);

    /// <summary>What stands behind them.</summary>
    void End(IBufferWriter<byte> output);
}

/// <summary>A format that has to see every feature once before it begins.</summary>
public interface IWeighingFormat : IFeatureFormat
{
    /// <summary>Whether it does so for this file.</summary>
    bool Weighs { get; }

    /// <summary>Takes note of a feature; they come in the order in which they are written afterwards.</summary>
    void Weigh(ReadOnlySpan<byte> feature);
}

/// <summary>A format that can also tell which incidents are gone.</summary>
public interface IGoneFormat : IFeatureFormat
{
    void BeginGone(IBufferWriter<byte> output);

    /// <summary>One finished JSON object.</summary>
    void WriteGone(ReadOnlySpan<byte> gone, IBufferWriter<byte> output);
}
