namespace BorderMap.Gazetteer.Resolving;

/// <summary>What is known of where a name lies.</summary>
/// <param name="Parts">What was understood, from near to far.</param>
/// <param name="NotUnderstood">The words that were not.</param>
/// <param name="Conflicts">How many parts lie outside one another.</param>
internal sealed record Context(IReadOnlyList<ContextPart> Parts, IReadOnlyList<string> NotUnderstood, int Conflicts)
{
    public static readonly Context None = new([], [], 0);
    private const float LeastMatch = 0.75f;
    private const float Slack = 0.04f;

    /// <summary>The smallest region that the context names, by every reading it leaves open; of nested ones the outer.</summary>
    public IReadOnlyList<Place> Nearest
    {
        get
        {
            if (Parts.Count == 0)
            {
                return [];
            }
            var readings = Parts.MaxBy(part => Smallness(part.Readings[0]))!.Readings;
            return [.. readings.Where(inner => !readings.Any(outer => outer.Id != inner.Id && Containment.IsInside(inner, outer)))];
        }
    }

    public bool Holds(Place place) => Parts.All(part => part.Holds(place));

    public bool HoldsOrBorders(Place place, Containment containment) => Parts.All(part => part.HoldsOrBorders(place, containment));

    /// <summary>Whether the context names the place itself.</summary>
    public bool Names(Place place) => Parts.Any(part => part.Readings.Any(reading => reading.Id == place.Id));

    /// <summary>Reads each part as a region, and keeps of its readings those that agree with the other parts.</summary>
    public static Context Read(IReadOnlyList<string> words, Matcher matcher, Place[] places)
    {
        if (words.Count == 0)
        {
            return None;
        }
        var parts = words.Select(part => new ContextPart(part, Readings(part, matcher, places))).ToList();
        var understood = parts.Where(part => part.Readings.Count > 0).ToList();
        var agreeing = understood.Select((part, i) => part with { Readings = Agreeing(part, i, understood) }).ToList();
        var conflicts = agreeing.Count(part => part.Readings.Count == 0);
        return new Context(
            [.. agreeing.Select((part, i) => part.Readings.Count == 0 ? understood[i] : part)],
            [.. parts.Where(part => part.Readings.Count == 0).Select(part => part.Words)],
            conflicts);
    }

    private static IReadOnlyList<Place> Readings(string words, Matcher matcher, Place[] places)
    {
        var hits = matcher.Find(words, i => places[i].Kind is not (PlaceKind.Locality or PlaceKind.Crossing));
        if (hits.Count == 0)
        {
            // A town may stand for its surroundings, but only under its own name.
            hits = matcher.Find(words);
            hits.RemoveAll(hit => hit.How > MatchKind.Core);
        }
        var best = hits.Count == 0 ? 0 : hits.Max(hit => hit.Match);
        return best < LeastMatch ? []
            : [.. hits.Where(hit => hit.Match >= best - Slack).Select(hit => places[hit.Place]).Distinct().OrderBy(Smallness)];
    }

    /// <summary>
    /// Of a part's readings those that lie in, or hold, a reading of every other part, none when it conflicts with one; and in "Kabul, Kabul" the district for the first,
    /// since the second is left to mean the province.
    /// </summary>
    private static IReadOnlyList<Place> Agreeing(ContextPart part, int index, List<ContextPart> all)
    {
        var agreeing = part.Readings.Where(reading => all.TrueForAll(other => ReferenceEquals(other, part)
            || other.Readings.Any(o => Containment.IsInside(reading, o) || Containment.IsInside(o, reading)))).ToList();
        return [.. agreeing.Where(outer => !(all.Skip(index + 1).Any(farther => farther.Readings.Contains(outer))
            && agreeing.Any(inner => inner.Id != outer.Id && Containment.IsInside(inner, outer))))];
    }

    /// <summary>Larger numbers for smaller regions.</summary>
    private static int Smallness(Place region) => region.Kind switch
    {
        PlaceKind.Country => 0,
        PlaceKind.Province => 1,
        PlaceKind.Area => 2,
        PlaceKind.District => 3,
        _ => 4,
    };
}
