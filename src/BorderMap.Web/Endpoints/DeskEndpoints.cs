using System.Text.Json;
using BorderMap.Incidents;
using BorderMap.Incidents.Model;
using BorderMap.PostGis;
using BorderMap.PostGis.People;
using BorderMap.PostGis.Review;
using BorderMap.Web.Http;
using BorderMap.Web.Security;

namespace BorderMap.Web.Endpoints;

/// <summary>The desk, and what it asks while somebody writes.</summary>
public static class DeskEndpoints
{
    /// <summary>Likely duplicates that a form shows at most.</summary>
    private const int Duplicates = 5;

    public static void MapDesk(this IEndpointRouteBuilder routes)
    {
        routes.MapRead(Routes.Desk, new Surface("desk", "The desk: recording and reviewing incidents.", MediaTypes.Html)
        {
            Access = Access.For(Role.Contributor) with { IsPage = true, SessionOnly = true },
            AnyQuery = true,
            Statuses = [302],
        }, (ContentRoot content) => StaticEndpoints.Send(content.WebRoot, "desk.html", MediaTypes.Html));
        routes.MapWrite(HttpMethod.Post, Routes.IncidentCheck, new Surface("checkIncident", "What the rules make of a document that is being written: problems, ranges, grade, likely duplicates. Nothing is stored.", MediaTypes.Json)
        {
            Access = Access.For(Role.Contributor),
            Bodies = [new RequestBody(MediaTypes.Json, """{"type":"object","description":"An incident document (data/schema/incident.schema.json); it need not be complete."}""")],
            MaxBody = Limits.BodyMax,
            Statuses = [400],
        }, CheckAsync);
    }

    private static async Task<IResult> CheckAsync(HttpContext http, IncidentStore store, DuplicateStore duplicates)
    {
        var (incident, problem) = await JsonBody.ReadAsync<Incident>(http.Request);
        if (incident is null)
        {
            return new ProblemResult(problem!);
        }
        var (problems, derived) = await store.CheckAsync(incident, http.RequestAborted);
        // Who may not open other people's drafts is not told of them.
        var isEditor = http.SignedIn().Role >= Role.Editor;
        IReadOnlyList<LikelyDuplicate> likely = isEditor && derived is not null ? await duplicates.FindAsync(incident, http.RequestAborted) : [];
        return JsonText.Object(json =>
        {
            json.WriteStartArray("problems");
            foreach (var found in problems)
            {
                Write(json, found);
            }
            json.WriteEndArray();
            json.WritePropertyName("derived");
            JsonSerializer.Serialize(json, derived, IncidentJson.Options);
            json.WriteStartArray("duplicates");
            foreach (var duplicate in likely.Take(Duplicates))
            {
                Write(json, duplicate);
            }
            json.WriteEndArray();
        });
    }

    private static void Write(Utf8JsonWriter json, Problem problem)
    {
        json.WriteStartObject();
        json.WriteString("code", problem.Code);
        json.WriteString("field", problem.Field);
        json.WriteString("message", problem.Message);
        json.WriteString("fix", problem.Fix);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, LikelyDuplicate duplicate)
    {
        json.WriteStartObject();
        json.WriteString("id", duplicate.Other.Id);
        json.WriteString("title", duplicate.Other.Title);
        json.WriteNumber("score", Math.Round(duplicate.Likeness.Score, 2));
        json.Texts("reasons", duplicate.Likeness.Reasons);
        json.WriteEndObject();
    }
}
