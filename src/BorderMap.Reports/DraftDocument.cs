using BorderMap.Incidents.Model;

namespace BorderMap.Reports;

/// <summary>From a draft to the incident document that an editor opens.</summary>
public static class DraftDocument
{
    /// <summary>
    /// The document of a draft: state draft, ids of incident and claims left to the server, every claim and place with its span. A place known
    /// only by its district carries the district's id and the words; an incident whose text names no place has none.
    /// </summary>
    /// <param name="draft">The draft, as extracted or corrected.</param>
    /// <param name="extraction">The extraction that it is part of.</param>
    /// <param name="source">Id of the source that the report is; null: not recorded yet.</param>
    /// <param name="actors">Ids of the actors that the store knows; others are left out of the fields that name an id. Null: all count.</param>
    public static Incident ToIncident(Draft draft, Extraction extraction, string? source = null, IReadOnlySet<string>? actors = null)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(extraction);
        return new Incident
        {
            Status = IncidentStatus.Draft,
            Title = draft.Title,
            Kind = draft.Kind,
            CrossBorder = true,
            Date = draft.Date.Date,
            // A truce signed in a city far away is kept without it: the store holds places of the region alone.
            Places = [.. draft.Places.Where(place => place.Status is not ToponymStatus.Far).Select(place => PlaceOf(place, extraction, source))],
            Actors = [.. draft.Actors.Where(actor => IsKnown(actor.Actor)).DistinctBy(actor => (actor.Actor, actor.Role)).Select(actor => new IncidentActor { Actor = actor.Actor, Role = actor.Role, Words = actor.Words })],
            Claims = [.. draft.Claims.Select(claim => Known(claim.Claim) with { Source = source }), .. draft.Denials.Select(denial => Denied(denial, extraction, source))],
            Sources = source is null ? [] : [new SourceUse(source, SpanOf(draft.Evidence[0], extraction))],
        };

        bool IsKnown(string? actor) => actor is not null && actors?.Contains(actor) != false;

        Claim Known(Claim claim) => IsKnown(claim.Claimant) ? claim : claim with { Claimant = null };

        Claim Denied(DraftDenial denial, Extraction of, string? by) => new()
        {
            About = ClaimAbout.Occurrence,
            Stance = Stance.Denies,
            Claimant = IsKnown(denial.Actor) ? denial.Actor : null,
            Speaker = denial.By is { Length: <= 200 } words ? words : null,
            Words = denial.Span.Of(of.Text),
            Source = by,
            Span = SpanOf(denial.Span, of),
        };
    }

    private static IncidentPlace PlaceOf(DraftPlace place, Extraction extraction, string? source)
    {
        var isPosition = extraction.Toponyms[place.Toponym].IsPosition;
        return new IncidentPlace
        {
            Place = place.Place.Id,
            Words = place.Words,
            Role = place.Role,
            Lon = isPosition ? place.Place.Lon : null,
            Lat = isPosition ? place.Place.Lat : null,
            Precision = place.Place.Precision,
            RadiusM = Math.Max(1, (int)Math.Ceiling(place.Place.RadiusM)),
            Source = source,
            Span = SpanOf(place.Span, extraction),
        };
    }

    private static Span SpanOf(TextSpan span, Extraction extraction) => new(span.Of(extraction.Text), span.Start, span.End);
}
