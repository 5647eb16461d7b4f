using System.Text.Json.Serialization;
using BorderMap.Incidents;
using BorderMap.PostGis;
using BorderMap.PostGis.Desk;
using BorderMap.PostGis.People;
using BorderMap.Web.Http;
using BorderMap.Web.Security;

namespace BorderMap.Web.Endpoints;

/// <summary>What editors do with whole incidents: bring an old version back, make one record of two and two again of one, erase.</summary>
public static class IncidentActEndpoints
{
    public static void MapIncidentActs(this IEndpointRouteBuilder routes)
    {
        routes.MapWrite(HttpMethod.Post, Routes.IncidentRestore, Act("restoreIncident", "Saves an earlier version as a new one; its status, and what is hidden today, stay.", Role.Editor,
            """{"type":"object","required":["version"],"properties":{"version":{"type":"integer","minimum":1},"why":{"type":"string","maxLength":500}}}"""), RestoreAsync);
        routes.MapWrite(HttpMethod.Post, Routes.IncidentMerge, Act("mergeIncident", "Takes another incident into this one; the other's address then leads here.", Role.Editor,
            """{"type":"object","required":["from"],"properties":{"from":{"type":"string"},"why":{"type":"string","maxLength":500}}}"""), MergeAsync);
        routes.MapWrite(HttpMethod.Post, Routes.IncidentSplit, Act("splitIncident", "Undoes a merge: the other is as it was, this one loses what came with it.", Role.Editor,
            """{"type":"object","required":["from"],"properties":{"from":{"type":"string"},"why":{"type":"string","maxLength":500}}}"""), SplitAsync);
        routes.MapWrite(HttpMethod.Post, Routes.IncidentRedact, Act("redactIncident", "Erases the incident from all versions, public and private. This cannot be undone.", Role.Admin,
            """{"type":"object","required":["why"],"properties":{"why":{"type":"string","maxLength":500}}}"""), RedactAsync);
    }

    private static Surface Act(string name, string summary, Role least, string body) => new(name, summary, MediaTypes.Json)
    {
        Access = Access.For(least),
        Parameters = [Parameters.Id],
        Bodies = [new RequestBody(MediaTypes.Json, body)],
        Statuses = [400, 404, 412, 415, 422, 428, 503],
    };

    private static async Task<IResult> RestoreAsync(string id, HttpContext http, IncidentStore store, DeskReader desk, WriteAnswers answers)
    {
        var (body, version, problem) = await ReadAsync<Restoration>(id, http);
        if (problem is not null)
        {
            return new ProblemResult(problem);
        }
        if (await desk.FindAsync(id, http.RequestAborted) is not { Incident: var current })
        {
            return await answers.OfAsync(id, new SaveResult.Missing(), http.RequestAborted);
        }
        if (await desk.VersionAsync(id, body!.Version, http.RequestAborted) is not { } earlier)
        {
            return new ProblemResult(new Problem(ProblemCodes.NotFound, "version", body.Version.ToString(), "There is no such version, or it was erased.", $"{Routes.DocumentOf(id)}/versions lists them."));
        }
        // Bringing words back must not show a place that is hidden today.
        var restored = Redaction.Apply(earlier, current.Sensitivity) with { Status = current.Status, SourceKeys = current.SourceKeys };
        return await answers.OfAsync(id, await store.SaveAsync(restored, version, http.SignedIn().Author(), body.Why ?? $"version {body.Version} restored", http.RequestAborted), http.RequestAborted);
    }

    private static async Task<IResult> MergeAsync(string id, HttpContext http, IncidentStore store, WriteAnswers answers)
    {
        var (body, version, problem) = await ReadAsync<Other>(id, http);
        return problem is null
            ? await answers.OfAsync(id, await store.MergeAsync(body!.From, id, version, http.SignedIn().Name, body.Why ?? "the same incident", http.RequestAborted), http.RequestAborted)
            : new ProblemResult(problem);
    }

    private static async Task<IResult> SplitAsync(string id, HttpContext http, IncidentStore store, WriteAnswers answers)
    {
        var (body, version, problem) = await ReadAsync<Other>(id, http);
        return problem is null
            ? await answers.OfAsync(id, await store.SplitAsync(body!.From, id, version, http.SignedIn().Name, body.Why ?? "not the same incident", http.RequestAborted), http.RequestAborted)
            : new ProblemResult(problem);
    }

    private static async Task<IResult> RedactAsync(string id, HttpContext http, IncidentStore store, WriteAnswers answers)
    {
        var (body, version, problem) = await ReadAsync<Reason>(id, http);
        if (problem is not null)
        {
            return new ProblemResult(problem);
        }
        var result = await store.RedactAsync(id, version, body!.Why!, http.SignedIn().Name, http.RequestAborted);
        return result is SaveResult.Saved ? Results.NoContent() : await answers.OfAsync(id, result, http.RequestAborted);
    }

    private static async Task<(T? Body, int Version, Problem? Problem)> ReadAsync<T>(string id, HttpContext http)
        where T : Reason
    {
        var (version, missing) = IfMatch.VersionOf(http.Request, id);
        if (missing is not null)
        {
            return (null, 0, missing);
        }
        var (body, problem) = await JsonBody.ReadAsync<T>(http.Request);
        problem ??= body!.Check();
        return (body, version, problem);
    }

    private record Reason
    {
        public string? Why { get; init; }

        public virtual Problem? Check() => this is not (Restoration or Other) && string.IsNullOrWhiteSpace(Why) ? Missing("why", "Say why.") : Why is { } why && !TextIsShort(why)
            ? new Problem(ProblemCodes.BadRequest, "why", why, $"why is longer than {Limits.TextMax} characters or holds a control character.", "Shorten it.")
            : null;

        protected static bool TextIsShort(string text) => text.Length <= Limits.TextMax && !text.Any(char.IsControl);

        protected static Problem Missing(string field, string fix) => new(ProblemCodes.BadRequest, field, null, $"{field} is missing.", fix);
    }

    private sealed record Restoration : Reason
    {
        [JsonRequired]
        public int Version { get; init; }
    }

    private sealed record Other : Reason
    {
        [JsonRequired]
        public string From { get; init; } = "";

        public override Problem? Check() => Ids.Is(Ids.Incident, From) ? base.Check() : new Problem(ProblemCodes.BadRequest, "from", From, "This is no incident's id.", "Give the id of the other incident, i-….");
    }
}
