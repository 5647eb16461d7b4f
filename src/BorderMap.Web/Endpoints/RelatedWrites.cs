using BorderMap.Incidents;
using BorderMap.PostGis;
using BorderMap.PostGis.Desk;
using BorderMap.Web.Http;
using BorderMap.Web.Security;

namespace BorderMap.Web.Endpoints;

/// <summary>Reads a body as an episode, a source or an actor.</summary>
/// <param name="request">The request.</param>
/// <param name="id">Its id; null: the body gives it.</param>
public delegate Task<(RelatedDocument? Document, Problem? Problem)> ReadRelated(HttpRequest request, string? id);

/// <summary>Writes episodes, sources and actors, and answers.</summary>
public sealed class RelatedWrites(IncidentStore store, DuePublisher due)
{
    public static IResult Document(RelatedDocument document) => new DocumentResult(document.Id, document.Version, document.Json);

    public async Task<IResult> AddAsync(HttpContext http, ReadRelated read, string? id)
    {
        var answer = await WriteAsync(http, read, id, null, "recorded");
        return answer is (DocumentResult, { } saved) ? new CreatedResult(http.Request.Path + "/" + Uri.EscapeDataString(saved.Id), answer.Result) : answer.Result;
    }

    public async Task<IResult> ReplaceAsync(string id, HttpContext http, ReadRelated read)
    {
        var (version, missing) = IfMatch.VersionOf(http.Request, id);
        return missing is null ? (await WriteAsync(http, read, id, version, "edited")).Result : new ProblemResult(missing);
    }

    private async Task<(IResult Result, RelatedDocument? Saved)> WriteAsync(HttpContext http, ReadRelated read, string? id, int? version, string ifNoWhy)
    {
        var query = new QueryValues(http.Request);
        var why = query.Text(Parameters.Why) ?? ifNoWhy;
        if (query.Problems.Count > 0)
        {
            return (new ProblemResult(query.Problems), null);
        }
        var (document, problem) = await read(http.Request, id);
        if (problem is not null)
        {
            return (new ProblemResult(problem), null);
        }
        var result = await store.SaveAsync(document!, version, http.SignedIn().Name, why, http.RequestAborted);
        due.LookSoon();
        return (Answer(result, document!), result is RelatedResult.Saved saved ? saved.Document : null);
    }

    private static IResult Answer(RelatedResult result, RelatedDocument sent) => result switch
    {
        RelatedResult.Saved saved => Document(saved.Document),
        RelatedResult.Stale stale => WriteAnswers.Stale(stale.Current.Version, stale.Current.Json),
        RelatedResult.Taken => new ProblemResult(new Problem(ProblemCodes.Taken, "id", sent.Id, "There is one with this id.", "Choose another id, or change that one.")),
        RelatedResult.Busy => new ProblemResult(WriteAnswers.Busy),
        RelatedResult.Invalid invalid => new ProblemResult(invalid.Problems, StatusCodes.Status422UnprocessableEntity),
        _ => new ProblemResult(new Problem(ProblemCodes.NotFound, "id", sent.Id, "There is none with this id.", "POST a new one.")),
    };
}
