using System.Text.Json;
using System.Text.Json.Nodes;
using BorderMap.Incidents;
using BorderMap.Incidents.Joining;
using BorderMap.Incidents.Model;
using BorderMap.PostGis;
using BorderMap.PostGis.Desk;
using BorderMap.PostGis.Reports;
using BorderMap.Web.Endpoints;
using BorderMap.Web.Http;
using BorderMap.Web.Security;

namespace BorderMap.Web;

/// <summary>What a person decides about a draft of a report. Nothing is published but what they say so of, and an incident is made of a draft once.</summary>
public sealed class ReportDecisions(ReportStore reports, IncidentStore store, TimeProvider time)
{
    /// <summary>Makes an incident of the draft, as it is or as the person changed it.</summary>
    public async Task<ReportOutcome> AcceptAsync(StoredReport report, StoredDraft draft, ReportOrigin? origin, JsonObject? changed, Caller caller, CancellationToken cancellation)
    {
        var read = DocumentOf(draft);
        var (document, problem) = changed is null ? (read, null) : DocumentBody.Parse<Incident>(changed, id: "");
        problem ??= IncidentWriteEndpoints.Forbidden(document!, caller);
        if (problem is not null)
            return new ReportOutcome.Refused(problem);
        var isChanged = WriteAnswers.Text(document! with { Status = read.Status }) != WriteAnswers.Text(read);
        return await WithSourceAsync(report, origin, caller, async source =>
        {
            if (!await reports.DecideAsync(report.Id, draft.N, isChanged ? ReportDecision.Corrected : ReportDecision.Accepted, caller.Name, "read from a report", time.GetUtcNow(), cancellation))
                return Decided(draft);
            var sourced = FurtherSource.WithSource(document!, source);
            return await FinishAsync(report, draft, isChanged ? WriteAnswers.Text(document!) : null, () => store.SaveAsync(sourced, null, caller.Author(), $"read from a report: draft {draft.N} of {report.Id}", cancellation), cancellation);
        }, cancellation);
    }

    /// <summary>Takes the draft into an incident that there is, as a further source.</summary>
    public async Task<ReportOutcome> JoinAsync(StoredReport report, StoredDraft draft, ReportOrigin? origin, string incident, int version, Caller caller, CancellationToken cancellation)
    {
        if (!Ids.Is(Ids.Incident, incident) || await store.FindAsync(incident, cancellation) is not { } standing)
            return new ReportOutcome.Refused(new Problem(ProblemCodes.NotFound, "incident", incident, "There is no such incident.", "Give the id of an incident, as same has it."));
        if (standing.Version != version)
            return new ReportOutcome.Written(incident, new SaveResult.Stale(standing));
        return await WithSourceAsync(report, origin, caller, async source =>
        {
            var joined = FurtherSource.Join(standing, FurtherSource.WithSource(DocumentOf(draft), source), () => Ids.New(Ids.Claim));
            if (!await reports.DecideAsync(report.Id, draft.N, ReportDecision.Joined, caller.Name, "the same happening", time.GetUtcNow(), cancellation))
                return Decided(draft);
            return await FinishAsync(report, draft, null, () => store.SaveAsync(joined.Incident, version, caller.Author(), $"further source: draft {draft.N} of {report.Id}", cancellation), cancellation);
        }, cancellation);
    }

    public async Task<ReportOutcome> RejectAsync(StoredReport report, StoredDraft draft, string? reason, Caller caller, CancellationToken cancellation)
    {
        if (ReasonRule.Check(reason) is { } problem)
            return new ReportOutcome.Refused(problem);
        return await reports.DecideAsync(report.Id, draft.N, ReportDecision.Rejected, caller.Name, reason!, time.GetUtcNow(), cancellation) ? new ReportOutcome.Done() : Decided(draft);
    }

