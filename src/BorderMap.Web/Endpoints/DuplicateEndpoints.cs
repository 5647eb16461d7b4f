using System.Text.Json.Serialization;
using BorderMap.Incidents;
using BorderMap.Incidents.Model;
using BorderMap.PostGis;
using BorderMap.PostGis.People;
using BorderMap.PostGis.Review;
using BorderMap.Web.Http;
using BorderMap.Web.Security;

namespace BorderMap.Web.Endpoints;

/// <summary>Likely duplicates of an incident, or of a document that is being written. For editors: hidden incidents are compared too. The pairs found beforehand are in the review queue.</summary>
public static class DuplicateEndpoints
{
    private static readonly Access Editors = Access.For(Role.Editor);

    public static void MapDuplicates(this IEndpointRouteBuilder routes)
    {
        routes.MapRead(Routes.Duplicates, new Surface("listDuplicates", "What an incident may be the same happening as, most likely first, with the reasons.", MediaTypes.Json)
        {
            Access = Editors,
            Parameters = [Parameters.DuplicatesOf],
            Statuses = [404],
        }, ListAsync);
        routes.MapWrite(HttpMethod.Post, Routes.Duplicates, new Surface("findDuplicates", "What a document that is being written may be the same happening as. Nothing is stored.", MediaTypes.Json)
        {
            Access = Editors,
            Bodies = [new RequestBody(MediaTypes.Json, """{"type":"object","description":"An incident document, complete or not."}""")],
            MaxBody = Limits.BodyMax,
        }, FindAsync);
        routes.MapWrite(HttpMethod.Post, Routes.Different, new Surface("partDuplicates", "Remembers that two incidents are two happenings: they are not offered as duplicates again.", MediaTypes.Json)
        {
            Access = Editors,
            Bodies = [new RequestBody(MediaTypes.Json, """{"type":"object","required":["one","other","reason"],"properties":{"one":{"type":"string"},"other":{"type":"string"},"reason":{"type":"string"}}}""")],
            Success = 204,
            Statuses = [404],
        }, PartAsync);
        routes.MapWrite(HttpMethod.Delete, Routes.Different, new Surface("unpartDuplicates", "Forgets that two incidents were said to be two happenings: they are offered as duplicates again, where they are likely ones.", MediaTypes.Json)
        {
            Access = Editors,
            Parameters = [Parameters.OneOfTwo, Parameters.OtherOfTwo],
            Success = 204,
            Statuses = [404],
        }, UnpartAsync);
    }

    private static async Task<IResult> ListAsync(HttpContext http, IncidentStore store, DuplicateStore duplicates)
    {
        var query = new QueryValues(http.Request);
        var id = query.Text(Parameters.DuplicatesOf);
        if (query.Problems.Count > 0)
        {
            return new ProblemResult(query.Problems);
        }
        return await store.FindAsync(id!, http.RequestAborted) is { } incident
            ? Answer(await duplicates.FindAsync(incident, http.RequestAborted))
            : new ProblemResult(NoIncident("id", id!));
    }

    private static async Task<IResult> FindAsync(HttpContext http, DuplicateStore duplicates)
    {
        var (incident, problem) = await JsonBody.ReadAsync<Incident>(http.Request);
        return problem is null ? Answer(await duplicates.FindAsync(incident!, http.RequestAborted)) : new ProblemResult(problem);
    }

    private static async Task<IResult> PartAsync(HttpContext http, DuplicateStore duplicates)
    {
        var (body, problem) = await JsonBody.ReadAsync<Pair>(http.Request);
        problem ??= ReasonRule.Check(body!.Reason);
        if (problem is not null)
        {
            return new ProblemResult(problem);
        }
        return body!.One != body.Other && await duplicates.PartAsync(body.One, body.Other, http.SignedIn().Name, body.Reason, http.RequestAborted)
            ? Results.NoContent()
            : new ProblemResult(NoIncident("one, other", $"{body.One}, {body.Other}"));
    }

    private static async Task<IResult> UnpartAsync(HttpContext http, DuplicateStore duplicates)
    {
        var query = new QueryValues(http.Request);
        var (one, other) = (query.Text(Parameters.OneOfTwo), query.Text(Parameters.OtherOfTwo));
        if (query.Problems.Count > 0)
        {
            return new ProblemResult(query.Problems);
        }
        return await duplicates.UnpartAsync(one!, other!, http.RequestAborted)
            ? Results.NoContent()
            : new ProblemResult(new Problem(ProblemCodes.NotFound, "one, other", $"{one}, {other}", "Nobody has said that these are two happenings.", "Give the ids of two incidents that were parted."));
    }

    private static Problem NoIncident(string field, string value) => new(ProblemCodes.NotFound, field, value, "There is no such incident.", $"Give the id of an incident, {Ids.Incident} and ten letters.");

    private static IResult Answer(IReadOnlyList<LikelyDuplicate> found) => JsonText.Object(json =>
    {
        json.WriteStartArray("duplicates");
        foreach (var (other, likeness) in found)
        {
            json.WriteStartObject();
            json.WriteString("id", other.Id);
            json.WriteNumber("version", other.Version);
            json.WriteString("title", other.Title);
            json.WriteString("status", JsonText.Word(other.Status));
            json.WriteString("kind", other.Kind);
            json.WriteString("date_start", other.Date.Start?.ToString("yyyy-MM-dd"));
            json.WriteString("date_end", other.Date.End?.ToString("yyyy-MM-dd"));
            json.WriteNumber("score", likeness.Score);
            json.WriteBoolean("likely", likeness.IsLikely);
            json.Texts("reasons", likeness.Reasons);
            json.Texts("doubts", likeness.Doubts);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });

    private sealed record Pair([property: JsonRequired] string One, [property: JsonRequired] string Other, [property: JsonRequired] string Reason);
}
