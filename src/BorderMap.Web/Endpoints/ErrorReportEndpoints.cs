using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using BorderMap.Incidents;
using BorderMap.Incidents.Reviewing;
using BorderMap.PostGis;
using BorderMap.PostGis.People;
using BorderMap.PostGis.Review;
using BorderMap.Web.Http;
using BorderMap.Web.Pages;
using BorderMap.Web.Security;

namespace BorderMap.Web.Endpoints;

/// <summary>Readers' error reports: anyone may send one, editors read and decide them. Nothing of them is public.</summary>
public static class ErrorReportEndpoints
{
    private static readonly Access Anyone = new() { IsForAnyone = true };

    public static void MapErrorReports(this IEndpointRouteBuilder routes)
    {
        routes.MapWrite(HttpMethod.Post, Routes.ErrorReports, new Surface("addErrorReport", "Tells the editors what is wrong with a public incident.", MediaTypes.Json)
        {
            Access = Anyone,
            Bodies = [new RequestBody(MediaTypes.Json, """{"type":"object","required":["incident","words"],"properties":{"incident":{"type":"string"},"version":{"type":"integer"},"words":{"type":"string","maxLength":2000},"source_url":{"type":"string","format":"uri"},"contact":{"type":"string","maxLength":200}}}""")],
            Success = 201,
            Statuses = [403, 404, 410, 429, 503],
        }, AddAsync);
        routes.MapWrite(HttpMethod.Post, Routes.ErrorReportForm, new Surface("sendErrorReport", "The form of an incident's page: tells the editors what is wrong.", MediaTypes.Html)
        {
            Access = Anyone,
            Parameters = [Parameters.Id],
            Bodies = [new RequestBody("application/x-www-form-urlencoded", """{"type":"object","required":["words"],"properties":{"words":{"type":"string"},"version":{"type":"integer"},"source_url":{"type":"string"},"contact":{"type":"string"}}}""")],
            Success = 303,
            Statuses = [403, 404, 410, 429, 503],
        }, SendAsync);
        routes.MapRead(Routes.ErrorReportReceived, new Surface("errorReportReceivedPage", "Says that a report has come.", MediaTypes.Html), Received);
        routes.MapRead(Routes.ErrorReports, new Surface("listErrorReports", "Readers' reports, latest first.", MediaTypes.Json)
        {
            Access = Access.For(Role.Editor),
            Parameters = [Parameters.ReportState, Parameters.ReportIncident, Parameters.Limit, Parameters.After],
        }, ListAsync);
        routes.MapWrite(HttpMethod.Patch, Routes.ErrorReport, new Surface("decideErrorReport", "Accepts or rejects a report, with the reason; If-Match names the revision that was seen.", MediaTypes.Json)
        {
            Access = Access.For(Role.Editor),
            Parameters = [Parameters.Id],
            Bodies = [new RequestBody(MediaTypes.Json, """{"type":"object","required":["state","reason"],"properties":{"state":{"enum":["open","accepted","rejected"]},"reason":{"type":"string"}}}""")],
            Statuses = [404, 412, 428],
        }, DecideAsync);
    }

    private static async Task<IResult> AddAsync(HttpContext http, ErrorReportStore reports, PublicReader reader, ErrorReportLimit limit)
    {
        var (body, problem) = await JsonBody.ReadAsync<Sent>(http.Request);
        problem ??= await KeepAsync(http, body!.Report, body.Website, reports, reader, limit);
        if (problem is not null)
        {
            return new ProblemResult(problem);
        }
        http.Response.StatusCode = StatusCodes.Status201Created;
        return JsonText.Object(json => json.WriteString("status", "received"));
    }

    private static async Task<IResult> SendAsync(string id, HttpContext http, ErrorReportStore reports, PublicReader reader, ErrorReportLimit limit)
    {
        if (!http.Request.HasFormContentType)
        {
            return new FailureResult(new Problem(ProblemCodes.UnsupportedMediaType, "Content-Type", http.Request.ContentType, "The body is no form.", $"Send a form, or JSON to {Routes.ErrorReports}."));
        }
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var report = new ErrorReport
        {
            Incident = id,
            Version = int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null,
            Words = form["words"].ToString().Replace("\r\n", "\n", StringComparison.Ordinal),
            SourceUrl = Given(form["source_url"]),
            Contact = Given(form["contact"]),
        };
        return await KeepAsync(http, report, form[ErrorReportPages.Trap], reports, reader, limit) is { } problem
            ? new FailureResult(problem)
            : new SeeOtherResult(Routes.ErrorReportReceived);
    }

