using BorderMap.Gazetteer.Coordinates;

namespace BorderMap.Gazetteer.Reversing;

/// <summary>The district and province of a position, or how far outside both countries it lies.</summary>
/// <param name="District">The district that holds it, or is nearest.</param>
/// <param name="Province">The province that holds it, or is nearest.</param>
/// <param name="KmOutside">Kilometres to the nearest district's drawn boundary; 0 inside.</param>
internal sealed record Whereabouts(Place? District, Place? Province, double KmOutside)
{
    /// <summary>Kilometres outside a drawn boundary that count as inside: boundaries are generalised by 300 m, and their sources differ by more.</summary>
    public const double SlackKm = 1;

    /// <summary>Degrees around both countries in which the nearest district is looked for.</summary>
    private const double Near = 5;

    private static readonly string[] Countries = ["AF", "PK"];

    public bool IsInside => KmOutside <= SlackKm;

    public static Whereabouts Of(GeoPoint point, Places places)
    {
        var (district, province) = (places.DistrictAt(point.Lon, point.Lat), places.ProvinceAt(point.Lon, point.Lat));
        return (district ?? province) is not null ? new(district, province, 0) : Outside(point, places);
    }

    private static Whereabouts Outside(GeoPoint point, Places places)
    {
        if (point.Lon is < Region.West - Near or > Region.East + Near || point.Lat is < Region.South - Near or > Region.North + Near)
        {
            return new(null, null, double.PositiveInfinity);
        }
        return Countries.Select(country => places.NearestDistrict(point.Lon, point.Lat, country)).OfType<Place>()
            .Select(district => new Whereabouts(district, district.ProvinceId is { } id ? places.Find(id) : null, places.KmOutside(point.Lon, point.Lat, district)))
            .MinBy(there => there.KmOutside) ?? new(null, null, double.PositiveInfinity);
    }

    /// <summary>In words: outside both countries, and how far.</summary>
    public string OutsideWords(Places places) => District is null ? "outside Afghanistan and Pakistan"
        : $"outside Afghanistan and Pakistan, {KmOutside:0} km from {Words(places)}";

    /// <summary>District, province and country by name.</summary>
    public string Words(Places places) => string.Join(", ", new[] { District, Province, places.CountryOf((District ?? Province)!) }.OfType<Place>().Select(place => place.Name));
}
