using BorderMap.Incidents.Model;

namespace BorderMap.Incidents;

/// <summary>A source as the public sees it under an incident.</summary>
/// <param name="Source">The publication.</param>
/// <param name="Span">The words quoted; null: not recorded, or withheld.</param>
/// <param name="IsWhole">False: only who published is shown; id, title, address, date and quote are withheld.</param>
internal readonly record struct ShownSource(Source Source, Span? Span, bool IsWhole)
{
    /// <summary>The sources that the incident or a claim of it names, each once.</summary>
    /// <param name="allowed">The incident before generalising: it says which sources there are.</param>
    /// <param name="shown">The incident as shown: it says which of them may be shown whole.</param>
    /// <param name="sources">By id.</param>
    public static List<ShownSource> Of(Incident allowed, Incident shown, IReadOnlyDictionary<string, Source> sources)
    {
        var list = new List<ShownSource>(allowed.Sources.Count);
        foreach (var use in allowed.Sources)
            Add(use.Source, use.Span);
        foreach (var claim in allowed.Claims)
            Add(claim.Source, null);
        foreach (var place in allowed.Places)
            Add(place.Source, null);
        return list;

        void Add(string? id, Span? span)
        {
            if (id is null || list.Exists(s => s.Source.Id == id))
                return;
            var isWhole = ReferenceEquals(allowed, shown) || shown.Sources.Any(s => s.Source == id) || shown.Claims.Any(c => c.Source == id);
            list.Add(new(sources[id], isWhole ? span : null, isWhole));
        }
    }
}
