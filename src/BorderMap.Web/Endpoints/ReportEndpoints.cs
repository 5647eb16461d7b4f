using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using BorderMap.Incidents;
using BorderMap.PostGis;
using BorderMap.PostGis.Desk;
using BorderMap.PostGis.People;
using BorderMap.PostGis.Reports;
using BorderMap.Reports;
using BorderMap.Web.Http;
using BorderMap.Web.Reading;
using BorderMap.Web.Security;

namespace BorderMap.Web.Endpoints;

/// <summary>News text in, drafts out; what people decide about the drafts; and what they made of them, for tuning.</summary>
public static class ReportEndpoints
{
    private const string Origin = """{"type":"object","properties":{"publisher":{"type":["string","null"]},"origin":{"type":["string","null"]},"title":{"type":["string","null"]},"url":{"type":["string","null"]}}}""";

    private const string Given = """{"type":"object","required":["text"],"properties":{"text":{"type":"string","description":"Plain text or HTML."},"published":{"type":["string","null"],"format":"date"},"publisher":{"type":["string","null"]},"origin":{"type":["string","null"]},"title":{"type":["string","null"]},"url":{"type":["string","null"]}}}""";

    private const string Decision = """{"type":"object","required":["draft","decision"],"properties":{"draft":{"type":"integer","minimum":1},"decision":{"enum":["accept","join","reject","reopen"]},"document":{"type":["object","null"],"description":"The incident as a person made it of the draft; null: as it was read."},"incident":{"type":["string","null"]},"version":{"type":["integer","null"]},"reason":{"type":["string","null"]},"origin":{{{origin}}}}}""";

    private static readonly Access Writers = Access.For(Role.Contributor);

    public static void MapReports(this IEndpointRouteBuilder routes)
    {
        routes.MapWrite(HttpMethod.Post, Routes.Reports, new Surface("readReport", "Reads a news text into drafts: each with its evidence, and what it may be the same happening as. Nothing of it becomes an incident by itself.", MediaTypes.Json)
        {
            Access = Writers,
            Bodies = [new RequestBody(MediaTypes.Json, Given)],
            MaxBody = Limits.BodyMax,
            Success = 201,
            Statuses = [400, 413, 415, 422],
        }, ReadAsync);
        routes.MapRead(Routes.Reports, new Surface("listReports", "Reports that were read, latest first, with the number of their drafts; contributors see their own.", MediaTypes.Json)
        {
            Access = Writers,
            Parameters = [Parameters.DeskLimit, Parameters.Cursor],
        }, ListAsync);
        routes.MapRead(Routes.ReportCorrections, new Surface("exportCorrections", "Every draft that somebody decided about, a JSON object a line: as it was read, what was decided, and as it stands now.", MediaTypes.JsonLines)
        {
            Access = Access.For(Role.Editor),
        }, Corrections);
        routes.MapRead(Routes.Report, new Surface("getReport", "A report with its drafts, their evidence, and what was decided about them.", MediaTypes.Json)
        {
            Access = Writers,
            Parameters = [Parameters.Id],
            Statuses = [404],
        }, ShowAsync);
        routes.MapWrite(HttpMethod.Post, Routes.ReportDecisions, new Surface("decideReport", "Takes a draft as an incident, or into one that there is; rejects it; or takes a rejection back.", MediaTypes.Json)
        {
            Access = Writers,
            Parameters = [Parameters.Id],
            Bodies = [new RequestBody(MediaTypes.Json, Decision.Replace("{{{origin}}}", Origin, StringComparison.Ordinal))],
            MaxBody = Limits.DocumentMax,
            Statuses = [400, 404, 409, 412, 413, 415, 422, 503],
        }, DecideAsync);
    }

