using System.Buffers;
using System.Runtime.CompilerServices;

namespace BorderMap.Incidents;

/// <summary>Reads BorderMap's own JSON file as a stream; memory holds one object at a time.</summary>
public static class BorderMapReader
{
    /// <summary>The most bytes that one object may have.</summary>
    public const int MaxRow = 8 << 20;

    private const int FirstBuffer = 64 << 10;

    /// <summary>The objects in file order. A row that cannot be read comes as a <see cref="Problem"/> and reading goes on; broken JSON ends it.</summary>
    public static async IAsyncEnumerable<FileRow> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);
        try
        {
            var parser = new FileParser();
            var rows = new List<FileRow>();
            var held = 0;
            while (!parser.IsDone)
            {
                var read = await stream.ReadAsync(buffer.AsMemory(held), cancellation);
                held += read;
                var used = parser.Parse(buffer.AsSpan(0, held), isFinal: read == 0, rows);
                foreach (var row in rows)
                    yield return row;
                rows.Clear();
                held -= used;
                Buffer.BlockCopy(buffer, used, buffer, 0, held);
                if (held == buffer.Length)
                    buffer = Grow(buffer, parser, rows);
                foreach (var row in rows)
                    yield return row;
                rows.Clear();
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static byte[] Grow(byte[] buffer, FileParser parser, List<FileRow> rows)
    {
        if (buffer.Length >= MaxRow)
        {
            rows.Add(parser.Stop("row-too-large", $"The object is larger than {MaxRow >> 20} MB.", "Split it, or check that the file is a BorderMap file."));
            return buffer;
        }
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }
}
