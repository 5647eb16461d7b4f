namespace BorderMap.Gazetteer.Build.Names;

/// <summary>
/// Step: of two districts of one province with the same name, the one whose shape has a label of its own (FR Bannu, beside Bannu) is
/// called by that, and the names that it repeats are taken from it.
/// </summary>
internal static class NameFrontierRegions
{
    private const string Short = "FR ";

    public static void Do(BuildState state, CancellationToken cancellation)
    {
        var districts = state.Entries.Values.Where(e => e.Kind == PlaceKind.District);
        foreach (var twins in districts.GroupBy(d => (d.ProvinceId, d.Name)).Where(g => g.Count() > 1).ToList())
        {
            foreach (var twin in twins.Where(d => d.ShapeName is { } label && label != d.Name))
            {
                Rename(twin, twin.ShapeName!);
                state.Report.Add("districts told apart from a namesake by the label of their shape");
            }
        }
    }

    private static void Rename(Entry twin, string label)
    {
        var repeated = twin.Name;
        twin.Name = label;
        twin.Names.RemoveAll(name => !twin.Labels.Contains(name.Text) || name.Text == repeated || name.Text == $"{repeated} District");
        twin.Names.Add(new EntryName(label, "eng", NameRank.Preferred));
        if (label.StartsWith(Short, StringComparison.Ordinal))
        {
            twin.Names.Add(new EntryName($"Frontier Region {label[Short.Length..]}", "eng", NameRank.Variant));
        }
    }
}
