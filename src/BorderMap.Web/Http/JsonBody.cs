using System.Text.Json;
using BorderMap.Incidents;
using Microsoft.Net.Http.Headers;

namespace BorderMap.Web.Http;

/// <summary>Reads a request's body as JSON of the model's shape: unknown, repeated and missing members are refused, each problem names its field.</summary>
public static class JsonBody
{
    /// <summary>The whole body, once its type is one that is read here: a foreign page cannot send JSON without asking first, and is never allowed to.</summary>
    /// <param name="request">Whose body.</param>
    /// <param name="accepted">Media types beside <c>application/json</c>.</param>
    public static async Task<(byte[] Bytes, Problem? Problem)> BytesAsync(HttpRequest request, params string[] accepted)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !accepted.Append(MediaTypes.Json).Contains(type.MediaType.Value, StringComparer.OrdinalIgnoreCase))
        {
            return ([], new Problem(ProblemCodes.UnsupportedMediaType, "Content-Type", request.ContentType, "The body is in no format that this address reads.", $"Send {string.Join(" or ", accepted.Append(MediaTypes.Json))}."));
        }
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, request.HttpContext.RequestAborted);
        return (buffer.ToArray(), null);
    }

    public static async Task<(T? Value, Problem? Problem)> ReadAsync<T>(HttpRequest request)
        where T : class
    {
        var (bytes, problem) = await BytesAsync(request);
        return problem is null ? Parse<T>(bytes) : (null, problem);
    }

    /// <summary>Exactly one of the two is null.</summary>
    public static (T? Value, Problem? Problem) Parse<T>(ReadOnlySpan<byte> json)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, IncidentJson.Options) is { } value
                ? (value, null)
                : (null, new Problem(ProblemCodes.BadRequest, "document", "null", "The body is null.", "Send a JSON object."));
        }
        catch (JsonException error)
        {
            return (null, UnreadableJson.Explain(error, json));
        }
    }
}
