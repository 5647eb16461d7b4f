using BorderMap.Gazetteer.Line;

namespace BorderMap.Gazetteer.Resolving;

/// <summary>One part of a context and the places it may mean.</summary>
internal sealed record ContextPart(string Words, IReadOnlyList<Place> Readings)
{
    private const double VicinityKm = 30;

    public bool Holds(Place place) => Readings.Any(reading => IsInside(place, reading));

    public static bool IsInside(Place place, Place region) => region.Kind switch
    {
        PlaceKind.Country => place.Country == region.Country,
        PlaceKind.Province => place.ProvinceId == region.Id || place.Id == region.Id,
        PlaceKind.District => place.DistrictId == region.Id || place.Id == region.Id,
        _ => SpherePoint.Of(place.Lon, place.Lat).KmTo(SpherePoint.Of(region.Lon, region.Lat)) <= Math.Max(VicinityKm, region.RadiusM / 1000),
    };
}

/// <summary>What is known of where a name lies: the parts that were understood, and the words that were not.</summary>
internal sealed record Context(IReadOnlyList<ContextPart> Parts, IReadOnlyList<string> NotUnderstood)
{
    public static readonly Context None = new([], []);

    /// <summary>The smallest region that the context names, by every reading it leaves open.</summary>
    public IReadOnlyList<Place> Nearest => Parts.Count == 0 ? [] : Parts.MaxBy(part => Size(part.Readings[0]))!.Readings;

    public bool Holds(Place place) => Parts.All(part => part.Holds(place));

    /// <summary>Whether the context names the place itself.</summary>
    public bool Names(Place place) => Parts.Any(part => part.Readings.Any(reading => reading.Id == place.Id));

    /// <summary>Larger numbers for smaller regions.</summary>
    private static int Size(Place region) => region.Kind switch
    {
        PlaceKind.Country => 0,
        PlaceKind.Area => 1,
        PlaceKind.Province => 2,
        PlaceKind.District => 3,
        _ => 4,
    };

    /// <summary>Reads each part as a region, and keeps of its readings those that agree with the other parts.</summary>
    public static Context Read(IReadOnlyList<string> words, Matcher matcher, Place[] places)
    {
        if (words.Count == 0)
        {
            return None;
        }
        var parts = words.Select(part => new ContextPart(part, Readings(part, matcher, places))).ToList();
        var understood = parts.Where(part => part.Readings.Count > 0).ToList();
        var agreeing = understood.Select(part => part with { Readings = Agreeing(part, understood) }).ToList();
        return new Context(agreeing, [.. parts.Where(part => part.Readings.Count == 0).Select(part => part.Words)]);
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
        return best < LeastMatch ? [] : [.. hits.Where(hit => hit.Match >= best - Slack).Select(hit => places[hit.Place]).Distinct()];
    }

    private const float LeastMatch = 0.75f;
    private const float Slack = 0.04f;

    private static IReadOnlyList<Place> Agreeing(ContextPart part, List<ContextPart> all)
    {
        var agreeing = part.Readings.Where(reading => all.TrueForAll(other => ReferenceEquals(other, part)
            || other.Readings.Any(o => ContextPart.IsInside(reading, o) || ContextPart.IsInside(o, reading)))).ToList();
        return agreeing.Count > 0 ? agreeing : part.Readings;
    }
}
