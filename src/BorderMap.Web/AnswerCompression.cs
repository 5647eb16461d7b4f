using System.IO.Compression;

namespace BorderMap.Web;

/// <summary>Compresses a whole answer at once.</summary>
internal static class AnswerCompression
{
    /// <summary>What is small and kept as long as the program runs is worth all that can be done.</summary>
    private const int BestQuality = 11;

    /// <summary>Bytes up to which that is soon done.</summary>
    private const int Small = 64 * 1024;

    /// <summary>What is kept is worth more work; it takes no longer than reading the rows.</summary>
    private const int KeptQuality = 5;
    private const int PassingQuality = 1;
    private const int Window = 22;

    public static byte[] Compress(byte[] bytes, string? encoding, bool isKept) => encoding switch
    {
        null => bytes,
        "br" => Brotli(bytes, isKept ? KeptQuality : PassingQuality),
        "gzip" => Gzip(bytes, isKept ? CompressionLevel.Optimal : CompressionLevel.Fastest),
        _ => throw new ArgumentOutOfRangeException(nameof(encoding), encoding, "unknown content coding"),
    };

    /// <summary>A file that is sent again and again.</summary>
    public static byte[] CompressFile(byte[] bytes, string encoding) => encoding == "br" && bytes.Length <= Small ? Brotli(bytes, BestQuality) : Compress(bytes, encoding, isKept: true);

    private static byte[] Brotli(byte[] bytes, int quality)
    {
        var output = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        return BrotliEncoder.TryCompress(bytes, output, out var written, quality, Window)
            ? output[..written]
            : throw new InvalidOperationException("Compression found no room.");
    }

    private static byte[] Gzip(byte[] bytes, CompressionLevel level)
    {
        using var output = new MemoryStream();
        using (var gzip = new GZipStream(output, level, leaveOpen: true))
        {
            gzip.Write(bytes);
        }
        return output.ToArray();
    }
}
