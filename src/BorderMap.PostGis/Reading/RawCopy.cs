using System.Buffers;
using System.Buffers.Binary;
using Npgsql;

namespace BorderMap.PostGis.Reading;

/// <summary>
/// Passes one text column of a raw binary COPY on, values separated by commas, without making strings of them.
/// The format is PostgreSQL's: a header, then per row int16 columns, int32 length and the bytes; -1 columns end it.
/// </summary>
internal static class RawCopy
{
    /// <summary>Signature (11), flags (4), length of the extension (4).</summary>
    private const int HeaderLength = 19;

    private const int BufferSize = 1 << 16;

    /// <returns>How many values.</returns>
    public static async Task<long> WriteAsync(NpgsqlConnection connection, string query, Stream output, CancellationToken cancellation)
    {
        var copy = await connection.BeginRawBinaryCopyAsync($"copy ({query}) to stdout (format binary)", cancellation);
        await using (copy)
            return await PassAsync(new CopyBytes(copy), output, cancellation);
    }

    private static async Task<long> PassAsync(CopyBytes copy, Stream output, CancellationToken cancellation)
    {
        var header = await copy.TakeAsync(HeaderLength, cancellation);
        await copy.SkipAsync(BinaryPrimitives.ReadInt32BigEndian(header.Span[15..]), cancellation);
        var rows = 0L;
        var pending = new ArrayBufferWriter<byte>(BufferSize + 4096);
        while (BinaryPrimitives.ReadInt16BigEndian((await copy.TakeAsync(2, cancellation)).Span) != -1)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian((await copy.TakeAsync(4, cancellation)).Span);
            if (rows++ > 0)
                pending.Write(","u8);
            while (length > 0)
            {
                var part = await copy.SomeAsync(length, cancellation);
                pending.Write(part.Span);
                length -= part.Length;
                if (pending.WrittenCount >= BufferSize)
                    await FlushAsync(pending, output, cancellation);
            }
        }
        await FlushAsync(pending, output, cancellation);
        return rows;
    }

    private static async Task FlushAsync(ArrayBufferWriter<byte> pending, Stream output, CancellationToken cancellation)
    {
        await output.WriteAsync(pending.WrittenMemory, cancellation);
        pending.ResetWrittenCount();
    }

    /// <summary>The bytes of the COPY through one buffer.</summary>
    private sealed class CopyBytes(Stream copy)
    {
        private readonly byte[] buffer = new byte[BufferSize];
        private int start;
        private int end;

        /// <summary>Exactly so many bytes, at most a buffer; good until the next call.</summary>
        public async ValueTask<ReadOnlyMemory<byte>> TakeAsync(int count, CancellationToken cancellation)
        {
            while (end - start < count)
                await FillAsync(cancellation);
            start += count;
            return buffer.AsMemory(start - count, count);
        }

        /// <summary>At least one byte and at most so many; good until the next call.</summary>
        public async ValueTask<ReadOnlyMemory<byte>> SomeAsync(int most, CancellationToken cancellation)
        {
            if (start == end)
                await FillAsync(cancellation);
            return await TakeAsync(Math.Min(most, end - start), cancellation);
        }

        public async ValueTask SkipAsync(int count, CancellationToken cancellation)
        {
            while (count > 0)
                count -= (await SomeAsync(count, cancellation)).Length;
        }

        private async ValueTask FillAsync(CancellationToken cancellation)
        {
            if (start > 0)
            {
                buffer.AsSpan(start, end - start).CopyTo(buffer);
                (start, end) = (0, end - start);
            }
            var read = await copy.ReadAsync(buffer.AsMemory(end), cancellation);
            end = read > 0 ? end + read : throw new EndOfStreamException("PostgreSQL ended a COPY without its trailer.");
        }
    }
}
