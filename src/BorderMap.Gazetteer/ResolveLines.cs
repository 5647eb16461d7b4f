using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace BorderMap.Gazetteer;

/// <summary>Resolves queries line by line, <c>name</c> or <c>name&lt;TAB&gt;context</c>, into one JSON object a line.</summary>
public static class ResolveLines
{
    private const char ByteOrderMark = '\uFEFF';
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads to the end of <paramref name="input"/>, several lines at a time, and answers in their order; an empty line gives an unknown.</summary>
    /// <param name="atlas">The gazetteer.</param>
    /// <param name="input">A query a line; a byte order mark is no part of the first.</param>
    /// <param name="output">Receives UTF-8, an object a line, as soon as it is known.</param>
    /// <param name="limit">The most candidates of one query.</param>
    /// <param name="cancellation">Ends between two lines.</param>
    /// <param name="progress">Told how many queries are answered, after each.</param>
    /// <returns>How many lines came to which status.</returns>
    public static Task<IReadOnlyDictionary<ResolutionStatus, int>> RunAsync(
        Atlas atlas, TextReader input, Stream output, int limit, CancellationToken cancellation, IProgress<int>? progress = null) =>
        RunAsync(atlas, Queries(input, limit, cancellation), output, cancellation, progress);

    /// <summary>Answers queries in their order, an object a line.</summary>
    public static async Task<IReadOnlyDictionary<ResolutionStatus, int>> RunAsync(
        Atlas atlas, IAsyncEnumerable<ResolveQuery> queries, Stream output, CancellationToken cancellation, IProgress<int>? progress = null)
    {
        var counts = Enum.GetValues<ResolutionStatus>().ToDictionary(status => status, _ => 0);
        var done = 0;
        await InOrder.RunAsync(queries, query => Answer(atlas, query), async answer =>
        {
            counts[answer.Status]++;
            await output.WriteAsync(answer.Line, CancellationToken.None);
            progress?.Report(++done);
        }, async () => await output.FlushAsync(CancellationToken.None), cancellation);
        return counts;
    }

    /// <summary>The queries of a text, <c>name</c> or <c>name&lt;TAB&gt;context</c> a line.</summary>
    public static async IAsyncEnumerable<ResolveQuery> Queries(TextReader input, int limit, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var isFirst = true;
        while (await input.ReadLineAsync(cancellation) is { } line)
        {
            line = isFirst ? line.TrimStart(ByteOrderMark) : line;
            isFirst = false;
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            yield return new ResolveQuery(tab < 0 ? line : line[..tab]) { Context = tab < 0 ? null : line[(tab + 1)..], Limit = limit };
        }
    }

    private static (ResolutionStatus Status, ReadOnlyMemory<byte> Line) Answer(Atlas atlas, ResolveQuery query)
    {
        var resolution = atlas.Resolver.Resolve(query);
        var line = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(line, Options))
        {
            ResolutionJson.Write(writer, resolution, atlas.Places);
        }
        line.Write("\n"u8);
        return (resolution.Status, line.WrittenMemory);
    }
}
