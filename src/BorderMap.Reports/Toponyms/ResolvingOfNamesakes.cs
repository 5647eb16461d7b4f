using BorderMap.Gazetteer;
using BorderMap.Gazetteer.Texts;

namespace BorderMap.Reports.Toponyms;

/// <summary>Names with several bearers, one of which lies among the places of the text: a Gulistan told beside Chaman is not that of Farah.</summary>
internal sealed partial class Resolving
{
    /// <summary>Kilometres from every other place of the text that make a place doubtful.</summary>
    private const double FarKm = 150;

    /// <summary>Kilometres from one of them that make a namesake likely.</summary>
    private const double CloseKm = 90;

    /// <summary>Kilometres from the line within which a place is what such reports mean.</summary>
    private const double BeltKm = 100;

    private List<FoundToponym> Drawn(List<FoundToponym> found)
    {
        var drawn = new List<FoundToponym>(found);
        // The same name is drawn to the same place: a text that repeats it without end asks once.
        var known = new Dictionary<string, Place?>(StringComparer.Ordinal);
        for (var number = 0; number < found.Count; number++)
        {
            if (found[number].Place is not { Kind: PlaceKind.District, Place: { Names.Count: < NamesOfCity } } place || mentions[number] is not { Named: null, Match: { How: TextMatchKind.Exact, Places: { Count: > 1 and < MostNamesakes } namesakes } } || HolderOf(number) is not null || atlas.Line.DistanceKm(place.Lon, place.Lat) <= BeltKm)
            {
                continue;
            }
            if (!known.TryGetValue(Key(mentions[number]), out var namesake))
            {
                known[Key(mentions[number])] = namesake = Others(found, number) is { Count: > 0 } others && Nearest(others, place.Point) > FarKm ? Closest([.. namesakes.Where(other => other.Name.Equals(mentions[number].Match!.Text, StringComparison.OrdinalIgnoreCase))], others) : null;
            }
            if (namesake is not null)
            {
                drawn[number] = found[number] with { Status = ToponymStatus.Resolved, Place = Direct(namesake, namesake.Kind is PlaceKind.District ? PlacePrecision.District : PlacePrecision.Locality) with { Score = 0.8, Why = "the namesake among the places of the text" } };
            }
        }
        return drawn;
    }

    /// <summary>The other places of the text that are small enough to say where it is.</summary>
    private List<GeoPoint> Others(List<FoundToponym> found, int number) =>
        [.. found.Where((other, at) => at != number && other is { Status: ToponymStatus.Resolved, Place.Kind: PlaceKind.District or PlaceKind.Locality or PlaceKind.Crossing } && Key(mentions[at]) != Key(mentions[number])).Select(other => other.Place!.Point)];

    private static double Nearest(List<GeoPoint> others, GeoPoint point) => others.Min(point.KmTo);

    private static Place? Closest(IReadOnlyList<Place> namesakes, List<GeoPoint> others) =>
        namesakes.Where(place => place.Kind is PlaceKind.District or PlaceKind.Locality).Select(place => (place, Km: Nearest(others, new GeoPoint(place.Lon, place.Lat)))).Where(pair => pair.Km <= CloseKm).OrderBy(pair => pair.Km).Select(pair => pair.place).FirstOrDefault();
}
