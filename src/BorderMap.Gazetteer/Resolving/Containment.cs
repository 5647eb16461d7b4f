namespace BorderMap.Gazetteer.Resolving;

/// <summary>Whether a place lies in a region, on a day or at any time.</summary>
internal sealed class Containment
{
    /// <summary>How far from a town, or an area without boundary, its surroundings reach at least.</summary>
    private const double VicinityKm = 30;

    /// <summary>District boundaries are generalised and the sources disagree about them: so far outside, a spot may still be meant to lie inside.</summary>
    private const double BoundaryDoubtKm = 8;

    private readonly Places places;
    private readonly DateOnly? on;

    /// <summary>Ids of what once belonged to something else: few, so that most places need no look into the past.</summary>
    private readonly HashSet<string> moved;

    public Containment(Places places)
        : this(places, null, [.. places.All.Where(place => place.FormerParents.Count > 0).Select(place => place.Id)])
    {
    }

    private Containment(Places places, DateOnly? on, HashSet<string> moved) => (this.places, this.on, this.moved) = (places, on, moved);

    public Containment On(DateOnly? day) => day == on ? this : new Containment(places, day, moved);

    public bool IsInside(Place place, Place region) => place.Id == region.Id || region.Kind switch
    {
        PlaceKind.Country => place.Country == region.Country,
        PlaceKind.Province when place.ProvinceId == region.Id => true,
        PlaceKind.District when region.DistrictId is null && place.DistrictId == region.Id => true,
        PlaceKind.Province => HasMoved(place) && places.IsIn(place, region, on),
        PlaceKind.District => (region.DistrictId is not null || HasMoved(place)) && places.IsIn(place, region, on),
        PlaceKind.Area => places.IsIn(place, region, on),
        _ => Km.Between(place, region) <= Math.Max(VicinityKm, region.RadiusM / 1000),
    };

    /// <summary>Whether a spot lies just outside a region: in doubt about the boundary, or a crossing, which belongs to both sides.</summary>
    public bool IsBeside(Place place, Place region) => place.Kind is PlaceKind.Locality or PlaceKind.Crossing && region.Kind switch
    {
        PlaceKind.Country => place.Kind is PlaceKind.Crossing,
        PlaceKind.Province => (place.Kind is PlaceKind.Crossing || place.Country == region.Country) && IsNear(place, region),
        PlaceKind.District => (place.Kind is PlaceKind.Crossing || place.ProvinceId == region.ProvinceId) && IsNear(place, region),
        _ => false,
    };

    private bool HasMoved(Place place) => moved.Count > 0
        && (moved.Contains(place.Id) || (place.DistrictId is { } district && moved.Contains(district)) || (place.ProvinceId is { } province && moved.Contains(province)));

    private bool IsNear(Place place, Place region) => places.KmOutside(place.Lon, place.Lat, region) <= BoundaryDoubtKm;
}
