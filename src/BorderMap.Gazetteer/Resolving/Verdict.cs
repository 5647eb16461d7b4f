using BorderMap.Gazetteer.Line;

namespace BorderMap.Gazetteer.Resolving;

/// <summary>Whether the best of some ranked places may be called the one that is meant.</summary>
internal static class Verdict
{
    /// <summary>A best match below this is shown, and left to a person.</summary>
    private const float LeastSure = 0.82f;

    /// <summary>What a rival may lack in score and still be as good.</summary>
    private const double Margin = 0.05;

    /// <summary>A town recorded in three languages more than its namesake is the one people write of.</summary>
    private const float MoreProminent = 0.09f;

    /// <summary>What a namesake may lack in match and still be the same name.</summary>
    private const float SameMatch = 0.025f;

    private const double SameSpotKm = 10;

    public static ResolutionStatus On(IReadOnlyList<Ranked> ranked) =>
        ranked.Count == 0 ? ResolutionStatus.Unknown
        : ranked[0].Hit.Match < LeastSure || ranked.Skip(1).Any(other => IsRival(ranked[0], other)) ? ResolutionStatus.Ambiguous
        : ResolutionStatus.Resolved;

    /// <summary>Metres that hold the best place and its namesakes next to it, which may be the same place recorded twice.</summary>
    public static double RadiusOf(IReadOnlyList<Ranked> ranked) => ranked
        .Skip(1)
        .Where(other => other.Hit.Match >= ranked[0].Hit.Match - SameMatch && IsSpot(ranked[0].Place) && IsSpot(other.Place))
        .Select(other => KmBetween(ranked[0].Place, other.Place))
        .Where(km => km <= SameSpotKm)
        .Aggregate(ranked[0].Place.RadiusM, (radius, km) => Math.Max(radius, Math.Ceiling(km * 1000)));

    private static bool IsAsGood(Ranked best, Ranked other) => other.Score >= best.Score - Margin || other.Hit.Match >= best.Hit.Match - SameMatch;

    /// <summary>
    /// A namesake is no rival when one lies inside the other (a province and its capital), when it is of a smaller kind (a province and a
    /// hamlet far off), when the two are one spot, or when it is a far less known town.
    /// </summary>
    private static bool IsRival(Ranked best, Ranked other) =>
        IsAsGood(best, other)
        && !other.IsContext
        && !IsNested(best.Place, other.Place)
        && Standing(best.Place.Kind) <= Standing(other.Place.Kind)
        && !(IsSpot(best.Place) && IsSpot(other.Place) && KmBetween(best.Place, other.Place) <= SameSpotKm)
        && !(IsSpot(best.Place) && best.Prominence - other.Prominence >= MoreProminent);

    private static bool IsNested(Place a, Place b) => (!IsSpot(a) && Containment.IsInside(b, a)) || (!IsSpot(b) && Containment.IsInside(a, b));

    private static int Standing(PlaceKind kind) => kind switch
    {
        PlaceKind.Locality => 0,
        PlaceKind.Crossing => 1,
        PlaceKind.District => 2,
        PlaceKind.Area => 2,
        PlaceKind.Province => 3,
        _ => 4,
    };

    private static bool IsSpot(Place place) => place.Kind is PlaceKind.Locality or PlaceKind.Crossing;

    private static double KmBetween(Place a, Place b) => SpherePoint.Of(a.Lon, a.Lat).KmTo(SpherePoint.Of(b.Lon, b.Lat));
}
