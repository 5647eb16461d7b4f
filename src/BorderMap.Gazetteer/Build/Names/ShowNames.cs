using BorderMap.Gazetteer.Build.Reading;

namespace BorderMap.Gazetteer.Build.Names;

/// <summary>
/// Step: the name shown is the recorded English one; for the provinces and districts of <c>rules/build/shown-names.tsv</c> the spelling that the press and the
/// United Nations use, which must be among the recorded names.
/// </summary>
internal static class ShowNames
{
    private const string Rules = "shown-names.tsv";

    public static void Do(BuildState state, CancellationToken cancellation)
    {
        foreach (var entry in state.Entries.Values)
        {
            var english = entry.Names.Find(n => n is { Language: "eng", Rank: NameRank.Preferred }).Text;
            Show(entry, entry.Kind == PlaceKind.Locality && english is not null ? english : entry.Name);
        }
        foreach (var (line, id, name) in RuleFile.Read(Path.Combine(state.Data, "gazetteer", "rules", "build", Rules), "id\tname"))
        {
            var entry = long.TryParse(id, out var number) ? state.Entries.GetValueOrDefault(number) : null;
            if (entry is null || !entry.Names.Exists(n => n.Text == name))
            {
                throw new GazetteerFormatException(Rules, line, $"'{name}' is no recorded name of {id}");
            }
            Show(entry, name);
        }
    }

    private static void Show(Entry entry, string name)
    {
        if (!entry.Names.Exists(n => n.Text == entry.Name))
        {
            entry.Names.Add(new EntryName(entry.Name, "und", entry.Name == name ? NameRank.Preferred : NameRank.Variant));
        }
        entry.Name = name;
    }
}
