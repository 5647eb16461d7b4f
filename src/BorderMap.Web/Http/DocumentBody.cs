using System.Text.Json;
using System.Text.Json.Nodes;
using BorderMap.Incidents;

namespace BorderMap.Web.Http;

/// <summary>Reads documents from bodies: what the server owns is ignored, the public projection of a document is refused.</summary>
public static class DocumentBody
{
    private const string Representation = "representation";

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>A whole document.</summary>
    /// <param name="request">Whose body.</param>
    /// <param name="id">The document's id; null: the body gives it.</param>
    public static async Task<(T? Document, Problem? Problem)> ReadAsync<T>(HttpRequest request, string? id)
        where T : class
    {
        var (given, problem) = await ObjectAsync<T>(request);
        return problem is null ? Parse<T>(given!, id) : (null, problem);
    }

    /// <summary>A document changed by a merge patch.</summary>
    /// <param name="request">Whose body is the patch.</param>
    /// <param name="current">The document as it is.</param>
    /// <param name="id">The document's id.</param>
    public static async Task<(T? Document, Problem? Problem)> PatchAsync<T>(HttpRequest request, T current, string id)
        where T : class
    {
        var (patch, problem) = await ObjectAsync<T>(request, MediaTypes.MergePatch);
        return problem is null ? Parse<T>((JsonObject)MergePatch.Apply(JsonSerializer.SerializeToNode(current, IncidentJson.Options), patch)!, id) : (null, problem);
    }

    private static async Task<(JsonObject? Object, Problem? Problem)> ObjectAsync<T>(HttpRequest request, params string[] accepted)
        where T : class
    {
        var (bytes, problem) = await JsonBody.BytesAsync(request, accepted);
        if (problem is not null)
        {
            return (null, problem);
        }
        try
        {
            return JsonNode.Parse(bytes, null, Strict) switch
            {
                JsonObject projection when IsProjection(projection) => (null, Projection),
                JsonObject document => (document, null),
                _ => (null, new Problem(ProblemCodes.BadRequest, "document", null, "The body is no JSON object.", "Send the document as a JSON object.")),
            };
        }
        catch (JsonException error)
        {
            // Reading it as the document itself tells better where it goes wrong.
            return (null, JsonBody.Parse<T>(bytes).Problem ?? UnreadableJson.Explain(error, bytes));
        }
        catch (InvalidOperationException)
        {
            return (null, HalfPair);
        }
    }

    /// <summary>A document that is a member of a body.</summary>
    /// <param name="given">The document; what the server owns is taken off it.</param>
    /// <param name="id">The document's id; null: it gives it itself.</param>
    public static (T? Document, Problem? Problem) Parse<T>(JsonObject given, string? id)
        where T : class
    {
        foreach (var owned in (string[])["version", "derived", "merged", Representation])
        {
            given.Remove(owned);
        }
        if (id is not null)
        {
            given["id"] = id;
        }
        try
        {
            return JsonBody.Parse<T>(JsonSerializer.SerializeToUtf8Bytes(given));
        }
        catch (JsonException error) when (error.InnerException is InvalidOperationException)
        {
            return (null, HalfPair);
        }
    }

    private static bool IsProjection(JsonObject given) => given[Representation] is JsonValue value && value.TryGetValue<string>(out var word) && word == "public";

    // JSON texts with half a surrogate pair parse, and cannot be read.
    private static Problem HalfPair { get; } = new(ProblemCodes.BadRequest, "document", null, "The body holds a text that is no Unicode.", "Send it in UTF-8, without half surrogate pairs.");

    private static Problem Projection { get; } = new(ProblemCodes.IsProjection, Representation, "public",
        "This is the public projection, which has less than the document and more than its fields.", "Ask for the document, signed in or with an API token, change that and send it.");
}
