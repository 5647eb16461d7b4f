namespace BorderMap.Gazetteer.Resolving;

/// <summary>What is known of where a name lies.</summary>
/// <param name="Parts">What was understood, as it was written.</param>
/// <param name="NotUnderstood">The words that were not.</param>
/// <param name="Conflicts">How many parts lie outside one another.</param>
/// <param name="Containment">What lies in what, at the time spoken of.</param>
internal sealed record Context(IReadOnlyList<ContextPart> Parts, IReadOnlyList<string> NotUnderstood, int Conflicts, Containment Containment)
{
    /// <summary>The smallest region that the context names, by every reading it leaves open; of nested ones the outer.</summary>
    public IReadOnlyList<Place> Nearest { get; } = NearestOf(Parts, Containment);

    public bool Holds(Place place) => Parts.All(part => part.Readings.Any(region => Containment.IsInside(place, region)));

    public bool HoldsOrBorders(Place place) =>
        Parts.All(part => part.Readings.Any(region => Containment.IsInside(place, region) || Containment.IsBeside(place, region)));

    /// <summary>Whether the context names the place itself.</summary>
    public bool Names(Place place) => Parts.Any(part => part.Readings.Any(reading => reading.Id == place.Id));

    /// <summary>Larger numbers for smaller regions.</summary>
    public static int Smallness(Place region) => region.Kind switch
    {
        PlaceKind.Country => 0,
        PlaceKind.Province => 1,
        PlaceKind.Area => 2,
        PlaceKind.District => 3,
        _ => 4,
    };

    private static IReadOnlyList<Place> NearestOf(IReadOnlyList<ContextPart> parts, Containment containment)
    {
        if (parts.Count == 0)
        {
            return [];
        }
        var readings = parts.MaxBy(part => Smallness(part.Readings[0]))!.Readings;
        return [.. readings.Where((inner, i) => !readings.Where((outer, j) => IsHeld(inner, outer) && !(IsHeld(outer, inner) && i < j)).Any())];

        // An area and the unit that it fills lie in each other: the first of them stays.
        bool IsHeld(Place inner, Place outer) => outer.Id != inner.Id && containment.IsInside(inner, outer);
    }
}
