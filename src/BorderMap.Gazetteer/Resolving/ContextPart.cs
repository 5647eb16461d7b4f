namespace BorderMap.Gazetteer.Resolving;

/// <summary>One part of a context and the places it may mean, larger ones first.</summary>
internal sealed record ContextPart(string Words, IReadOnlyList<Place> Readings)
{
    public bool Holds(Place place) => Readings.Any(region => Containment.IsInside(place, region));

    public bool HoldsOrBorders(Place place, Containment containment) =>
        Readings.Any(region => Containment.IsInside(place, region) || containment.IsBeside(place, region));
}
