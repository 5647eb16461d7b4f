using BorderMap.Gazetteer.Build.Reading;
using NetTopologySuite.Geometries;

namespace BorderMap.Gazetteer.Build.BaseMap;

/// <summary>
/// Step: <c>towns.json</c>. Natural Earth's towns, ranked by people; then those of the gazetteer that are known by a Wikidata entry or a
/// population, where no other stands near. Rank 1 is shown first, 4 only close up.
/// </summary>
internal static class DrawTowns
{
    /// <summary>Metres between towns: nearer ones are taken as one.</summary>
    private const double ApartM = 9_000;

    public static void Do(BuildState state, CancellationToken cancellation)
    {
        var towns = new List<(string Name, double Lon, double Lat, int Rank, string? Country)>();
        foreach (var town in FromNaturalEarth(state).Concat(FromGazetteer(state)))
        {
            cancellation.ThrowIfCancellationRequested();
            if (towns.TrueForAll(other => Geo.DistanceM(other.Lon, other.Lat, town.Lon, town.Lat) > ApartM))
            {
                towns.Add(town);
            }
        }
        Feature.WriteAll(
            state.BaseMapFile("towns.json"),
            towns.OrderBy(t => t.Rank).ThenBy(t => t.Name, StringComparer.Ordinal).ThenBy(t => t.Lon)
                .Select(t => new Feature(new Point(t.Lon, t.Lat), ("name", t.Name), ("rank", t.Rank), ("country", t.Country))),
            Layers.Decimals);
    }

    private static IEnumerable<(string Name, double Lon, double Lat, int Rank, string? Country)> FromNaturalEarth(BuildState state) =>
        from town in NaturalEarthReader.Read(state.From, "ne_10m_populated_places")
        let people = town.Number("POP_MAX")
        orderby people descending, town.Text("NAME")
        let rank = people >= 1_000_000 || town.Text("FEATURECLA") == "Admin-0 capital" ? 1 : people >= 150_000 ? 2 : 3
        select (town.Text("NAME")!, ((Point)town.Geometry).X, ((Point)town.Geometry).Y, rank, town.Text("ISO_A2"));

    private static IEnumerable<(string Name, double Lon, double Lat, int Rank, string? Country)> FromGazetteer(BuildState state) =>
        from place in state.Entries.Values
        where place is { Kind: PlaceKind.Locality, IsKnownTown: true }
        orderby place.Population descending, place.Id
        let english = place.Names.Find(n => n is { Language: "eng", Rank: NameRank.Preferred }).Text
        select (english ?? place.Name, place.Lon, place.Lat, place.Population >= 50_000 ? 3 : 4, (string?)place.Country);
}
