using System.Buffers;
using System.Buffers.Binary;
using Npgsql;

namespace BorderMap.PostGis.Reading;

/// <summary>Takes one value of a row; what it writes goes on to the output.</summary>
internal delegate void RowSink(ReadOnlySpan<byte> row, IBufferWriter<byte> output);

/// <summary>
/// Reads one text column of a raw binary COPY, without making strings of the values. No more of it is read than the output takes.
/// The format is PostgreSQL's: a header, then per row int16 columns, int32 length and the bytes; -1 columns end it.
/// </summary>
internal static class RawCopy
{
    /// <summary>Signature (11), flags (4), length of the extension (4).</summary>
    private const int HeaderLength = 19;

    private const int BufferSize = 1 << 16;

    /// <returns>How many values.</returns>
    public static async Task<long> ReadAsync(NpgsqlConnection connection, string query, RowSink sink, Stream output, CancellationToken cancellation)
    {
        var copy = await connection.BeginRawBinaryCopyAsync($"copy ({query}) to stdout (format binary)", cancellation);
        await using (copy)
            return await PassAsync(new CopyBytes(copy), sink, output, cancellation);
    }

    private static async Task<long> PassAsync(CopyBytes copy, RowSink sink, Stream output, CancellationToken cancellation)
    {
        while (!copy.TryHeader())
            await copy.FillAsync(cancellation);
        var rows = 0L;
        var pending = new ArrayBufferWriter<byte>(BufferSize + 4096);
        while (!copy.IsAtEnd)
        {
            rows += Drain(copy, sink, pending);
            if (pending.WrittenCount >= BufferSize || copy.IsAtEnd)
            {
                await output.WriteAsync(pending.WrittenMemory, cancellation);
                pending.ResetWrittenCount();
            }
            else
            {
                await copy.FillAsync(cancellation);
            }
        }
        return rows;
    }

    /// <summary>Passes rows on until more bytes are needed, or enough are written.</summary>
    private static long Drain(CopyBytes copy, RowSink sink, ArrayBufferWriter<byte> pending)
    {
        var rows = 0L;
        while (pending.WrittenCount < BufferSize && copy.TryRow(out var row))
        {
            sink(row, pending);
            rows++;
        }
        return rows;
    }

    /// <summary>The bytes of the COPY through one buffer, which grows to the longest row.</summary>
    private sealed class CopyBytes(Stream copy)
    {
        private byte[] buffer = new byte[BufferSize];
        private int start;
        private int end;

        public bool IsAtEnd { get; private set; }

        private ReadOnlySpan<byte> Unread => buffer.AsSpan(start, end - start);

        public bool TryHeader()
        {
            if (Unread.Length < HeaderLength)
                return false;
            var length = HeaderLength + BinaryPrimitives.ReadInt32BigEndian(Unread[15..]);
            if (Unread.Length < length)
                return false;
            start += length;
            return true;
        }

        /// <summary>The next value, good until more is read; false when more has to be read first, or at the end.</summary>
        public bool TryRow(out ReadOnlySpan<byte> row)
        {
            row = default;
            if (Unread.Length < 2)
                return false;
            if (BinaryPrimitives.ReadInt16BigEndian(Unread) == -1)
            {
                IsAtEnd = true;
                return false;
            }
            if (Unread.Length < 6 || BinaryPrimitives.ReadInt32BigEndian(Unread[2..]) is var length && Unread.Length < 6 + length)
                return false;
            row = Unread.Slice(6, length);
            start += 6 + length;
            return true;
        }

        public async ValueTask FillAsync(CancellationToken cancellation)
        {
            if (start > 0)
            {
                Unread.CopyTo(buffer);
                (start, end) = (0, end - start);
            }
            if (end == buffer.Length)
                Array.Resize(ref buffer, buffer.Length * 2);
            var read = await copy.ReadAsync(buffer.AsMemory(end), cancellation);
            end = read > 0 ? end + read : throw new EndOfStreamException("PostgreSQL ended a COPY without its trailer.");
        }
    }
}
