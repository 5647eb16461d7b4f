namespace BorderMap.Gazetteer.Resolving;

/// <summary>Which of several places that match are, for a position, one and the same.</summary>
internal static class Verdict
{
    /// <summary>Names whose edits cost as much, but for this, are one name.</summary>
    private const float SameName = 0.25f;

    private const double SameSpotKm = 10;

    /// <summary>
    /// The odds of the best place, and of those that share its name and its spot, or lie in it, or hold it: Kandahar, town and province;
    /// and the odds of the likeliest other.
    /// </summary>
    public static (double Best, double Rival) OddsOf(IReadOnlyList<Contender> contenders, Containment containment)
    {
        var (odds, rival) = (0.0, 0.0);
        foreach (var other in contenders)
        {
            if (other.Hit.Place == contenders[0].Hit.Place || IsSame(contenders[0], other, containment))
            {
                odds += other.Odds;
            }
            else
            {
                rival = Math.Max(rival, other.Odds);
            }
        }
        return (odds, rival);
    }

    private static bool IsSame(in Contender best, in Contender other, Containment containment) =>
        IsSameName(best, other) && (IsSameSpot(best.Place, other.Place) || IsNested(best.Place, other.Place, containment));

    public static bool IsSameName(in Contender best, in Contender other) => other.Clues.Edits <= best.Clues.Edits + SameName;

    private static bool IsSameSpot(Place a, Place b) => IsSpot(a) && IsSpot(b) && Km.Between(a, b) <= SameSpotKm;

    private static bool IsNested(Place a, Place b, Containment containment) =>
        (!IsSpot(a) && Holds(a, b, containment)) || (!IsSpot(b) && Holds(b, a, containment));

    /// <summary>A crossing belongs to the districts on both sides.</summary>
    private static bool Holds(Place region, Place place, Containment containment) =>
        containment.IsInside(place, region) || (place.Kind is PlaceKind.Crossing && region.Kind is PlaceKind.District && containment.IsBeside(place, region));

    public static bool IsSpot(Place place) => place.Kind is PlaceKind.Locality or PlaceKind.Crossing;
}
