using System.Text;

namespace BorderMap.Incidents;

/// <summary>Writes the public row of what may be shown.</summary>
internal static class PublicRowMaker
{
    public static PublicRow Make(PublicView view)
    {
        var incident = view.Incident;
        var principal = view.Principal;
        var derived = Derivation.Of(incident.Claims, view.Grade, principal, view.Atlas);
        return new()
        {
            Id = incident.Id,
            Title = incident.Title,
            Kind = incident.Kind,
            Family = Kinds.FamilyOf(incident.Kind),
            DateStart = incident.Date.Start,
            DateEnd = incident.Date.End,
            DatePrecision = incident.Date.Precision,
            CrossBorder = incident.CrossBorder,
            PlaceIds = PlaceIds(view),
            ActorIds = ActorIds(view),
            ClaimantIds = ClaimantIds(view),
            EpisodeId = view.Episode?.Id,
            Side = derived.Side,
            PlaceName = principal?.Name,
            Unit = principal is null ? PublicUnit.None : UnitOf(principal),
            LineKm = derived.LineKm,
            LineDistanceKm = derived.LineDistanceKm,
            Precision = principal?.Precision,
            RadiusM = principal?.RadiusM,
            KilledLow = derived.KilledLow,
            KilledHigh = derived.KilledHigh,
            InjuredLow = derived.InjuredLow,
            InjuredHigh = derived.InjuredHigh,
            Grade = derived.Grade,
            ClaimCount = incident.Claims.Count,
            SourceCount = view.Sources.Count,
            Lon = principal?.Lon,
            Lat = principal?.Lat,
            Places = Places(view),
            Extent = Extent(view),
            SourceIds = [.. view.Sources.Where(s => s.IsWhole).Select(s => s.Source.Id)],
            SearchText = SearchText(view),
            FeatureText = FeatureWriter.Write(view, derived),
            DocumentText = DocumentWriter.Write(view, derived),
        };
    }

    private static List<PublicPlace> Places(PublicView view)
    {
        var places = new List<PublicPlace>(view.Places.Count);
        foreach (var place in view.Places)
            places.Add(new(KeyOf(place, places), place.Place?.Id, place.Name, UnitOf(place), place.Said.Role, place.Precision, place.RadiusM, place.Lon, place.Lat));
        return places;
    }

    // The place's id, or that it is a spot; numbered where one incident has several of them. Migration 009 says the same in SQL.
    private static string KeyOf(ShownPlace place, List<PublicPlace> before)
    {
        var number = 1;
        foreach (var other in before)
            if (other.Place == place.Place?.Id)
                number++;
        var name = place.Place?.Id ?? "spot";
        return number == 1 ? name : $"{name}-{number}";
    }

    private static PublicUnit UnitOf(ShownPlace place) => new(place.District?.Name, place.Province?.Name, place.Country);

    private static List<string> PlaceIds(PublicView view)
    {
        var ids = new List<string>(4);
        foreach (var place in view.Places)
            foreach (var id in place.IdsWithAncestors(view.Atlas))
                AddOnce(ids, id);
        return ids;
    }

    private static List<string> ActorIds(PublicView view)
    {
        var ids = new List<string>(4);
        foreach (var part in view.Incident.Actors)
            Parties.AddWithOrganisations(ids, part.Actor, view.Actors);
        return ids;
    }

    private static List<string> ClaimantIds(PublicView view)
    {
        var ids = new List<string>(2);
        foreach (var claim in view.Incident.Claims)
            if (claim.Claimant is { } claimant)
                AddOnce(ids, claimant);
        return ids;
    }

    private static Bbox? Extent(PublicView view)
    {
        if (view.Places.Count == 0)
            return null;
        var box = view.Places[0].Extent(view.Atlas);
        for (var i = 1; i < view.Places.Count; i++)
        {
            var next = view.Places[i].Extent(view.Atlas);
            box = new(Math.Min(box.MinLon, next.MinLon), Math.Min(box.MinLat, next.MinLat), Math.Max(box.MaxLon, next.MaxLon), Math.Max(box.MaxLat, next.MaxLat));
        }
        return box;
    }

    // Lower case, one blank between texts: titles, places, those who take part, the episode.
    private static string SearchText(PublicView view)
    {
        var text = new StringBuilder(view.Incident.Title, 256);
        foreach (var place in view.Places)
        {
            Add(place.Name);
            if (place.Place is not null && place.Place.Name != place.Name)
                Add(place.Place.Name);
            if (place.District is not null && place.District != place.Place)
                Add(place.District.Name);
            if (place.Province is not null && place.Province != place.Place)
                Add(place.Province.Name);
        }
        foreach (var part in view.Incident.Actors)
            if (view.Actors.TryGetValue(part.Actor, out var actor))
                Add(actor.Name);
        Add(view.Episode?.Title);
        return text.ToString().ToLowerInvariant();

        void Add(string? words)
        {
            if (words is not null)
                text.Append(' ').Append(words);
        }
    }

    private static void AddOnce(List<string> ids, string id)
    {
        if (!ids.Contains(id))
            ids.Add(id);
    }
}
