using BorderMap.Gazetteer.Line;

namespace BorderMap.Gazetteer.Evaluating;

/// <summary>A table of how far the places of UCDP's events resolve from the positions that its coders gave them: rows of precision 1 to 3, Kashmir apart.</summary>
internal static class EventReport
{
    private const int LeastPrecise = 3;
    private static readonly string[] Groups = ["precision 1", "precision 2", "precision 3", "all", "Kashmir, apart"];

    public static void Write(Atlas atlas, IReadOnlyList<LocatedEvent> events, TextWriter output, CancellationToken cancellation)
    {
        var tallies = Groups.ToDictionary(group => group, _ => new EventTally(), StringComparer.Ordinal);
        var resolved = new Dictionary<(string, string, string), Resolution>();
        var reliability = new Reliability();
        foreach (var found in events.Where(e => e.Precision <= LeastPrecise))
        {
            cancellation.ThrowIfCancellationRequested();
            var query = (found.Name, found.District, found.Province);
            if (!resolved.TryGetValue(query, out var resolution))
            {
                resolved[query] = resolution = atlas.Resolver.Resolve(found.Name, $"{found.District}, {found.Province}");
            }
            var km = KmOff(resolution, found.Position);
            foreach (var group in found.IsKashmir ? ["Kashmir, apart"] : (string[])[$"precision {found.Precision}", "all"])
            {
                tallies[group].Add(resolution, km);
            }
            if (km is not null && !found.IsKashmir && resolution.Status is not ResolutionStatus.Approximate)
            {
                reliability.Add(resolution.Candidates[0].Score, km * 1000 <= resolution.Candidates[0].RadiusM);
            }
        }
        TextTable.Write(output, "Events by place and units in words", EventTally.Header, tallies.Select(pair => pair.Value.Row(pair.Key)));
        reliability.Write(output, "Is the score the share whose coded position lies in the stated radius? (without approximate answers)");
    }

    private static double? KmOff(Resolution resolution, GeoPoint position) => resolution.Candidates is [var best, ..]
        ? SpherePoint.Of(best.Lon, best.Lat).KmTo(SpherePoint.Of(position.Lon, position.Lat)) : null;
}
