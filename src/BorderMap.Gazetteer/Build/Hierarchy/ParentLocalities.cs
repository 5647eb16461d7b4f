namespace BorderMap.Gazetteer.Build.Hierarchy;

/// <summary>
/// Step: the district and province of each locality are those of its own country that hold its point; where none does, those that
/// its source names; else the nearest. A parent that is dead or lies across the line is thus never kept.
/// </summary>
internal static class ParentLocalities
{
    /// <summary>Points this far outside every unit of their country are placed in no district.</summary>
    private const double NearestM = 30_000;

    public static void Do(BuildState state, CancellationToken cancellation)
    {
        var locator = new UnitLocator(Units.Of(state));
        foreach (var locality in state.Entries.Values.Where(e => e.Kind == PlaceKind.Locality))
        {
            cancellation.ThrowIfCancellationRequested();
            var named = Named(state, locality);
            var unit = locator.Holding(locality.Country, locality.Lon, locality.Lat)
                ?? named
                ?? locator.Nearest(locality.Country, locality.Lon, locality.Lat, NearestM);
            Place(locality, unit);
            state.Report.Add(Rule(named, unit));
        }
    }

    private static Entry? Named(BuildState state, Entry locality) => locality.Parents
        .Select(p => p.District).OfType<long>()
        .Select(id => state.Successors.TryGetValue(id, out var successor) ? successor.Id : id)
        .Select(id => state.Entries.GetValueOrDefault(id))
        .FirstOrDefault(unit => unit is { Kind: PlaceKind.District or PlaceKind.Province } && unit.Country == locality.Country);

    private static void Place(Entry locality, Entry? unit)
    {
        locality.DistrictId = unit is { Kind: PlaceKind.District } ? unit.Id : null;
        locality.ProvinceId = unit is { Kind: PlaceKind.Province } ? unit.Id : unit?.ProvinceId;
    }

    private static string Rule(Entry? named, Entry? unit) => (named, unit) switch
    {
        (_, null) => "localities without a district or province",
        (null, _) => "localities whose named parent is missing, dead or foreign, placed by their point",
        _ when named == unit => "localities in the district that their source names",
        _ => "localities moved to the district that holds their point",
    };
}
