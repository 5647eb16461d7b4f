using BorderMap.Incidents;
using BorderMap.Incidents.Model;
using BorderMap.PostGis;
using BorderMap.PostGis.Review;
using BorderMap.Web.Http;

namespace BorderMap.Web;

public enum ReviewOutcomeKind { Done, Stale, Missing, Refused, Busy }

/// <summary>What became of one decision.</summary>
/// <param name="Kind">Whether it was carried out.</param>
/// <param name="Version">The version that there is now, where it is known.</param>
/// <param name="Problem">Why it was not.</param>
public sealed record ReviewOutcome(ReviewOutcomeKind Kind, int? Version = null, Problem? Problem = null);

/// <summary>Carries out decisions of the review queue, each by itself: one that does not succeed changes nothing and stops no other.</summary>
public sealed class ReviewDecisions(IncidentStore incidents, ErrorReportStore reports, DuplicateStore duplicates)
{
    /// <summary>Decisions of one request.</summary>
    public const int Most = 100;

    public async Task<ReviewOutcome> TakeAsync(ReviewDecision decision, string by, CancellationToken cancellation)
    {
        if (ReasonRule.Check(decision.Reason) is { } problem)
        {
            return new(ReviewOutcomeKind.Refused, Problem: problem);
        }
        if (decision.Kind != ReviewKind.Duplicate && decision.Version is null)
        {
            return new(ReviewOutcomeKind.Refused, Problem: new(ProblemCodes.MissingParameter, "version", null, "version is missing.", "Send the version that the queue gave."));
        }
        return decision.Kind switch
        {
            ReviewKind.ErrorReport => await DecideReportAsync(decision, by, cancellation),
            ReviewKind.Duplicate => await PartAsync(decision, by, cancellation),
            _ => await DecideDraftAsync(decision, by, cancellation),
        };
    }

    private async Task<ReviewOutcome> DecideDraftAsync(ReviewDecision decision, string by, CancellationToken cancellation)
    {
        if (await incidents.FindAsync(decision.Id, cancellation) is not { } incident)
        {
            return new(ReviewOutcomeKind.Missing);
        }
        if (incident.Status is not (IncidentStatus.Draft or IncidentStatus.Submitted))
        {
            return new(ReviewOutcomeKind.Stale, incident.Version, new(ProblemCodes.Stale, "kind", JsonText.Word(incident.Status), "It waits no more: somebody has decided about it.", "Read the queue again."));
        }
        return Outcome(decision.Decision == ReviewVerdict.Accept ? await incidents.SaveAsync(incident with { Status = IncidentStatus.Published }, decision.Version, by, decision.Reason, cancellation)
            : incident.Status == IncidentStatus.Submitted ? await incidents.SaveAsync(incident with { Status = IncidentStatus.Draft }, decision.Version, by, decision.Reason, cancellation)
            : await incidents.RetractAsync(decision.Id, decision.Version, RetractFor.Error, decision.Reason, by, cancellation));
    }

    private async Task<ReviewOutcome> DecideReportAsync(ReviewDecision decision, string by, CancellationToken cancellation)
    {
        var state = decision.Decision == ReviewVerdict.Accept ? ErrorReportState.Accepted : ErrorReportState.Rejected;
        return await reports.DecideAsync(decision.Id, decision.Version!.Value, state, by, decision.Reason, cancellation) switch
        {
            ErrorReportResult.Kept kept => new(ReviewOutcomeKind.Done, kept.Report.Revision),
            ErrorReportResult.Stale stale => new(ReviewOutcomeKind.Stale, stale.Current.Revision),
            _ => new(ReviewOutcomeKind.Missing),
        };
    }

    private async Task<ReviewOutcome> PartAsync(ReviewDecision decision, string by, CancellationToken cancellation)
    {
        if (decision.Decision == ReviewVerdict.Accept)
        {
            return new(ReviewOutcomeKind.Refused, Problem: new(ProblemCodes.InvalidParameter, "decision", "accept", "Which of the two stays is to be said.", "Merge the one into the other; reject says that they are two."));
        }
        return decision.Other is { } other && other != decision.Id && await duplicates.PartAsync(decision.Id, other, by, decision.Reason, cancellation)
            ? new(ReviewOutcomeKind.Done)
            : new(ReviewOutcomeKind.Missing);
    }

    private static ReviewOutcome Outcome(SaveResult result) => result switch
    {
        SaveResult.Saved saved => new(ReviewOutcomeKind.Done, saved.Incident.Version),
        SaveResult.Stale stale => new(ReviewOutcomeKind.Stale, stale.Current.Version),
        SaveResult.Invalid invalid => new(ReviewOutcomeKind.Refused, Problem: invalid.Problems[0]),
        SaveResult.Busy => new(ReviewOutcomeKind.Busy, Problem: new(ProblemCodes.Busy, "", null, "Another write is under way.", "Try again in a moment.")),
        _ => new(ReviewOutcomeKind.Missing),
    };
}
