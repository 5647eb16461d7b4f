using BorderMap.Gazetteer.Line;

namespace BorderMap.Gazetteer.Resolving;

/// <summary>Whether a place lies in a region.</summary>
internal sealed class Containment(Places places)
{
    /// <summary>How far from a town, or an area without boundary, its surroundings reach at least.</summary>
    private const double VicinityKm = 30;

    /// <summary>District boundaries are generalised and the sources disagree about them: so far outside, a spot may still be meant to lie inside.</summary>
    private const double BoundaryDoubtKm = 8;

    public static bool IsInside(Place place, Place region) => region.Kind switch
    {
        PlaceKind.Country => place.Country == region.Country,
        PlaceKind.Province => place.ProvinceId == region.Id || place.Id == region.Id,
        PlaceKind.District => place.DistrictId == region.Id || place.Id == region.Id || Places.IsInUndrawn(place, region),
        _ => SpherePoint.Of(place.Lon, place.Lat).KmTo(SpherePoint.Of(region.Lon, region.Lat)) <= Math.Max(VicinityKm, region.RadiusM / 1000),
    };

    /// <summary>Whether a spot lies just outside a region: in doubt about the boundary, or a crossing, which belongs to both sides.</summary>
    public bool IsBeside(Place place, Place region) => place.Kind is PlaceKind.Locality or PlaceKind.Crossing && region.Kind switch
    {
        PlaceKind.Country => place.Kind is PlaceKind.Crossing,
        PlaceKind.Province => (place.Kind is PlaceKind.Crossing || place.Country == region.Country) && IsNear(place, region),
        PlaceKind.District => (place.Kind is PlaceKind.Crossing || place.ProvinceId == region.ProvinceId) && IsNear(place, region),
        _ => false,
    };

    private bool IsNear(Place place, Place region) => places.KmOutside(place.Lon, place.Lat, region) <= BoundaryDoubtKm;
}
