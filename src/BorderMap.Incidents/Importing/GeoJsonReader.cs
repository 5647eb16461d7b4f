using System.Buffers;
using System.Runtime.CompilerServices;

namespace BorderMap.Incidents.Importing;

/// <summary>Reads a GeoJSON FeatureCollection (RFC 7946: lon, lat, WGS 84) as a stream; memory holds one feature at a time.</summary>
public static class GeoJsonReader
{
    private const int FirstBuffer = 64 << 10;

    /// <summary>The features in file order. One that cannot be read comes with its problem and reading goes on; broken JSON ends it.</summary>
    public static async IAsyncEnumerable<GeoFeature> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);
        try
        {
            var parser = new GeoJsonParser();
            var features = new List<GeoFeature>();
            var held = 0;
            while (!parser.IsDone)
            {
                var read = await stream.ReadAsync(buffer.AsMemory(held), cancellation);
                held += read;
                var used = parser.Parse(buffer.AsSpan(0, held), isFinal: read == 0, features);
                held -= used;
                Buffer.BlockCopy(buffer, used, buffer, 0, held);
                if (held == buffer.Length && buffer.Length >= BorderMapReader.MaxRow)
                    features.Add(parser.Stop("row-too-large", $"The feature is larger than {BorderMapReader.MaxRow >> 20} MB.", "Only points are read: leave large geometries out."));
                else if (held == buffer.Length)
                    buffer = Grown(buffer);
                foreach (var feature in features)
                    yield return feature;
                features.Clear();
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static byte[] Grown(byte[] buffer)
    {
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }
}
