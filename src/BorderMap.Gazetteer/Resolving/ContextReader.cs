namespace BorderMap.Gazetteer.Resolving;

/// <summary>Reads the words of a context as regions.</summary>
internal sealed class ContextReader(Place[] places, Matcher matcher)
{
    private const float LeastMatch = 0.75f;
    private const float Slack = 0.04f;

    /// <summary>Reads each part alone, then keeps of its readings those that agree with the other parts.</summary>
    public Context Read(IReadOnlyList<string> words)
    {
        if (words.Count == 0)
        {
            return Context.None;
        }
        var parts = words.Select(part => new ContextPart(part, Readings(part, null))).ToList();
        var understood = parts.Where(part => part.Readings.Count > 0).ToList();
        var settled = understood.Select((part, i) => Agreeing(part, i, understood).Count > 0 ? part : ReadAgain(part, understood)).ToList();
        var agreeing = settled.Select((part, i) => part with { Readings = Agreeing(part, i, settled) }).ToList();
        return new Context(
            [.. agreeing.Select((part, i) => part.Readings.Count == 0 ? settled[i] : part)],
            [.. parts.Where(part => part.Readings.Count == 0).Select(part => part.Words)],
            agreeing.Count(part => part.Readings.Count == 0));
    }

    /// <summary>"Musa Khel, Balochistan": the namesake in Khost conflicts, so another spelling inside Balochistan may be meant.</summary>
    private ContextPart ReadAgain(ContextPart part, List<ContextPart> all)
    {
        var inside = Readings(part.Words, all.FindAll(other => !ReferenceEquals(other, part)));
        return inside.Count > 0 ? part with { Readings = inside } : part;
    }

    /// <summary>The regions that some words may mean, inside others where these are given; larger ones first.</summary>
    private IReadOnlyList<Place> Readings(string words, List<ContextPart>? inside)
    {
        var hits = matcher.Find(words, i => IsRegion(places[i]) && inside?.TrueForAll(part => part.Holds(places[i])) != false);
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
    /// "Kabul, Kabul" the district for the first, since the second is left to mean the province.
    /// </summary>
    private static IReadOnlyList<Place> Agreeing(ContextPart part, int index, List<ContextPart> all)
    {
        var agreeing = part.Readings.Where(reading => all.TrueForAll(other => ReferenceEquals(other, part)
            || other.Readings.Any(o => Containment.IsInside(reading, o) || Containment.IsInside(o, reading)))).ToList();
        return [.. agreeing.Where(outer => !(all.Skip(index + 1).Any(farther => farther.Readings.Contains(outer))
            && agreeing.Any(inner => inner.Id != outer.Id && Containment.IsInside(inner, outer))))];
    }
}
