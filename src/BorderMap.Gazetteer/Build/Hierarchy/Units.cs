namespace BorderMap.Gazetteer.Build.Hierarchy;

/// <summary>The units that tile both countries: districts, and provinces that have none (Islamabad).</summary>
internal static class Units
{
    public static List<Entry> Of(BuildState state)
    {
        var divided = state.Entries.Values.Where(e => e.Kind == PlaceKind.District).Select(e => e.ProvinceId).ToHashSet();
        return [.. state.Entries.Values.Where(e => e.Shape is not null && (e.Kind == PlaceKind.District || (e.Kind == PlaceKind.Province && !divided.Contains(e.Id))))];
    }
}
