using BorderMap.Gazetteer;
using BorderMap.Incidents.Model;

namespace BorderMap.Incidents;

/// <summary>Makes the document that is shown where an incident's exact place may not be known. Everything public is then made from it alone.</summary>
public static class Generalisation
{
    /// <summary>The incident with its places as districts or provinces (<see cref="Sensitivity.ShowAs"/>), the title by rule, and every text that could say more
    /// withheld: quotes, sources, words of claims, dates, places and actors, reasons of estimates, speakers, objects, the episode. <see cref="Sensitivity.Cleared"/> names what is kept:
    /// <c>title</c>, <c>episode</c>, <c>source:ID</c>, <c>claim:ID</c>.</summary>
    public static Incident Apply(Incident incident, Atlas atlas)
    {
        var cleared = incident.Sensitivity.Cleared;
        var places = GeneralPlaces(incident, atlas);
        return incident with
        {
            Title = cleared.Contains("title") ? incident.Title : TitleByRule(incident, places, atlas),
            Date = incident.Date with { Time = null, Words = null },
            Places = places,
            Actors = [.. incident.Actors.Select(a => a with { Words = null })],
            Episode = cleared.Contains("episode") ? incident.Episode : null,
            Claims = [.. incident.Claims.Select(c => GeneralClaim(c, cleared))],
            Sources = [.. incident.Sources.Where(s => IsClearedSource(s.Source, cleared))],
            Estimates = [.. incident.Estimates.Select(e => e with { Reason = null })],
            Sensitivity = new(),
            Notes = null,
            SourceKeys = [],
            Merged = [],
            Derived = null,
        };
    }

    private static List<IncidentPlace> GeneralPlaces(Incident incident, Atlas atlas)
    {
        var places = new List<IncidentPlace>();
        foreach (var said in incident.Places)
            if (Widen(said, incident.Sensitivity.ShowAs, atlas) is { } place && !places.Exists(p => p.Place == place.Id))
                places.Add(new() { Place = place.Id, Role = said.Role, Precision = ShownPlace.PrecisionOf(place) });
        return places;
    }

    // The smallest unit that may be shown and holds the place; none where the gazetteer knows none.
    private static Place? Widen(IncidentPlace said, ShowAs showAs, Atlas atlas)
    {
        var place = said.Place is null ? null : atlas.Places.Find(said.Place);
        if (place is null && said is { Lon: { } lon, Lat: { } lat })
            place = atlas.Places.DistrictAt(lon, lat);
        return place is null
            ? null
            : atlas.Places.SelfAndAncestors(place).FirstOrDefault(p => p.Kind is PlaceKind.Province or PlaceKind.Country || (p.Kind == PlaceKind.District && showAs == ShowAs.District));
    }

    private static string TitleByRule(Incident incident, List<IncidentPlace> places, Atlas atlas)
    {
        var title = Kinds.Find(incident.Kind)?.Label ?? incident.Kind;
        if (places.Count > 0 && atlas.Places.Find(places[0].Place!) is { } place)
            title += $", {place.Name}{(place.Kind switch { PlaceKind.District => " district", PlaceKind.Province => " province", _ => "" })}";
        return (incident.Date.Start ?? incident.Date.End) is { } day ? $"{title}, {day:yyyy-MM-dd}" : title;
    }

    private static Claim GeneralClaim(Claim claim, IReadOnlyList<string> cleared)
    {
        var source = claim.Source is { } id && IsClearedSource(id, cleared) ? claim.Source : null;
        if (claim.Id.Length > 0 && cleared.Contains($"claim:{claim.Id}"))
            return claim with { Source = source, Places = [] };
        return claim with
        {
            Speaker = null,
            Group = claim.Group is null ? null : claim.Group with { Words = null },
            Killed = WithoutWords(claim.Killed),
            Injured = WithoutWords(claim.Injured),
            Missing = WithoutWords(claim.Missing),
            Captured = WithoutWords(claim.Captured),
            Casualties = WithoutWords(claim.Casualties),
            Objects = [],
            Words = null,
            Places = [],
            Source = source,
            Span = null,
        };
    }

    private static Figure? WithoutWords(Figure? figure) => figure is null or { Min: null, Max: null } ? null : figure with { Words = null };

    private static bool IsClearedSource(string id, IReadOnlyList<string> cleared) => cleared.Contains($"source:{id}");
}
