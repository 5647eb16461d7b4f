namespace BorderMap.Gazetteer.Resolving;

/// <summary>Which of several places that match are, for a position, one and the same.</summary>
internal static class Verdict
{
    /// <summary>Names whose edits cost as much, but for this, are one name.</summary>
    private const float SameName = 0.25f;

    private const double SameSpotKm = 10;

    /// <summary>The odds of the best place, and of those that share its name and its spot, or lie in it, or hold it: Kandahar, town and province.</summary>
    public static double OddsOfBest(IReadOnlyList<Contender> best, Containment containment)
    {
        var odds = 0.0;
        foreach (var other in best)
        {
            odds += other.Hit.Place == best[0].Hit.Place || (IsSameName(best[0], other) && (IsSameSpot(best[0].Place, other.Place) || IsNested(best[0].Place, other.Place, containment)))
                ? other.Odds : 0;
        }
        return odds;
    }

    public static bool IsSameName(in Contender best, in Contender other) => other.Clues.Edits <= best.Clues.Edits + SameName;

    private static bool IsSameSpot(Place a, Place b) => IsSpot(a) && IsSpot(b) && Km.Between(a, b) <= SameSpotKm;

    private static bool IsNested(Place a, Place b, Containment containment) =>
        (!IsSpot(a) && Holds(a, b, containment)) || (!IsSpot(b) && Holds(b, a, containment));

    /// <summary>A crossing belongs to the districts on both sides.</summary>
    private static bool Holds(Place region, Place place, Containment containment) =>
        containment.IsInside(place, region) || (place.Kind is PlaceKind.Crossing && region.Kind is PlaceKind.District && containment.IsBeside(place, region));

    public static bool IsSpot(Place place) => place.Kind is PlaceKind.Locality or PlaceKind.Crossing;
}
