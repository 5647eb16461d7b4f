using BorderMap.Gazetteer.Build.Hierarchy;

namespace BorderMap.Gazetteer.Build.Boundaries;

/// <summary>
/// Step: redraws all boundaries from the units and the Durand Line, so that districts tile provinces, provinces tile countries, and the
/// countries meet in the line; then generalises them, shared edges once.
/// </summary>
internal static class DrawBoundaries
{
    /// <summary>Metres.</summary>
    public const double ToleranceM = 300;

    /// <summary>Metres; the Durand Line is what people zoom in on.</summary>
    public const double LineToleranceM = 100;

    public static void Do(BuildState state, CancellationToken cancellation)
    {
        var units = Units.Of(state);
        var faces = new Faces(units.SelectMany(u => Faces.Rings(u.Shape!)).Append(state.Line.Coordinates).Select(Grid.Snap));
        cancellation.ThrowIfCancellationRequested();
        var arcs = Arcs.Between(faces, Tiling.Assign(faces, units, new SideOfLine(state.Line)));
        bool OnTheLine(Arc arc) => arc is { One: >= 0, Other: >= 0 } && units[arc.One].Country != units[arc.Other].Country;
        var general = SimplifyArcs.Do(arcs, arc => OnTheLine(arc) ? LineToleranceM : ToleranceM, cancellation);
        for (var index = 0; index < units.Count; index++)
        {
            units[index].Shape = Arcs.Area(arcs, unit => unit == index);
        }
        foreach (var (place, members) in Members(state, units))
        {
            cancellation.ThrowIfCancellationRequested();
            state.Boundaries[place] = Arcs.Area(general, members.Contains);
        }
        state.Report.Add("faces of the tiling", faces.All.Count);
        state.Report.Add("arcs of the boundaries", arcs.Count);
    }

    /// <summary>The units of each country, province and district.</summary>
    private static IEnumerable<(long Id, HashSet<int> Units)> Members(BuildState state, List<Entry> units)
    {
        foreach (var place in state.Entries.Values.Where(e => e.Kind != PlaceKind.Locality))
        {
            var members = Enumerable.Range(0, units.Count)
                .Where(i => units[i] == place || units[i].ProvinceId == place.Id || (place.Kind == PlaceKind.Country && units[i].Country == place.Country))
                .ToHashSet();
            if (members.Count > 0)
            {
                yield return (place.Id, members);
            }
        }
    }
}
