using System.Text.Encodings.Web;
using System.Text.Json;
using BorderMap.Incidents;
using Microsoft.AspNetCore.WebUtilities;

namespace BorderMap.Web.Http;

/// <summary>An answer that says what is wrong with a request: RFC 9457 problem details that name the field, the value and what would be right.</summary>
public sealed class ProblemResult(IReadOnlyList<Problem> problems, int? status = null) : IResult
{
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public ProblemResult(Problem problem, int? status = null)
        : this([problem], status)
    {
    }

    /// <summary>The document that the request would have overwritten, finished JSON, with its version.</summary>
    public (int Version, string Json)? Current { get; init; }

    public int Status { get; } = status ?? ProblemCodes.StatusOf(problems[0].Code);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.ContentType = MediaTypes.Problem;
        response.Headers.CacheControl = "no-store";
        response.Headers.ETag = default;
        if (Status is StatusCodes.Status503ServiceUnavailable or StatusCodes.Status429TooManyRequests)
        {
            response.Headers.RetryAfter = ((int)Limits.RetryAfter.TotalSeconds).ToString();
        }
        await response.Body.WriteAsync(Write(httpContext.Request.PathBase + httpContext.Request.Path), httpContext.RequestAborted);
    }

    /// <summary>A refused value as an answer repeats it: shortened, without control characters.</summary>
    public static string Echo(string value)
    {
        var text = value.Length > Limits.EchoMax ? value[..Limits.EchoMax] + "…" : value;
        return string.Concat(text.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '\uFFFD' : c));
    }

    private byte[] Write(string path)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Writing))
        {
            json.WriteStartObject();
            json.WriteString("type", "urn:bordermap:problem:" + problems[0].Code);
            json.WriteString("title", ReasonPhrases.GetReasonPhrase(Status));
            json.WriteNumber("status", Status);
            json.WriteString("detail", $"{problems[0].Message} {problems[0].Fix}".TrimEnd());
            json.WriteString("instance", Uri.EscapeDataString(Echo(path)).Replace("%2F", "/", StringComparison.Ordinal));
            WriteFields(json, problems[0]);
            WriteOthers(json);
            WriteCurrent(json);
            json.WriteEndObject();
        }
        return stream.ToArray();
    }

    private void WriteCurrent(Utf8JsonWriter json)
    {
        if (Current is not { } current)
        {
            return;
        }
        json.WriteNumber("version", current.Version);
        json.WritePropertyName("current");
        json.WriteRawValue(current.Json, skipInputValidation: true);
    }

    private void WriteOthers(Utf8JsonWriter json)
    {
        if (problems.Count < 2)
        {
            return;
        }
        json.WriteStartArray("problems");
        foreach (var problem in problems)
        {
            json.WriteStartObject();
            WriteFields(json, problem);
            json.WriteString("message", problem.Message);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteFields(Utf8JsonWriter json, Problem problem)
    {
        json.WriteString("code", problem.Code);
        json.WriteString("field", Echo(problem.Field));
        if (problem.Value is { } value)
        {
            json.WriteString("value", Echo(value));
        }
        if (problem.Position is { } position)
        {
            json.WriteNumber("position", position);
        }
        json.WriteString("fix", problem.Fix);
    }
}
