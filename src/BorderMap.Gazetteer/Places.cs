using System.Collections.Concurrent;
using BorderMap.Gazetteer.Index;
using BorderMap.Gazetteer.Line;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Union;

namespace BorderMap.Gazetteer;

/// <summary>All places by id, with hierarchy and boundaries. Immutable and thread-safe.</summary>
public sealed class Places
{
    private readonly Place[] all;
    private readonly Dictionary<string, int> byId;
    private readonly Dictionary<string, string> successors;
    private readonly Dictionary<string, Geometry> boundaries;
    private readonly Dictionary<string, AreaExtent> areas;
    private readonly ConcurrentDictionary<string, Geometry> unions = [];
    private readonly Place[] countries;
    private readonly RegionIndex districts;
    private readonly RegionIndex provinces;

    internal Places(
        Place[] all, Dictionary<string, int> byId, Dictionary<string, string> successors, Dictionary<string, Geometry> boundaries, Dictionary<string, AreaExtent> areas)
    {
        (this.all, this.byId, this.successors, this.boundaries, this.areas) = (all, byId, successors, boundaries, areas);
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

    /// <summary>The generalised boundary (WGS 84, lon lat), of an area that of its members together; null for a place known only as a point.</summary>
    public Geometry? Boundary(string id) => Find(id) is not { } place ? null
        : place.Kind is PlaceKind.Area ? (MembersOf(place).Count > 0 ? unions.GetOrAdd(place.Id, _ => Union(place)) : null)
        : boundaries.GetValueOrDefault(place.Id);

    /// <summary>The provinces and districts that together are an area; none for an area known only as a point, and for what is no area.</summary>
    public IReadOnlyList<Place> MembersOf(Place area)
    {
        ArgumentNullException.ThrowIfNull(area);
        return ExtentOf(area).Members;
    }

    /// <summary>The places that a historic area or an abolished unit is today; none for what is there still.</summary>
    public IReadOnlyList<Place> TodayOf(Place place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return [.. place.Today.Select(Find).OfType<Place>()];
    }

    /// <summary>
    /// Whether a place is a region, or lies in it: by its parents of today, as a part of an area, in a district made after the boundaries were
    /// drawn by its distance, or by former parents of its own and of what holds it. An area across several districts lies in each of them.
    /// </summary>
    /// <param name="place">The place that may lie inside.</param>
    /// <param name="region">A country, province, district or area; nothing lies in a locality or crossing.</param>
    /// <param name="on">The day that is spoken of: a former parent counts while it was one; without a day every former parent counts.</param>
    public bool IsIn(Place place, Place region, DateOnly? on = null)
    {
        ArgumentNullException.ThrowIfNull(place);
        ArgumentNullException.ThrowIfNull(region);
        return place.Id == region.Id || IsInToday(place, region) || WasIn(place, region, on);
    }

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

    internal AreaExtent ExtentOf(Place area) => areas.GetValueOrDefault(area.Id, AreaExtent.Unknown);

    private bool IsInToday(Place place, Place region) => region.Kind switch
    {
        PlaceKind.Province or PlaceKind.District when place.Kind is PlaceKind.Area => IsAreaIn(place, region),
        PlaceKind.Country => place.Country == region.Country,
        PlaceKind.Province => place.ProvinceId == region.Id,
        PlaceKind.District => place.DistrictId == region.Id || IsInUndrawn(place, region),
        PlaceKind.Area => IsInArea(place, region),
        _ => false,
    };

    /// <summary>An area lies in each of the units that it lies within, and in what holds all of its members.</summary>
    private bool IsAreaIn(Place area, Place region)
    {
        var (members, within) = ExtentOf(area);
        return within.Any(IsUnitIn) || (members.Count > 0 && members.All(IsUnitIn));

        bool IsUnitIn(Place unit) => unit.Id == region.Id || IsInToday(unit, region);
    }

    /// <summary>What lies in the drawn district from which another was cut lies in the new one when it is near enough.</summary>
    internal static bool IsInUndrawn(Place place, Place region) =>
        region.DistrictId is not null && place.Kind is not PlaceKind.District && place.DistrictId == region.DistrictId && IsWithinRadius(place, region);

    private bool IsInArea(Place place, Place area)
    {
        var (extent, own) = (ExtentOf(area), ExtentOf(place));
        if (extent.Members.Count == 0)
        {
            return place.Kind is PlaceKind.Locality or PlaceKind.Crossing or PlaceKind.Area && own.Members.Count == 0
                && place.RadiusM <= area.RadiusM && IsWithinRadius(place, area) && extent.Within.Any(unit => IsInToday(place, unit));
        }
        return own.Units.Count > 0 ? own.Units.All(IsMember) : IsMember(place);

        bool IsMember(Place unit) => extent.Members.Any(member => member.Id == unit.Id || member.Id == unit.DistrictId || member.Id == unit.ProvinceId);
    }

    private bool WasIn(Place place, Place region, DateOnly? on) => SelfAndAncestors(place).Any(holder => holder.FormerParents.Any(former =>
        (on is not { } day || (day <= former.Until && !(day < former.From))) && Find(former.ParentId) is { } parent && (parent.Id == region.Id || IsInToday(parent, region))));

    private static bool IsWithinRadius(Place place, Place region) =>
        SpherePoint.Of(place.Lon, place.Lat).KmTo(SpherePoint.Of(region.Lon, region.Lat)) * 1000 <= region.RadiusM;

    private Geometry Union(Place area) => UnaryUnionOp.Union(MembersOf(area).Select(member => boundaries.GetValueOrDefault(member.Id)).OfType<Geometry>());
}
