namespace BorderMap.Gazetteer.Build.Names;

/// <summary>
/// Step: hamlets that bear the translations of a word or person of their name (Top: فرفره, the toy; Miran Shah: the son of Timur). They came
/// with a Wikidata entry matched by the label alone. A hamlet that no Wikidata id ties to an entry keeps of the names in another script only those
/// that render one of its own; Dari names of Afghanistan stay, as its own survey translates (Bar Ghundey: تپۀ بر).
/// </summary>
internal static class DropTranslations
{
    /// <summary>Names that differ from every own one by more than this render another one.</summary>
    private const double Unlike = 0.5;

    public static void Do(BuildState state, CancellationToken cancellation)
    {
        var skeleton = Skeleton.Load(Path.Combine(state.Data, "gazetteer"));
        foreach (var hamlet in state.Entries.Values.Where(e => e is { Kind: PlaceKind.Locality, WikidataId: null }))
        {
            cancellation.ThrowIfCancellationRequested();
            if (hamlet.Names.Exists(name => IsSuspect(hamlet, name)))
            {
                var own = hamlet.Names.Where(name => !IsSuspect(hamlet, name)).Select(name => name.Text).Append(hamlet.Name).Select(skeleton.Of).Where(s => s.Length > 0).Distinct().ToList();
                state.Report.Add("translations of another meaning dropped from hamlets",
                    hamlet.Names.RemoveAll(name => IsSuspect(hamlet, name) && own.Count > 0 && own.TrueForAll(one => Skeleton.Difference(one, skeleton.Of(name.Text)) > Unlike)));
            }
        }
    }

    private static bool IsSuspect(Entry hamlet, EntryName name) =>
        name.Rank == NameRank.Preferred && !char.IsAscii(name.Text[0]) && name.Language switch
        {
            "ara" or "snd" or "pnb" or "urd" => true,
            "fas" or "pus" => hamlet.Country == "PK",
            _ => false,
        };
}
