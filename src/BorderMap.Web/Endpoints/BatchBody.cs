using System.Text;
using System.Text.Json;
using BorderMap.Gazetteer;
using BorderMap.Incidents;
using BorderMap.Web.Http;

namespace BorderMap.Web.Endpoints;

/// <summary>Reads the queries of a batch: all of them, or what is wrong with them.</summary>
public static class BatchBody
{
    public static readonly RequestBody Json = new(MediaTypes.Json, """
        {"description":"An array of queries, or an object that holds it as queries.","anyOf":[{"$ref":"#/components/schemas/ResolveQueries"},
        {"type":"object","required":["queries"],"additionalProperties":false,"properties":{"queries":{"$ref":"#/components/schemas/ResolveQueries"}}}]}
        """);

    /// <summary>The JSON Schema of a batch's queries.</summary>
    public static readonly string QueriesSchema = $$"""
        {"type":"array","maxItems":{{Limits.BatchMax}},"items":{"anyOf":[{"type":"string","maxLength":{{Limits.TextMax}} },{"type":"object","required":["name"],"additionalProperties":false,"properties":{
        "name":{"type":"string","maxLength":{{Limits.TextMax}} },"context":{"type":"string","maxLength":{{Limits.TextMax}} },"country":{"enum":["AF","PK"]},
        "kind":{"enum":["country","province","district","locality","crossing","area"]},"near":{"type":"array","items":{"type":"number"},"minItems":2,"maxItems":2,"description":"lon, lat"},
        "near_line":{"type":"boolean"},"on":{"type":"string","format":"date"},"others":{"type":"array","maxItems":{{Limits.OthersMax}},"items":{"type":"string"} } } } ] } }
        """;

    public static readonly RequestBody Lines = new(MediaTypes.Plain, """{"type":"string","description":"One query a line, in UTF-8: the name, or the name, a tab and its context."}""");

    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = 8 };

    /// <param name="request">Its body is read to the end.</param>
    /// <param name="limit">The most candidates of each query.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>The queries in order; what is wrong, when there is anything, instead.</returns>
    public static async Task<(IReadOnlyList<ResolveQuery> Queries, IReadOnlyList<Problem> Problems)> ReadAsync(HttpRequest request, int limit, CancellationToken cancellation)
    {
        var reader = new BatchQueries(limit);
        switch (request.GetTypedHeaders().ContentType?.MediaType.Value?.ToLowerInvariant())
        {
            case MediaTypes.Json:
                await ReadJsonAsync(request.Body, reader, cancellation);
                break;
            case MediaTypes.Plain:
                await ReadLinesAsync(request.Body, reader, cancellation);
                break;
            default:
                return ([], [new(ProblemCodes.UnsupportedMediaType, "Content-Type", request.ContentType, "The body is in no format that this address reads.", $"Send {MediaTypes.Json} or {MediaTypes.Plain}.")]);
        }
        return (reader.Queries, reader.Problems);
    }

    private static async Task ReadJsonAsync(Stream body, BatchQueries reader, CancellationToken cancellation)
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(body, Reading, cancellation);
            reader.ReadAll(document.RootElement);
        }
        catch (JsonException error)
        {
            reader.Refuse(new(ProblemCodes.BadRequest, "body", null, $"The body is no JSON, or nested too deep: line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}.", "Send an array of queries."));
        }
        catch (Exception error) when (error is InvalidOperationException or DecoderFallbackException)
        {
            // JSON texts with half a surrogate pair parse, and cannot be read.
            reader.Refuse(new(ProblemCodes.BadRequest, "body", null, "The body holds a text that is no Unicode.", "Send it in UTF-8, without half surrogate pairs."));
        }
    }

    private static async Task ReadLinesAsync(Stream body, BatchQueries reader, CancellationToken cancellation)
    {
        using var lines = new StreamReader(body, Encoding.UTF8);
        for (var number = 0; await lines.ReadLineAsync(cancellation) is { } line && reader.HasRoom(number); number++)
        {
            reader.ReadLine(line, number);
        }
    }
}
