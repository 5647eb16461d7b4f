using System.Text.Json;

namespace BorderMap.Web.Http;

/// <summary>Somebody else was first: 412 problem details with what is there now.</summary>
/// <param name="field">The member that named the version.</param>
/// <param name="seen">The version that was named.</param>
/// <param name="current">Writes the members of what is there now.</param>
public sealed class StaleResult(string field, int seen, Action<Utf8JsonWriter> current) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status412PreconditionFailed;
        return JsonText.Object(
            json =>
            {
                json.WriteString("type", "about:blank");
                json.WriteString("title", "Precondition Failed");
                json.WriteNumber("status", StatusCodes.Status412PreconditionFailed);
                json.WriteString("detail", "Somebody else has changed it since. Look at what is there now, and decide again.");
                json.WriteString("code", ProblemCodes.Stale);
                json.WriteString("field", field);
                json.WriteString("value", seen.ToString());
                json.WriteString("fix", "Send the version of what is there now.");
                json.WriteStartObject("current");
                current(json);
                json.WriteEndObject();
            },
            MediaTypes.Problem).ExecuteAsync(httpContext);
    }
}
