namespace BorderMap.Gazetteer.Resolving;

/// <summary>Reads the words of a context as regions.</summary>
internal sealed class ContextReader(Place[] places, Matcher matcher)
{
    private const float LeastMatch = 0.75f;
    private const float Slack = 0.04f;

    /// <summary>Reads each part alone, then keeps of its readings those that agree with the other parts.</summary>
    /// <param name="words">The parts as written.</param>
    /// <param name="country">ISO 3166-1 alpha-2, a part of its own; null where none is given.</param>
    /// <param name="containment">What lies in what.</param>
    public Context Read(IReadOnlyList<string> words, string? country, Containment containment)
    {
        var parts = words.Select(part => new ContextPart(part, Readings(part, null, containment))).ToList();
        if (country is not null)
        {
            parts.Add(new ContextPart(country, [.. places.Where(place => place.Kind is PlaceKind.Country && place.Country == country)]));
        }
        var understood = parts.Where(part => part.Readings.Count > 0).ToList();
        var settled = understood.Select(part => Agreeing(part, understood, containment).Count > 0 ? part : ReadAgain(part, understood, containment)).ToList();
        var agreeing = settled.Select(part => part with { Readings = Agreeing(part, settled, containment) }).ToList();
        return new Context(
            [.. agreeing.Select((part, i) => part.Readings.Count == 0 ? settled[i] : part)],
            [.. parts.Where(part => part.Readings.Count == 0).Select(part => part.Words)],
            agreeing.Count(part => part.Readings.Count == 0),
            containment);
    }

    /// <summary>"Musa Khel, Balochistan": the namesake in Khost conflicts, so another spelling inside Balochistan may be meant.</summary>
    private ContextPart ReadAgain(ContextPart part, List<ContextPart> all, Containment containment)
    {
        var inside = Readings(part.Words, all.FindAll(other => !ReferenceEquals(other, part)), containment);
        return inside.Count > 0 ? part with { Readings = inside } : part;
    }

    /// <summary>The regions that some words may mean, inside others where these are given; larger ones first.</summary>
    private IReadOnlyList<Place> Readings(string words, List<ContextPart>? inside, Containment containment)
    {
        var hits = matcher.Find(words, i => IsRegion(places[i])
            && inside?.TrueForAll(part => part.Readings.Any(region => containment.IsInside(places[i], region))) != false);
        if (hits.Count == 0 && inside is null)
        {
            // A town may stand for its surroundings, but only under its own name, and not for a district of that name.
            hits = matcher.Find(words);
            hits.RemoveAll(hit => hit.How > MatchKind.Core || hit.Match <= Matcher.WrongKindMatch);
        }
        var best = hits.Count == 0 ? 0 : hits.Max(hit => hit.Match);
        return best < LeastMatch ? []
            : [.. hits.Where(hit => hit.Match >= best - Slack).Select(hit => places[hit.Place]).Distinct().OrderBy(Context.Smallness)];
    }

    private static bool IsRegion(Place place) => place.Kind is not (PlaceKind.Locality or PlaceKind.Crossing);

    /// <summary>
    /// Of a part's readings those that lie in, or hold, a reading of every other part, none when it conflicts with one; and in
    /// "Kabul, Kabul" the district for one, since the other is left to mean the province.
    /// </summary>
    private static IReadOnlyList<Place> Agreeing(ContextPart part, List<ContextPart> all, Containment containment)
    {
        var agreeing = part.Readings.Where(reading => all.TrueForAll(other => ReferenceEquals(other, part)
            || other.Readings.Any(o => containment.IsInside(reading, o) || containment.IsInside(o, reading)))).ToList();
        var later = all.Skip(all.IndexOf(part) + 1);
        return [.. agreeing.Where(outer => !(later.Any(farther => farther.Readings.Contains(outer))
            && agreeing.Any(inner => inner.Id != outer.Id && containment.IsInside(inner, outer))))];
    }
}
