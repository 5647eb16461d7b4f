using System.Globalization;
using BorderMap.Incidents.Model;

namespace BorderMap.Incidents.Rules;

internal static class PlaceRules
{
    public static void Check(string field, IncidentPlace said, ValidationContext context, Findings findings)
    {
        findings.Line($"{field}.words", said.Words, Limits.Words);
        findings.Known($"{field}.source", said.Source, context.Sources, "source");
        SpanRules.Check($"{field}.span", said.Span, findings);
        var place = said.Place is null ? null : context.Atlas.Places.Find(said.Place);
        if (said.Place is not null && place is null)
            findings.Add("unknown-place", $"{field}.place", said.Place, $"The gazetteer has no place '{Problems.Shorten(said.Place)}'.", "Find its id with /api/places/search or ./run resolve; a spot that no source holds takes its district's id.");
        CheckCoordinates(field, said, findings);
        CheckRadius(field, said, findings);
        if (place is not null && said.Lon is null && ShownPlace.PrecisionOf(place) > said.Precision)
            findings.Add("precision-too-fine", $"{field}.precision", Words.Of(said.Precision), $"{place.Name} is a {Words.Of(place.Kind)}, so its point is not {Words.Of(said.Precision)}.",
                $"Write {Words.Of(ShownPlace.PrecisionOf(place))}, or give the spot's own lon, lat and radius_m.");
    }

    public static void CheckKnown(string field, IReadOnlyList<string> places, ValidationContext context, Findings findings) =>
        findings.Each(field, places, Limits.Items, (path, id) =>
        {
            if (context.Atlas.Places.Find(id) is null)
                findings.Add("unknown-place", path, id, $"The gazetteer has no place '{Problems.Shorten(id)}'.", "Find its id with /api/places/search or ./run resolve.");
        });

    private static void CheckCoordinates(string field, IncidentPlace said, Findings findings)
    {
        if (said is { Lon: null, Lat: null })
        {
            if (said.Place is null)
                findings.Add("unlocated", field, said.Words, $"{field} has neither a place of the gazetteer nor coordinates.", "Give the place's id, or lon, lat and radius_m.");
            return;
        }
        if (said is not { Lon: { } lon, Lat: { } lat })
        {
            findings.Add("half-coordinates", field, null, $"{field} has only one of lon and lat.", "Give both or neither.");
            return;
        }
        if (IsInRegion(lon, lat))
            return;
        var value = string.Create(CultureInfo.InvariantCulture, $"{lon}, {lat}");
        if (IsInRegion(lat, lon))
            findings.Add("coordinates-swapped", field, value, $"lon and lat of {field} look exchanged.", string.Create(CultureInfo.InvariantCulture, $"Write \"lon\":{lat},\"lat\":{lon}."));
        else
            findings.Add("outside-region", field, value, $"The coordinates of {field} lie outside the region.",
                $"Longitude goes from {Limits.MinLon} to {Limits.MaxLon}, latitude from {Limits.MinLat} to {Limits.MaxLat} degrees.");
    }

    private static void CheckRadius(string field, IncidentPlace said, Findings findings)
    {
        if (said.RadiusM is < 1 or > Limits.Radius)
            findings.Add("radius-out-of-range", $"{field}.radius_m", $"{said.RadiusM}", $"A radius of {said.RadiusM} m cannot be.", $"Give 1 to {Limits.Radius} metres.");
        else if (said is { RadiusM: null, Place: null, Lon: not null })
            findings.Add("missing", $"{field}.radius_m", null, $"{field} has coordinates of its own, but no radius.", "Give the metres within which it happened.");
    }

    private static bool IsInRegion(double lon, double lat) =>
        lon is >= Limits.MinLon and <= Limits.MaxLon && lat is >= Limits.MinLat and <= Limits.MaxLat;
}
