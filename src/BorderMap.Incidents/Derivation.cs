using BorderMap.Gazetteer;
using BorderMap.Incidents.Model;

namespace BorderMap.Incidents;

/// <summary>Puts together what the rules make of a document.</summary>
internal static class Derivation
{
    /// <param name="claims">The claims that enter the ranges.</param>
    /// <param name="grade">The grade and its reason.</param>
    /// <param name="principal">The first place; null: none.</param>
    /// <param name="atlas">For side, distance (km) and position (km) by the line.</param>
    public static Derived Of(IReadOnlyList<Claim> claims, GradeResult grade, ShownPlace? principal, Atlas atlas)
    {
        var killed = Ranges.Killed(claims);
        var injured = Ranges.Injured(claims);
        var placement = principal is null ? null : Locate(principal, atlas);
        return new()
        {
            Grade = grade.Grade,
            GradeReason = grade.Reason,
            Side = placement?.Side,
            LineKm = placement?.PositionKm is { } position ? Math.Round(position, 1) : null,
            LineDistanceKm = placement is { } at ? Math.Round(at.DistanceKm, 1) : null,
            KilledLow = killed.Low,
            KilledHigh = killed.ClosedHigh,
            KilledOpen = killed.Open,
            InjuredLow = injured.Low,
            InjuredHigh = injured.ClosedHigh,
            InjuredOpen = injured.Open,
            Killed = killed,
            Injured = injured,
        };
    }

    // A unit lies on its country's side, however far its circle reaches.
    private static LinePlacement? Locate(ShownPlace place, Atlas atlas) =>
        atlas.Line.Locate(place.Lon, place.Lat, place.RadiusM, place.Precision >= PlacePrecision.District ? place.Country : null);
}
