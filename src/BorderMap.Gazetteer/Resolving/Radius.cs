namespace BorderMap.Gazetteer.Resolving;

/// <summary>
/// Metres from a candidate's point within which the meant spot lies, if this candidate is meant, in nine of ten cases (checked against the
/// positions of UCDP's events). More than the place's own radius where its point or its name is in doubt.
/// </summary>
internal static class Radius
{
    /// <summary>Villages come from GeoNames, whose points there are rounded to minutes of arc or off by a village or two.</summary>
    private const double VillageM = 5_000;

    /// <summary>A town known in several languages has a point that many have looked at.</summary>
    private const float SmallnessOfTown = 0.5f;

    /// <summary>"Mamozai area", "Dogar tehsil": the village of that name lies somewhere in it.</summary>
    private const double UnitM = 15_000;

    /// <summary>Beside the region that the context names: its boundary is in doubt, or the village is another.</summary>
    private const double BesideM = 8_000;

    /// <summary>Namesakes of one district so much less likely than the best do not count.</summary>
    private const double LeastOfBest = 0.1;

    private const double SameSpotKm = 10;

    public static double Of(in Contender contender, Evidence evidence)
    {
        var (place, clues) = (contender.Place, contender.Clues);
        if (place.Kind is not PlaceKind.Locality)
        {
            return place.RadiusM;
        }
        var own = Math.Max(place.RadiusM, clues.Smallness > SmallnessOfTown ? VillageM : 0);
        return Math.Max(own + (clues.Beside * BesideM), evidence.IsAboutUnit ? UnitM : 0);
    }

    /// <summary>Holds the namesakes of the same district too, which may be the same place recorded twice, or the one meant.</summary>
    public static double OfBest(IReadOnlyList<Contender> contenders, Evidence evidence)
    {
        var best = contenders[0];
        var radius = Of(best, evidence);
        foreach (var other in contenders)
        {
            if (other.Odds >= LeastOfBest * best.Odds && Verdict.IsSameName(best, other) && Verdict.IsSpot(best.Place) && Verdict.IsSpot(other.Place)
                && Km.Between(best.Place, other.Place) is var km && (km <= SameSpotKm || (best.Place.DistrictId is { } district && district == other.Place.DistrictId)))
            {
                radius = Math.Max(radius, Math.Ceiling(km * 1000) + Of(other, evidence));
            }
        }
        return radius;
    }
}
