using BorderMap.Gazetteer;
using BorderMap.Incidents.Model;

namespace BorderMap.Incidents;

/// <summary>A place of an incident with what the gazetteer adds to it.</summary>
internal sealed record ShownPlace
{
    private const double MetresPerDegree = 111_195;

    public required IncidentPlace Said { get; init; }

    /// <summary>Null where the incident gives coordinates alone.</summary>
    public required Place? Place { get; init; }
    public required Place? District { get; init; }
    public required Place? Province { get; init; }
    public required string? Country { get; init; }
    public required double Lon { get; init; }
    public required double Lat { get; init; }
    public required PlacePrecision Precision { get; init; }
    public required int RadiusM { get; init; }

    /// <summary>The name shown: the gazetteer's, or the source's words where they name a spot that the gazetteer does not hold.</summary>
    public string? Name => Said.Words is { } words && (Place is null || Said.Lon is not null || Place.Kind is PlaceKind.District or PlaceKind.Province or PlaceKind.Country)
        ? words
        : Place?.Name;

    /// <exception cref="InvalidOperationException">The place has neither an entry in the gazetteer nor coordinates with a radius: validation lets none through.</exception>
    public static ShownPlace Of(IncidentPlace said, Atlas atlas)
    {
        var place = said.Place is null ? null : atlas.Places.Find(said.Place);
        var lon = said.Lon ?? place?.Lon ?? throw Unplaced(said);
        var lat = said.Lat ?? place?.Lat ?? throw Unplaced(said);
        var district = place is null ? atlas.Places.DistrictAt(lon, lat) : Ancestor(place, PlaceKind.District, atlas);
        var province = (place ?? district) is { } inner ? Ancestor(inner, PlaceKind.Province, atlas) : null;
        return new()
        {
            Said = said,
            Place = place,
            District = district,
            Province = province,
            Country = place?.Country ?? district?.Country,
            Lon = Math.Round(lon, 5),
            Lat = Math.Round(lat, 5),
            Precision = said.Lon is null && place is not null && PrecisionOf(place) > said.Precision ? PrecisionOf(place) : said.Precision,
            RadiusM = said.RadiusM ?? (place is null ? throw Unplaced(said) : (int)Math.Ceiling(place.RadiusM)),
        };
    }

    /// <summary>The best precision that the place's own point can have.</summary>
    public static PlacePrecision PrecisionOf(Place place) => place.Kind switch
    {
        PlaceKind.Country => PlacePrecision.Country,
        PlaceKind.Province => PlacePrecision.Province,
        PlaceKind.District => PlacePrecision.District,
        PlaceKind.Area => place.RadiusM <= 50_000 ? PlacePrecision.District : PlacePrecision.Province,
        _ => PlacePrecision.Exact,
    };

    /// <summary>Ids of the place and of all that hold it.</summary>
    public IEnumerable<string> IdsWithAncestors(Atlas atlas) =>
        (Place ?? District) is { } inner ? atlas.Places.SelfAndAncestors(inner).Select(p => p.Id) : [];

    /// <summary>The box around the uncertain area: the boundary's where the whole unit is meant, else the circle's.</summary>
    public Bbox Extent(Atlas atlas)
    {
        if (Said.Lon is null && Place is not null && PrecisionOf(Place) >= PlacePrecision.District && atlas.Places.Boundary(Place.Id)?.EnvelopeInternal is { } box)
            return new(box.MinX, box.MinY, box.MaxX, box.MaxY);
        var dLat = RadiusM / MetresPerDegree;
        var dLon = dLat / Math.Cos(Lat * Math.PI / 180);
        return new(Round(Lon - dLon), Round(Lat - dLat), Round(Lon + dLon), Round(Lat + dLat));

        static double Round(double degrees) => Math.Round(degrees, 5);
    }

    private static Place? Ancestor(Place place, PlaceKind kind, Atlas atlas)
    {
        if (place.Kind == kind)
            return place;
        return (kind == PlaceKind.District ? place.DistrictId : place.ProvinceId) is { } id ? atlas.Places.Find(id) : null;
    }

    private static InvalidOperationException Unplaced(IncidentPlace said) =>
        new($"The place '{said.Place ?? said.Words}' is not in the gazetteer and has no coordinates with a radius of its own.");
}
