namespace BorderMap.Web.Commands.Resolving;

/// <summary>Hands a text on without its byte order mark, and notes what its writer was used to: a mark, the line end.</summary>
internal sealed class NotedText(TextReader text) : TextReader
{
    private const char ByteOrderMark = '\uFEFF';
    private char last;

    /// <summary>Whether the text began with a byte order mark: Excel's, and for Excel.</summary>
    public bool HasByteOrderMark { get; private set; }

    /// <summary>The end of the first line; null before it was read.</summary>
    public string? LineEnd { get; private set; }

    public override int Read()
    {
        var one = new char[1];
        return Read(one) == 1 ? one[0] : -1;
    }

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        var read = text.Read(buffer);
        return IsMarkAlone(buffer[..read]) ? Noted(buffer[..text.Read(buffer)]) : Noted(buffer[..read]);
    }

    public override Task<int> ReadAsync(char[] buffer, int index, int count) => ReadAsync(buffer.AsMemory(index, count)).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<char> buffer, CancellationToken cancellationToken = default)
    {
        var read = await text.ReadAsync(buffer, cancellationToken);
        read = IsMarkAlone(buffer.Span[..read]) ? await text.ReadAsync(buffer, cancellationToken) : read;
        return Noted(buffer.Span[..read]);
    }

    /// <summary>Without the mark nothing would be left, which would mean the end.</summary>
    private bool IsMarkAlone(ReadOnlySpan<char> read)
    {
        HasByteOrderMark |= last == 0 && read is [ByteOrderMark, ..];
        return last == 0 && read is [ByteOrderMark];
    }

    private int Noted(Span<char> read)
    {
        if (last == 0 && read is [ByteOrderMark, ..])
        {
            read[1..].CopyTo(read);
            read = read[..^1];
        }
        if (read.Contains('\0'))
        {
            throw new TableFormatException("the text is not UTF-8 but looks like UTF-16. Save the file as \"CSV UTF-8\".");
        }
        if (LineEnd is null && read.IndexOf('\n') is >= 0 and var at)
        {
            LineEnd = (at > 0 ? read[at - 1] : last) == '\r' ? "\r\n" : "\n";
        }
        last = read.Length > 0 ? read[^1] : last;
        return read.Length;
    }
}
