using System.Text.Encodings.Web;
using System.Text.Json;

namespace BorderMap.Gazetteer;

/// <summary>Resolves queries line by line, <c>name</c> or <c>name&lt;TAB&gt;context</c>, into one JSON object a line.</summary>
public static class ResolveLines
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads to the end of <paramref name="input"/>; an empty line gives an unknown.</summary>
    /// <returns>How many lines came to which status.</returns>
    public static async Task<IReadOnlyDictionary<ResolutionStatus, int>> RunAsync(
        Atlas atlas, TextReader input, Stream output, int limit, CancellationToken cancellation)
    {
        var counts = Enum.GetValues<ResolutionStatus>().ToDictionary(status => status, _ => 0);
        await using var writer = new Utf8JsonWriter(output, Options);
        while (await input.ReadLineAsync(cancellation) is { } line)
        {
            var resolution = Resolve(atlas.Resolver, line, limit);
            counts[resolution.Status]++;
            ResolutionJson.Write(writer, resolution, atlas.Places);
            await writer.FlushAsync(cancellation);
            writer.Reset();
            await output.WriteAsync("\n"u8.ToArray(), cancellation);
        }
        return counts;
    }

    private static Resolution Resolve(PlaceResolver resolver, string line, int limit)
    {
        var tab = line.IndexOf('\t', StringComparison.Ordinal);
        return tab < 0 ? resolver.Resolve(line, null, limit) : resolver.Resolve(line[..tab], line[(tab + 1)..], limit);
    }
}
