using BorderMap.Incidents.Model;

namespace BorderMap.Incidents;

/// <summary>Leaves out what rests on a source whose licence does not let it be shown or passed on.</summary>
internal static class Redistribution
{
    public static bool MayShow(Source source) => source.Licence is { Display: true, Redistribute: true };

    /// <summary>The incident without such sources and the claims, places and estimates that rest on them; null when it had sources and none is left.</summary>
    /// <exception cref="KeyNotFoundException">The incident names a source that was not given: what it allows is not known.</exception>
    public static Incident? Apply(Incident incident, IReadOnlyDictionary<string, Source> sources)
    {
        if (AllMayBeShown(incident, sources))
            return incident;
        var kept = incident with
        {
            Sources = [.. incident.Sources.Where(s => May(s.Source))],
            Claims = [.. incident.Claims.Where(c => May(c.Source))],
            Places = [.. incident.Places.Where(p => May(p.Source))],
            Estimates = [.. incident.Estimates.Where(e => May(e.Source))],
        };
        return kept.Sources.Count == 0 && !kept.Claims.Any(c => c.Source is not null) ? null : kept;

        bool May(string? id) => id is null || MayShow(sources[id]);
    }

    private static bool AllMayBeShown(Incident incident, IReadOnlyDictionary<string, Source> sources)
    {
        foreach (var use in incident.Sources)
            if (!MayShow(sources[use.Source]))
                return false;
        foreach (var claim in incident.Claims)
            if (claim.Source is not null && !MayShow(sources[claim.Source]))
                return false;
        foreach (var place in incident.Places)
            if (place.Source is not null && !MayShow(sources[place.Source]))
                return false;
        foreach (var estimate in incident.Estimates)
            if (estimate.Source is not null && !MayShow(sources[estimate.Source]))
                return false;
        return true;
    }
}
