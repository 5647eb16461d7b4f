namespace BorderMap.Gazetteer.Build.Names;

/// <summary>
/// Step: takes from provinces and districts the names that belong to another place. They come from the labels of boundary sets drawn before
/// a division was split (Hazara, Zhob, F.A.T.A.), from Wikidata entries matched to the wrong district, and from capitals.
/// </summary>
internal static class DropWrongAliases
{
    /// <summary>A name that differs from the own ones by less than this is a spelling of theirs.</summary>
    private const double Like = 0.25;

    /// <summary>A name that differs from the own ones by more than this has hardly a consonant in common with them.</summary>
    private const double Unlike = 0.5;

    public static void Do(BuildState state, CancellationToken cancellation)
    {
        var skeleton = Skeleton.Load(Path.Combine(state.Data, "gazetteer"));
        var living = state.Entries.Values.Where(e => e.Kind is PlaceKind.Province or PlaceKind.District).ToList();
        var known = new KnownNames(living, state.Entries.Values.Where(e => e is { Kind: PlaceKind.Locality, WikidataId: not null }), skeleton);
        foreach (var place in living)
        {
            cancellation.ThrowIfCancellationRequested();
            var wrong = place.Names.Select(name => (name, Rule: Fault(place, name.Text, known))).Where(n => n.Rule is not null).ToList();
            foreach (var (name, rule) in wrong)
            {
                place.Names.Remove(name);
                state.Report.Add($"aliases dropped: {rule}");
            }
        }
    }

    /// <returns>The rule by which the name is not this place's, or null.</returns>
    internal static string? Fault(Entry place, string name, KnownNames known)
    {
        var own = known.Own(place);
        var difference = own.Difference(name);
        return known.IsNeighboursButForItsEnd(place, name) ? "the own name of another province or district"
            : difference < Like || own.Is(name) ? null
            : own.IsBegunBy(name) ? (known.IsJustANeighbours(place, name) ? "the own name of another province or district" : null)
            : known.NamesOther(place, name) ? "the own name of another province or district"
            : difference <= Unlike ? null
            : known.IsLabelOfSeveral(place, name) ? "the label of a former division, on several districts"
            : known.FitsOtherBetter(place, name) ? "stands on another province or district that it fits"
            : known.NamesTownElsewhere(place, name) ? "the name of a town: a province's capital, or one in another district"
            : null;
    }
}
