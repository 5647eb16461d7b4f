using BorderMap.Incidents.Model;

namespace BorderMap.Incidents;

/// <summary>Leaves out what rests on a source that may not be shown or passed on: by its licence, by its editors, or not yet; and shows nothing more exactly than its sources may be.</summary>
internal static class Redistribution
{
    public static bool MayShow(Source source, DateTimeOffset now) =>
        source is { Licence: { Display: true, Redistribute: true }, Sensitivity: var sensitivity } && sensitivity.ShowAs != ShowAs.Withheld && !(sensitivity.PublicFrom > now);

    /// <summary>Whether it may be shown, and nothing that rests on it is shown less exactly for that.</summary>
    public static bool MayShowExactly(Source source, DateTimeOffset now) => MayShow(source, now) && source.Sensitivity.ShowAs == ShowAs.Full;

    /// <summary>The incident without such sources and the claims, places and estimates that rest on them, generalised where one of those that are left asks for it;
    /// null when it had sources and none is left.</summary>
    /// <exception cref="KeyNotFoundException">The incident names a source that was not given: what it allows is not known.</exception>
    public static Incident? Apply(Incident incident, IReadOnlyDictionary<string, Source> sources, DateTimeOffset now)
    {
        if (AllMayBeShownExactly(incident, sources, now))
            return incident;
        var kept = incident with
        {
            Sources = [.. incident.Sources.Where(s => May(s.Source))],
            Claims = [.. incident.Claims.Where(c => May(c.Source))],
            Places = [.. incident.Places.Where(p => May(p.Source))],
            Estimates = [.. incident.Estimates.Where(e => May(e.Source))],
        };
        if (kept.Sources.Count == 0 && !kept.Claims.Any(c => c.Source is not null))
            return null;
        var asked = Named(kept).Select(id => sources[id].Sensitivity.ShowAs).DefaultIfEmpty(ShowAs.Full).Max();
        return asked <= kept.Sensitivity.ShowAs ? kept : kept with { Sensitivity = kept.Sensitivity with { ShowAs = asked } };

        bool May(string? id) => id is null || MayShow(sources[id], now);
    }

    private static IEnumerable<string> Named(Incident incident) => incident.Sources.Select(use => use.Source)
        .Concat(incident.Claims.Select(claim => claim.Source).Concat(incident.Places.Select(place => place.Source)).Concat(incident.Estimates.Select(estimate => estimate.Source)).OfType<string>());

    // Of every incident of an import, so without allocating.
    private static bool AllMayBeShownExactly(Incident incident, IReadOnlyDictionary<string, Source> sources, DateTimeOffset now)
    {
        foreach (var use in incident.Sources)
            if (!MayShowExactly(sources[use.Source], now))
                return false;
        foreach (var claim in incident.Claims)
            if (claim.Source is not null && !MayShowExactly(sources[claim.Source], now))
                return false;
        foreach (var place in incident.Places)
            if (place.Source is not null && !MayShowExactly(sources[place.Source], now))
                return false;
        foreach (var estimate in incident.Estimates)
            if (estimate.Source is not null && !MayShowExactly(sources[estimate.Source], now))
                return false;
        return true;
    }
}
