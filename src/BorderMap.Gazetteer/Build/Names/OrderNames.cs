namespace BorderMap.Gazetteer.Build.Names;

/// <summary>Step: each name once, the shown name among them, preferred ones first, in a fixed order of languages.</summary>
internal static class OrderNames
{
    private static readonly string[] Languages = ["eng", "pus", "prs", "fas", "urd", "bal", "snd", "pnb", "ara", "und"];

    public static void Do(BuildState state, CancellationToken cancellation)
    {
        foreach (var entry in state.Entries.Values)
        {
            cancellation.ThrowIfCancellationRequested();
            var ordered = Order(entry.Name, entry.Names);
            entry.Names.Clear();
            entry.Names.AddRange(ordered);
        }
    }

    internal static List<EntryName> Order(string shown, IEnumerable<EntryName> names)
    {
        var all = names.ToList();
        if (!all.Exists(name => name.Text == shown))
        {
            all.Add(new EntryName(shown, "und", NameRank.Preferred));
        }
        var known = all.Where(name => name.Language != "und").Select(name => name.Text).ToHashSet();
        return [.. all
            .Where(name => name.Language != "und" || !known.Contains(name.Text))
            .OrderBy(name => name.Rank).ThenBy(name => Place(name.Language)).ThenBy(name => name.Text, StringComparer.Ordinal)
            .DistinctBy(name => (name.Language, name.Text))];
    }

    private static int Place(string language) => Array.IndexOf(Languages, language) is >= 0 and var place ? place : Languages.Length;
}