    /// <returns>Why it is not kept; null when it is, or when a program has filled what people do not see: that learns nothing.</returns>
    private static async Task<Problem?> KeepAsync(HttpContext http, ErrorReport report, string? trap, ErrorReportStore reports, PublicReader reader, ErrorReportLimit limit)
    {
        if (!Antiforgery.IsOwnPage(http.Request))
        {
            return Refusals.Forbidden("Reports are taken from BorderMap's own pages and from programs, not from the pages of others.", "Open the incident's page and report it there.", "Sec-Fetch-Site");
        }
        if (report.Check() is [var first, ..])
        {
            return first;
        }
        if (!limit.Takes(ClientAddress.Of(http)))
        {
            return new(ProblemCodes.TooMany, "client", null, "Too many reports have come from this address, or from everybody together.", "Try again in an hour.");
        }
        if (await reader.FindAsync(report.Incident, null, http.RequestAborted) is not PublicIncident.Found and var found)
        {
            return IncidentEndpoints.ProblemOf(report.Incident, found);
        }
        if (!string.IsNullOrEmpty(trap))
        {
            return null;
        }
        return await reports.AddAsync(report, http.RequestAborted) is ErrorReportResult.Full
            ? new(ProblemCodes.Unavailable, "incident", report.Incident, "So many reports about this wait already that no more are taken for now.", "Try again in some days.")
            : null;
    }

    private static PageResult Received(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-cache";
        return new PageResult(ErrorReportPages.Received());
    }

    private static async Task<IResult> ListAsync(HttpContext http, ErrorReportStore reports)
    {
        var query = new QueryValues(http.Request);
        var limit = query.Integer(Parameters.Limit);
        var state = query.OneOf<ErrorReportState>(Parameters.ReportState);
        var incident = query.Text(Parameters.ReportIncident);
        var after = query.Text(Parameters.After);
        if (query.Problems.Count > 0)
        {
            return new ProblemResult(query.Problems);
        }
        var last = after is null ? null : await reports.FindAsync(after, http.RequestAborted);
        if (after is not null && last is null)
        {
            return new ProblemResult(NoReport(after));
        }
        var list = await reports.ListAsync(state, incident, last, limit, http.RequestAborted);
        return JsonText.Object(json =>
        {
            json.WriteStartArray("reports");
            foreach (var report in list)
            {
                json.WriteStartObject();
                Write(json, report);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteString("next", list.Count < limit ? null : Links.With(http, Parameters.After, list[^1].Id));
        });
    }

    private static async Task<IResult> DecideAsync(string id, HttpContext http, ErrorReportStore reports)
    {
        var (revision, problem) = IfMatch.VersionOf(http.Request, id);
        if (problem is not null)
        {
            return new ProblemResult(problem);
        }
        (var body, problem) = await JsonBody.ReadAsync<Decision>(http.Request);
        problem ??= ReasonRule.Check(body!.Reason);
        if (problem is not null)
        {
            return new ProblemResult(problem);
        }
        return await reports.DecideAsync(id, revision, body!.State, http.SignedIn().Name, body.Reason, http.RequestAborted) switch
        {
            ErrorReportResult.Kept kept => new DocumentResult(id, kept.Report.Revision, Text(kept.Report)),
            ErrorReportResult.Stale stale => WriteAnswers.Stale(stale.Current.Revision, Text(stale.Current)),
            _ => new ProblemResult(NoReport(id)),
        };
    }

    private static Problem NoReport(string id) => new(ProblemCodes.NotFound, "id", id, "There is no report with this id.", $"{Routes.ErrorReports} lists them.");

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string Text(KeptErrorReport report)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, JsonText.Writing))
        {
            json.WriteStartObject();
            Write(json, report);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }

    private static void Write(Utf8JsonWriter json, KeptErrorReport report)
    {
        json.WriteString("id", report.Id);
        json.WriteString("incident", report.Report.Incident);
        json.WriteNumberOrNull("version", report.Report.Version);
        json.WriteString("title", report.Title);
        json.WriteString("words", report.Report.Words);
        json.WriteString("source_url", report.Report.SourceUrl);
        json.WriteString("contact", report.Report.Contact);
        json.WriteString("at", report.At.UtcDateTime);
        json.WriteString("state", JsonText.Word(report.State));
        json.WriteNumber("revision", report.Revision);
        json.WriteString("by", report.By);
        json.WriteString("reason", report.Reason);
        json.WriteInstant("decided", report.Decided);
    }

    private sealed record Sent([property: JsonRequired] string Incident, [property: JsonRequired] string Words, int? Version, string? SourceUrl, string? Contact, string? Website)
    {
        public ErrorReport Report => new() { Incident = Incident, Words = Words, Version = Version, SourceUrl = SourceUrl, Contact = Contact };
    }

    private sealed record Decision([property: JsonRequired] ErrorReportState State, [property: JsonRequired] string Reason);
}