    /// <summary>Takes a rejection back.</summary>
    public async Task<ReportOutcome> ReopenAsync(StoredReport report, StoredDraft draft, CancellationToken cancellation) =>
        await reports.ReopenAsync(report.Id, draft.N, cancellation)
            ? new ReportOutcome.Done()
            : new ReportOutcome.Refused(new Problem(ProblemCodes.Decided, "draft", draft.N.ToString(), "It is open already, or became an incident.", "What became an incident is changed or retracted there."));

    /// <summary>The document as it was read.</summary>
    public static Incident DocumentOf(StoredDraft draft) =>
        JsonSerializer.Deserialize<Incident>(JsonDocument.Parse(draft.Draft).RootElement.GetProperty("document"), IncidentJson.Options)!;

    // The decision is taken first and given back when the write fails: two who decide at once do not make two incidents.
    private async Task<ReportOutcome> FinishAsync(StoredReport report, StoredDraft draft, string? corrected, Func<Task<SaveResult>> write, CancellationToken cancellation)
    {
        SaveResult? result = null;
        try
        {
            result = await write();
            if (result is SaveResult.Saved saved)
                await reports.FinishAsync(report.Id, draft.N, saved.Incident.Id, corrected, cancellation);
            return new ReportOutcome.Written(result is SaveResult.Saved { Incident.Id: var id } ? id : "", result);
        }
        finally
        {
            if (result is not SaveResult.Saved)
                await reports.ReopenAsync(report.Id, draft.N, CancellationToken.None);
        }
    }

    private async Task<ReportOutcome> WithSourceAsync(StoredReport report, ReportOrigin? origin, Caller caller, Func<string, Task<ReportOutcome>> act, CancellationToken cancellation)
    {
        if (report.Source is { } known)
            return await act(known);
        var told = origin ?? report.Origin;
        if (string.IsNullOrWhiteSpace(told.Publisher))
            return new ReportOutcome.Refused(new Problem("missing", "origin.publisher", told.Publisher, "Nobody said who published the report.", "Give origin with a publisher."));
        if (origin is not null)
            await reports.TellOriginAsync(report.Id, origin, cancellation);
        var source = told.Url is { Length: > 0 } url ? await reports.SourceOfAsync(url, cancellation) : null;
        if (source is null)
        {
            var made = new Source
            {
                Id = Ids.New(Ids.Source),
                Publisher = told.Publisher,
                Origin = told.Origin,
                Title = told.Title,
                Url = told.Url,
                Published = report.Published,
                Sha256 = report.Sha256,
                Retrieved = DateOnly.FromDateTime(report.At.UtcDateTime),
            };
            switch (await store.SaveAsync(new RelatedDocument.OfSource(made), null, caller.Name, $"read from a report: {report.Id}", cancellation))
            {
                case RelatedResult.Saved: source = made.Id; break;
                case RelatedResult.Invalid invalid: return new ReportOutcome.Refused([.. invalid.Problems.Select(problem => problem with { Field = "origin." + problem.Field })]);
                default: return new ReportOutcome.Refused(WriteAnswers.Busy);
            }
        }
        return await act(await reports.SetSourceAsync(report.Id, source, cancellation));
    }

    private static ReportOutcome.Refused Decided(StoredDraft draft) =>
        new(new Problem(ProblemCodes.Decided, "draft", draft.N.ToString(), "Somebody has decided about this draft.", "Read the report again."));
}

/// <summary>What became of a decision.</summary>
public abstract record ReportOutcome
{
    private ReportOutcome() { }

    /// <summary>Kept; no incident was touched.</summary>
    public sealed record Done : ReportOutcome;

    /// <summary>An incident was to be written; the result says whether it was.</summary>
    public sealed record Written(string Id, SaveResult Result) : ReportOutcome;

    /// <summary>Nothing was done.</summary>
    public sealed record Refused(IReadOnlyList<Problem> Problems) : ReportOutcome
    {
        public Refused(Problem problem) : this([problem]) { }
    }
}
