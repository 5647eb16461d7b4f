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
        state.Tiles = new Tiles(units, Arcs.Between(faces, Tiling.Assign(faces, units, new SideOfLine(state.Line))));
        foreach (var unit in units)
        {
            unit.Shape = state.Tiles.Area(unit);
        }
        var general = state.Tiles.Generalise(ToleranceM, LineToleranceM, cancellation);
        foreach (var place in state.Entries.Values.Where(e => e.Kind != PlaceKind.Locality))
        {
            cancellation.ThrowIfCancellationRequested();
            if (general.Area(place) is { } area)
            {
                state.Boundaries[place.Id] = area;
            }
        }
        state.Report.Add("faces of the tiling", faces.All.Count);
        state.Report.Add("arcs of the boundaries", state.Tiles.Arcs.Count);
    }
}
