using BorderMap.Incidents;
using BorderMap.Incidents.Model;
using BorderMap.PostGis;
using BorderMap.PostGis.Desk;
using BorderMap.PostGis.People;
using BorderMap.Web.Http;
using BorderMap.Web.Security;

namespace BorderMap.Web.Endpoints;

/// <summary>Recording, changing and retracting incidents. Contributors write drafts of their own; editors everything.</summary>
public static class IncidentWriteEndpoints
{
    private static readonly Access Writers = Access.For(Role.Contributor);
    private static readonly RequestBody Document = new(MediaTypes.Json, """{"$ref":"#/components/schemas/incident"}""");

    public static void MapIncidentWrites(this IEndpointRouteBuilder routes)
    {
        routes.MapWrite(HttpMethod.Post, Routes.Incidents, new Surface("addIncident", "Records an incident: a draft, submitted, or by an editor published.", MediaTypes.Json)
        {
            Access = Writers,
            Parameters = [Parameters.Why],
            Bodies = [Document],
            MaxBody = Limits.DocumentMax,
            Success = 201,
            Statuses = [400, 413, 415, 422, 503],
        }, AddAsync);
        routes.MapWrite(HttpMethod.Put, Routes.Incident, Change("replaceIncident", "Puts a document in place of the version that If-Match names; its status publishes it, or takes it back.") with { Bodies = [Document] }, ReplaceAsync);
        routes.MapWrite(HttpMethod.Patch, Routes.Incident, Change("patchIncident", "Changes members of the version that If-Match names, by JSON merge patch (RFC 7396).") with
        {
            Bodies = [new RequestBody(MediaTypes.MergePatch, """{"type":"object"}"""), new RequestBody(MediaTypes.Json, """{"type":"object"}""")],
        }, PatchAsync);
        routes.MapWrite(HttpMethod.Delete, Routes.Incident, Change("retractIncident", "Retracts the version that If-Match names, for an error or for harm.") with
        {
            Parameters = [Parameters.Id, Parameters.RetractFor, Parameters.RetractReason],
        }, RetractAsync);
    }

    private static Surface Change(string name, string summary) => new(name, summary, MediaTypes.Json)
    {
        Access = Writers,
        Parameters = [Parameters.Id, Parameters.Why],
        MaxBody = Limits.DocumentMax,
        Statuses = [400, 404, 410, 412, 413, 415, 422, 428, 503],
    };

    private static async Task<IResult> AddAsync(HttpContext http, IncidentStore store, WriteAnswers answers)
    {
        var (why, problems) = WhyOf(http, "recorded");
        if (problems.Count > 0)
        {
            return new ProblemResult(problems);
        }
        var (incident, problem) = await DocumentBody.ReadAsync<Incident>(http.Request, id: "");
        problem ??= Forbidden(incident!, http.SignedIn());
        if (problem is not null)
        {
            return new ProblemResult(problem);
        }
        var result = await store.SaveAsync(incident!, null, http.SignedIn().Author(), why, http.RequestAborted);
        var answer = await answers.OfAsync("", result, http.RequestAborted);
        return result is SaveResult.Saved saved ? new CreatedResult(Routes.DocumentOf(saved.Incident.Id), answer) : answer;
    }

    private static async Task<IResult> ReplaceAsync(string id, HttpContext http, IncidentStore store, WriteAnswers answers)
    {
        var (why, problems) = WhyOf(http, "edited");
        var (version, missing) = IfMatch.VersionOf(http.Request, id);
        if (problems.Count > 0 || missing is not null)
        {
            return new ProblemResult(missing is null ? problems : [missing]);
        }
        var (incident, problem) = await DocumentBody.ReadAsync<Incident>(http.Request, id);
        problem ??= Forbidden(incident!, http.SignedIn());
        if (problem is not null)
        {
            return new ProblemResult(problem);
        }
        return await answers.OfAsync(id, await store.SaveAsync(incident!, version, http.SignedIn().Author(), why, http.RequestAborted), http.RequestAborted);
    }

    private static async Task<IResult> PatchAsync(string id, HttpContext http, IncidentStore store, DeskReader desk, WriteAnswers answers)
    {
        var (why, problems) = WhyOf(http, "edited");
        var (version, missing) = IfMatch.VersionOf(http.Request, id);
        if (problems.Count > 0 || missing is not null)
        {
            return new ProblemResult(missing is null ? problems : [missing]);
        }
        var caller = http.SignedIn();
        if (await ForAsync(caller, id, desk, http.RequestAborted) is not { } current)
        {
            return await answers.OfAsync(id, caller.MayEdit() ? new SaveResult.Missing() : new SaveResult.NotAllowed(), http.RequestAborted);
        }
        if (current.Version != version)
        {
            return WriteAnswers.Stale(current.Version, WriteAnswers.Text(current));
        }
        var (incident, problem) = await DocumentBody.PatchAsync(http.Request, current, id);
        problem ??= Forbidden(incident!, caller);
        if (problem is not null)
        {
            return new ProblemResult(problem);
        }
        return await answers.OfAsync(id, await store.SaveAsync(incident!, version, caller.Author(), why, http.RequestAborted), http.RequestAborted);
    }

    private static async Task<IResult> RetractAsync(string id, HttpContext http, IncidentStore store, WriteAnswers answers)
    {
        var query = new QueryValues(http.Request);
        var reason = query.Text(Parameters.RetractReason);
        var what = query.Choice(Parameters.RetractFor) == "harm" ? RetractFor.Harm : RetractFor.Error;
        var (version, missing) = IfMatch.VersionOf(http.Request, id);
        if (query.Problems.Count > 0 || missing is not null)
        {
            return new ProblemResult(missing is null ? query.Problems : [missing]);
        }
        var result = await store.RetractAsync(id, version, what, reason!, http.SignedIn().Author(), http.RequestAborted);
        return await answers.OfAsync(id, result, http.RequestAborted);
    }

    /// <summary>The document as this caller may see it: editors any, contributors their own drafts; null: none.</summary>
    internal static async Task<Incident?> ForAsync(Caller caller, string id, DeskReader desk, CancellationToken cancellation)
    {
        if (!Ids.Is(Ids.Incident, id) || await desk.FindAsync(id, cancellation) is not { } found)
        {
            return null;
        }
        return caller.MayEdit() || (found.Owner == caller.Name && found.Incident.Status is IncidentStatus.Draft or IncidentStatus.Submitted) ? found.Incident : null;
    }

    /// <summary>What stands against this caller's writing a document in this state.</summary>
    internal static Problem? Forbidden(Incident incident, Caller caller) => caller.MayEdit() || incident.Status is IncidentStatus.Draft or IncidentStatus.Submitted
        ? null
        : Refusals.Forbidden("Contributors write drafts; an editor publishes them.", "Send the status draft, or submitted for review.", "status", JsonText.Word(incident.Status));

    private static (string Why, IReadOnlyList<Problem> Problems) WhyOf(HttpContext http, string ifAbsent)
    {
        var query = new QueryValues(http.Request);
        return (query.Text(Parameters.Why) ?? ifAbsent, query.Problems);
    }
}
