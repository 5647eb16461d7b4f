namespace BorderMap.Gazetteer.Build.Hierarchy;

/// <summary>
/// Step: a town with many people is wider than a village. A rule of thumb of ours: ten metres times the root of the people, which gives
/// Kabul 17 km and Khost 3 km, enough for the built-up area and its outskirts.
/// </summary>
internal static class SizeTowns
{
    private const double MetresPerRoot = 10;
    private const double StepM = 100;

    public static void Do(BuildState state, CancellationToken cancellation)
    {
        foreach (var town in state.Entries.Values.Where(e => e is { Kind: PlaceKind.Locality, IsKnownTown: true }))
        {
            town.RadiusM = Math.Max(town.RadiusM, (int)(Math.Ceiling(MetresPerRoot * Math.Sqrt(town.Population) / StepM) * StepM));
        }
    }
}
