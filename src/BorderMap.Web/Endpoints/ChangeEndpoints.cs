using System.Text.Json;
using BorderMap.PostGis;
using BorderMap.Web.Http;

namespace BorderMap.Web.Endpoints;

/// <summary>The public change feed: follow it with the <c>pub</c> of the last answer and nothing is missed.</summary>
public static class ChangeEndpoints
{
    public static void MapChanges(this IEndpointRouteBuilder routes) =>
        routes.MapRead(Routes.Changes, new Surface("listChanges", "What has changed in public since a public sequence number, in order.", MediaTypes.Json)
        {
            Parameters = [Parameters.Since, Parameters.ChangesLimit],
        }, ListAsync).AddEndpointFilter<PublicCaching>();

    private static async Task<IResult> ListAsync(HttpContext http, PublicReader reader)
    {
        var query = new QueryValues(http.Request);
        var since = query.Long(Parameters.Since);
        var limit = query.Integer(Parameters.ChangesLimit);
        if (query.Problems.Count > 0)
        {
            return new ProblemResult(query.Problems);
        }
        var page = await reader.ChangesAsync(since, limit, http.RequestAborted);
        return JsonText.Object(json =>
        {
            json.WriteStartArray("changes");
            foreach (var change in page.Changes)
            {
                WriteChange(json, change);
            }
            json.WriteEndArray();
            json.WriteNumber("pub", page.Pub);
            json.WriteBoolean("more", page.More);
        });
    }

    private static void WriteChange(Utf8JsonWriter json, Change change)
    {
        json.WriteStartObject();
        WriteMembers(json, change);
        json.WriteEndObject();
    }

    /// <summary>One change as both the list and the stream tell it.</summary>
    internal static void WriteMembers(Utf8JsonWriter json, Change change)
    {
        json.WriteNumber("pub", change.Pub);
        json.WriteString("id", change.Id);
        json.WriteNumber("version", change.Version);
        json.WriteString("kind", JsonText.Word(change.Kind));
        json.WriteString("at", change.At.UtcDateTime);
        if (change.Reason is { } reason)
        {
            json.WriteString("reason", reason);
        }
        if (change.Successor is { } successor)
        {
            json.WriteString("successor", successor);
        }
    }
}
