using System.Buffers;
using System.IO.Pipelines;
using System.Security.Cryptography;
using System.Text;

namespace BorderMap.Web.Exports;

/// <summary>
/// The body of an answer as it is sent: given up when its reader takes nothing for too long, and followed by its digest (RFC 9530). Over HTTP/1.1 the
/// chunks are written here, for Kestrel sends no trailers there; over HTTP/1.0 there is no room for a digest.
/// </summary>
internal sealed class SentBody : Stream
{
    private readonly HttpResponse response;
    private readonly PipeWriter body;
    private readonly TimeSpan patience;
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly CancellationTokenSource waited;
    private readonly CancellationTokenSource ended;
    private readonly bool isChunked;
    private readonly bool isTrailed;

    /// <param name="response">The answer, not begun yet.</param>
    /// <param name="patience">How long one piece may take.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellation">Ends the sending too.</param>
    public SentBody(HttpResponse response, TimeSpan patience, TimeProvider time, CancellationToken cancellation)
    {
        (this.response, body, this.patience) = (response, response.BodyWriter, patience);
        // Begun with a time, so that its timer is of this clock.
        waited = new CancellationTokenSource(patience, time);
        waited.CancelAfter(Timeout.InfiniteTimeSpan);
        ended = CancellationTokenSource.CreateLinkedTokenSource(waited.Token, cancellation);
        isChunked = HttpProtocol.IsHttp11(response.HttpContext.Request.Protocol);
        isTrailed = isChunked || response.SupportsTrailers();
        if (isChunked)
        {
            response.Headers.TransferEncoding = "chunked";
        }
        if (isTrailed)
        {
            response.DeclareTrailer(ExportHeaders.Digest);
        }
    }

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <exception cref="OperationCanceledException">The reader took too long, or has gone.</exception>
    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        // An empty chunk would be the last one.
        if (buffer.Length > 0)
        {
            hash.AppendData(buffer.Span);
            Put(buffer.Span);
            await SendAsync();
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <summary>Ends a body that is whole.</summary>
    public async Task FinishAsync()
    {
        var digest = $"sha-256=:{Convert.ToBase64String(hash.GetCurrentHash())}:";
        if (isChunked)
        {
            body.Write(Encoding.ASCII.GetBytes($"0\r\n{ExportHeaders.Digest}: {digest}\r\n\r\n"));
            await SendAsync();
        }
        else if (isTrailed)
        {
            response.AppendTrailer(ExportHeaders.Digest, digest);
        }
    }

    public override void Flush() => throw new NotSupportedException();

    /// <summary>Every piece is sent when it is written.</summary>
    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            ended.Dispose();
            waited.Dispose();
            hash.Dispose();
        }
        base.Dispose(disposing);
    }

    private void Put(ReadOnlySpan<byte> piece)
    {
        if (isChunked)
        {
            body.Write(Encoding.ASCII.GetBytes($"{piece.Length:x}\r\n"));
        }
        body.Write(piece);
        if (isChunked)
        {
            body.Write("\r\n"u8);
        }
    }

    private async ValueTask SendAsync()
    {
        waited.CancelAfter(patience);
        await body.FlushAsync(ended.Token);
        waited.CancelAfter(Timeout.InfiniteTimeSpan);
    }
}