    private static async Task<IResult> ReadAsync(HttpContext http, ReportStore reports, ReportJson written, Extractor extractor, LibraryReader library, Settings settings, TimeProvider time)
    {
        var (given, problem) = await JsonBody.ReadAsync<GivenReport>(http.Request);
        problem ??= given!.Check();
        if (problem is not null)
        {
            return new ProblemResult(problem);
        }
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(given!.Text)));
        var known = await reports.SameTextAsync(sha256, http.RequestAborted);
        var actors = await library.ListAsync("actor", null, null, "", int.MaxValue, http.RequestAborted);
        var extraction = extractor.Extract(new Report(given.Text) { Published = given.Published, Publisher = given.Publisher, Title = given.Title, Url = given.Url });
        var report = ReadReport.Of(given, extraction, actors.Select(row => row.Document.Id).ToHashSet()) with
        {
            Id = Ids.New(Ids.Report),
            At = time.GetUtcNow(),
            By = http.SignedIn().Name,
            Sha256 = sha256,
            Text = settings.KeepTexts ? given.Text : null,
        };
        await reports.AddAsync(report, http.RequestAborted);
        return new CreatedResult(Routes.ReportOf(report.Id), await written.AnswerAsync(report, http.SignedIn(), known, http.RequestAborted));
    }

    private static async Task<IResult> ListAsync(HttpContext http, ReportStore reports)
    {
        var query = new QueryValues(http.Request);
        var (limit, cursor) = (query.Integer(Parameters.DeskLimit), query.Text(Parameters.Cursor));
        var after = cursor is null ? null : await reports.FindAsync(cursor, http.RequestAborted);
        if (query.Problems.Count > 0 || (cursor is not null && after is null))
        {
            return new ProblemResult(query.Problems.Count > 0 ? query.Problems : [new Problem(ProblemCodes.InvalidParameter, Parameters.Cursor.Name, cursor, "This is no cursor of ours.", "Take the next link as it was given.")]);
        }
        var caller = http.SignedIn();
        var found = await reports.ListAsync(caller.MayEdit() ? null : caller.Name, after, limit + 1, http.RequestAborted);
        return JsonText.Object(json =>
        {
            json.WriteStartArray("reports");
            foreach (var report in found.Take(limit))
            {
                json.WriteStartObject();
                ReportJson.WriteHead(json, report);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteString("next", found.Count > limit ? Links.With(http, Parameters.Cursor, found[limit - 1].Id) : null);
        });
    }

    private static async Task<IResult> ShowAsync(string id, HttpContext http, ReportStore reports, ReportJson written) =>
        await ForAsync(id, http, reports) is { } report ? await written.AnswerAsync(report, http.SignedIn(), null, http.RequestAborted) : new ProblemResult(NoReport(id));

    private static async Task<IResult> DecideAsync(string id, HttpContext http, ReportStore reports, ReportDecisions decisions, ReportJson written, WriteAnswers answers)
    {
        var (decision, problem) = await JsonBody.ReadAsync<GivenDecision>(http.Request);
        var report = problem is null ? await ForAsync(id, http, reports) : null;
        if (problem is null && report is null)
        {
            problem = NoReport(id);
        }
        if (problem is null && report!.Drafts.All(draft => draft.N != decision!.Draft))
        {
            problem = new(ProblemCodes.NotFound, "draft", decision!.Draft.ToString(), "The report has no such draft.", $"Drafts count from 1 to {report.Drafts.Count}.");
        }
        if (problem is not null)
        {
            return new ProblemResult(problem);
        }
        var outcome = await TakeAsync(decision!, report!, http.SignedIn(), decisions, http.RequestAborted);
        return outcome switch
        {
            ReportOutcome.Refused { Problems: var refused } => new ProblemResult(refused, refused[0].Field.StartsWith("origin.", StringComparison.Ordinal) ? StatusCodes.Status422UnprocessableEntity : null),
            ReportOutcome.Written(var written1, not SaveResult.Saved and var result) => await answers.OfAsync(written1, result, http.RequestAborted),
            _ => await AfterAsync(id, outcome, http, reports, written, answers),
        };
    }

    // The whole report again: what was decided shows in it, and what the other drafts may now be the same as.
    private static async Task<IResult> AfterAsync(string id, ReportOutcome outcome, HttpContext http, ReportStore reports, ReportJson written, WriteAnswers answers)
    {
        if (outcome is ReportOutcome.Written { Result: var result, Id: var incident })
        {
            await answers.OfAsync(incident, result, http.RequestAborted);
        }
        return await ShowAsync(id, http, reports, written);
    }

    private static async Task<ReportOutcome> TakeAsync(GivenDecision given, StoredReport report, Caller caller, ReportDecisions decisions, CancellationToken cancellation)
    {
        var draft = report.Drafts.First(one => one.N == given.Draft);
        switch (given.Decision)
        {
            case "accept":
                return await decisions.AcceptAsync(report, draft, given.Origin, given.Document, caller, cancellation);
            case "join" when !caller.MayEdit():
                return new ReportOutcome.Refused(Refusals.Forbidden("An incident that there is is changed by editors.", "Take it as a draft of its own; an editor merges the two.", "decision", "join"));
            case "join" when given.Incident is null || given.Version is null:
                return new ReportOutcome.Refused(new Problem(ProblemCodes.BadRequest, "incident", given.Incident, "incident and version are needed to join.", "Give both, as same has them."));
            case "join":
                return await decisions.JoinAsync(report, draft, given.Origin, given.Incident, given.Version.Value, caller, cancellation);
            case "reject":
                return await decisions.RejectAsync(report, draft, given.Reason, caller, cancellation);
            case "reopen":
                return await decisions.ReopenAsync(report, draft, cancellation);
            default:
                return new ReportOutcome.Refused(new Problem(ProblemCodes.BadRequest, "decision", given.Decision, "This is no decision.", "Use accept, join, reject or reopen."));
        }
    }

    private static IResult Corrections(HttpContext http, ReportStore reports, IncidentStore store)
    {
        http.Response.Headers.ContentDisposition = "attachment; filename=\"bordermap-corrections.jsonl\"";
        return Results.Stream(async output =>
        {
            await foreach (var (report, draft) in reports.DecidedAsync(http.RequestAborted))
            {
                var stands = draft.Incident is null ? null : await store.FindAsync(draft.Incident, http.RequestAborted);
                await output.WriteAsync(ReportJson.Correction(report, draft, stands), http.RequestAborted);
            }
        }, MediaTypes.JsonLines);
    }

    // Somebody else's report is none to a contributor.
    private static async Task<StoredReport?> ForAsync(string id, HttpContext http, ReportStore reports)
    {
        var caller = http.SignedIn();
        var found = Ids.Is(Ids.Report, id) ? await reports.FindAsync(id, http.RequestAborted) : null;
        return found is not null && (caller.MayEdit() || found.By == caller.Name) ? found : null;
    }

    private static Problem NoReport(string id) => new(ProblemCodes.NotFound, "id", id, "There is no such report.", $"{Routes.Reports} lists those that were read.");

    private sealed record GivenDecision
    {
        [JsonRequired] public int Draft { get; init; }
        [JsonRequired] public string Decision { get; init; } = "";
        public JsonObject? Document { get; init; }
        public string? Incident { get; init; }
        public int? Version { get; init; }
        public string? Reason { get; init; }
        public ReportOrigin? Origin { get; init; }
    }
}
