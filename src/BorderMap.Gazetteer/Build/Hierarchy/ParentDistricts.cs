namespace BorderMap.Gazetteer.Build.Hierarchy;

/// <summary>
/// Step: the province of each district is the living province of its own country that the source names, if need be through the
/// dead one's successor; where it names none, the one that holds its point.
/// </summary>
internal static class ParentDistricts
{
    public static void Do(BuildState state, CancellationToken cancellation)
    {
        var provinces = state.Entries.Values.Where(e => e.Kind == PlaceKind.Province).ToList();
        foreach (var district in state.Entries.Values.Where(e => e.Kind == PlaceKind.District))
        {
            cancellation.ThrowIfCancellationRequested();
            district.ProvinceId = Named(state, district) ?? Holding(provinces, district)
                ?? throw new GazetteerFormatException("wof-*-admin.geojsonl.gz", 0, $"district {district.Id} '{district.Name}' names no province of {district.Country} and lies in none");
        }
    }

    private static long? Named(BuildState state, Entry district)
    {
        foreach (var named in district.Parents.Select(p => p.Province).OfType<long>())
        {
            var id = state.Successors.TryGetValue(named, out var successor) ? successor.Id : named;
            if (state.Entries.TryGetValue(id, out var province) && province.Country == district.Country)
            {
                state.Report.Add("districts led from a dead province to its successor", id == named ? 0 : 1);
                return id;
            }
        }
        return null;
    }

    private static long? Holding(List<Entry> provinces, Entry district)
    {
        var point = new NetTopologySuite.Geometries.Point(district.Lon, district.Lat);
        return provinces.Find(p => p.Country == district.Country && p.Shape is { } shape && shape.Contains(point))?.Id;
    }
}
