using System.Text.Json;
using BorderMap.Incidents;
using BorderMap.Incidents.Model;
using BorderMap.PostGis;
using BorderMap.Web.Http;
using BorderMap.Web.Security;

namespace BorderMap.Web.Endpoints;

/// <summary>What a write is answered with, and what is due is looked up again after it.</summary>
public sealed class WriteAnswers(PublicReader reader, DuePublisher due)
{
    public static string Text(Incident incident) => JsonSerializer.Serialize(incident, IncidentJson.Options);

    public static IResult Document(Incident incident) => new DocumentResult(incident.Id, incident.Version, Text(incident));

    /// <param name="id">The incident that was to be written.</param>
    /// <param name="result">What became of it.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<IResult> OfAsync(string id, SaveResult result, CancellationToken cancellation)
    {
        switch (result)
        {
            case SaveResult.Saved saved:
                due.LookSoon();
                return Document(saved.Incident);
            case SaveResult.Stale stale:
                return Stale(stale.Current.Version, Text(stale.Current));
            case SaveResult.Invalid invalid:
                return new ProblemResult(invalid.Problems, StatusCodes.Status422UnprocessableEntity);
            case SaveResult.Busy:
                return new ProblemResult(Busy);
            default:
                return await NotHereAsync(id, result, cancellation);
        }
    }

    public static ProblemResult Stale(int version, string current) =>
        new(new Problem(ProblemCodes.Stale, "If-Match", null, "Somebody else has saved it meanwhile.", "Take what they changed into yours, and send it with the current version's tag.")) { Current = (version, current) };

    public static Problem Busy { get; } = new(ProblemCodes.Busy, "", null, "Another writer holds the database.", "Send it again after the seconds that Retry-After gives; nothing was written.");

    // What somebody may not know of reads as what is not there.
    private async Task<IResult> NotHereAsync(string id, SaveResult result, CancellationToken cancellation)
    {
        var shown = await reader.FindAsync(id, null, cancellation);
        return new ProblemResult(result is SaveResult.NotAllowed && shown is PublicIncident.Found
            ? Refusals.Forbidden("A published incident is changed by editors.", "Ask an editor.", "id", id)
            : IncidentEndpoints.ProblemOf(id, shown));
    }
}
