namespace BorderMap.Gazetteer.Build.Hierarchy;

/// <summary>
/// Step: a locality keeps the country that its source gives it, unless it lies across the line by more than the line's own uncertainty:
/// then the line is right. Villages nearer than that are known by their state better than the line's position is known.
/// </summary>
internal static class SettleCountries
{
    public static void Do(BuildState state, CancellationToken cancellation)
    {
        var line = new SideOfLine(state.Line);
        foreach (var locality in state.Entries.Values.Where(e => e.Kind == PlaceKind.Locality))
        {
            cancellation.ThrowIfCancellationRequested();
            var side = line.At(locality.Lon, locality.Lat);
            if (side != locality.Country && line.DistanceM(locality.Lon, locality.Lat) > SideOfLine.UncertaintyM)
            {
                locality.Country = side;
                state.Report.Add("localities given the country of their side of the line");
            }
        }
    }
}
