namespace BorderMap.Gazetteer.Resolving;

/// <summary>What is known of where a name lies.</summary>
/// <param name="Parts">What was understood, from near to far.</param>
/// <param name="NotUnderstood">The words that were not.</param>
/// <param name="Conflicts">How many parts lie outside one another.</param>
internal sealed record Context(IReadOnlyList<ContextPart> Parts, IReadOnlyList<string> NotUnderstood, int Conflicts)
{
    public static readonly Context None = new([], [], 0);

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

    /// <summary>Larger numbers for smaller regions.</summary>
    public static int Smallness(Place region) => region.Kind switch
    {
        PlaceKind.Country => 0,
        PlaceKind.Province => 1,
        PlaceKind.Area => 2,
        PlaceKind.District => 3,
        _ => 4,
    };
}
