using BorderMap.Gazetteer.Index;
using NetTopologySuite.Geometries;

namespace BorderMap.Gazetteer;

/// <summary>All places by id, with hierarchy and boundaries. Immutable and thread-safe.</summary>
public sealed class Places
{
    private readonly Place[] all;
    private readonly Dictionary<string, int> byId;
    private readonly Dictionary<string, string> successors;
    private readonly Dictionary<string, Geometry> boundaries;
    private readonly Place[] countries;
    private readonly RegionIndex districts;
    private readonly RegionIndex provinces;

    internal Places(Place[] all, Dictionary<string, int> byId, Dictionary<string, string> successors, Dictionary<string, Geometry> boundaries)
    {
        (this.all, this.byId, this.successors, this.boundaries) = (all, byId, successors, boundaries);
        countries = Array.FindAll(all, p => p.Kind is PlaceKind.Country);
        districts = Regions(PlaceKind.District);
        provinces = Regions(PlaceKind.Province);
    }

    /// <summary>Every place, in a stable order.</summary>
    public IReadOnlyList<Place> All => all;

    /// <summary>The place of that id; an id that was superseded gives its successor; null where there is none.</summary>
    public Place? Find(string id) =>
        byId.TryGetValue(id, out var index) || (successors.TryGetValue(id, out var successor) && byId.TryGetValue(successor, out index))
            ? all[index] : null;

    /// <summary>The generalised boundary (WGS 84, lon lat), or null for a place known only as a point.</summary>
    public Geometry? Boundary(string id) => Find(id) is { } place ? boundaries.GetValueOrDefault(place.Id) : null;

    /// <summary>The district that holds the position (degrees, WGS 84), or null outside both countries.</summary>
    public Place? DistrictAt(double lon, double lat) => districts.At(lon, lat);

    /// <summary>The province that holds the position (degrees, WGS 84), or null outside both countries.</summary>
    public Place? ProvinceAt(double lon, double lat) =>
        districts.At(lon, lat) is { ProvinceId: { } province } ? Find(province) : provinces.At(lon, lat);

    /// <summary>The place itself, then its district, province and country, as far as it has them.</summary>
    public IEnumerable<Place> SelfAndAncestors(Place place)
    {
        yield return place;
        if (place.DistrictId is { } district && Find(district) is { } holdingDistrict)
        {
            yield return holdingDistrict;
        }
        if (place.ProvinceId is { } province && Find(province) is { } holdingProvince)
        {
            yield return holdingProvince;
        }
        if (place.Kind is not PlaceKind.Country && CountryOf(place) is { } country)
        {
            yield return country;
        }
    }

    /// <summary>The country that holds a place, or is it.</summary>
    public Place? CountryOf(Place place) => Array.Find(countries, country => country.Country == place.Country);

    /// <summary>The district of a country nearest to the position (degrees, WGS 84): for spots on the line, which may fall on its other side.</summary>
    internal Place? NearestDistrict(double lon, double lat, string country) => districts.Nearest(lon, lat, country);

    /// <summary>Kilometres from a position to a district or province, 0 inside it; infinite for a region without a boundary.</summary>
    internal double KmOutside(double lon, double lat, Place region) =>
        (region.Kind is PlaceKind.District ? districts : provinces).KmTo(lon, lat, region);

    private RegionIndex Regions(PlaceKind kind) =>
        new(all.Where(p => p.Kind == kind && boundaries.ContainsKey(p.Id)).Select(p => (p, boundaries[p.Id])));
}
