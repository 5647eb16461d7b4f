using NetTopologySuite.Geometries;

namespace BorderMap.Gazetteer;

/// <summary>All places by id, with hierarchy and boundaries.</summary>
public sealed class Places
{
    public IReadOnlyList<Place> All => throw new NotImplementedException();

    /// <summary>The place of that id; an id that was superseded gives its successor; null where there is none.</summary>
    public Place? Find(string id) => throw new NotImplementedException();

    /// <summary>The generalised boundary (WGS 84, lon lat), or null for a place known only as a point.</summary>
    public Geometry? Boundary(string id) => throw new NotImplementedException();

    /// <summary>The district that holds the position, or null outside both countries.</summary>
    public Place? DistrictAt(double lon, double lat) => throw new NotImplementedException();

    public Place? ProvinceAt(double lon, double lat) => throw new NotImplementedException();

    /// <summary>The place itself, then its district, province and country, as far as it has them.</summary>
    public IEnumerable<Place> SelfAndAncestors(Place place) => throw new NotImplementedException();
}
