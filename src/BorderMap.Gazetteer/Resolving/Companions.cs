namespace BorderMap.Gazetteer.Resolving;

/// <summary>The other place names of a text, each with what it may mean: they speak for places in or near the same district.</summary>
internal sealed class Companions(IReadOnlyList<IReadOnlyList<(Place Place, double Share)>> names, Containment containment)
{
    /// <summary>Of one other name no more than its likeliest meanings are looked at, and of a text no more than so many names.</summary>
    public const int MostMeanings = 8, MostNames = 16;

    /// <summary>How a shared province, and how a shared country, compares with a shared district.</summary>
    private const double OfProvince = 0.4, OfCountry = 0.1;

    private const double DecayKm = 30;

    public static Companions None { get; } = new([], null!);

    public bool Any => names.Count > 0;

    /// <summary>0 where no other name lies near, 1 where one surely lies in the same district.</summary>
    public double Support(Place place) =>
        1 - names.Aggregate(1.0, (doubt, meanings) => doubt * (1 - meanings.Max(meaning => meaning.Share * Closeness(place, meaning.Place))));

    private double Closeness(Place a, Place b)
    {
        var shared = a.DistrictId is not null && a.DistrictId == b.DistrictId ? 1
            : a.ProvinceId is not null && a.ProvinceId == b.ProvinceId ? OfProvince
            : a.Country == b.Country ? OfCountry : 0;
        var within = containment.IsInside(a, b) ? OfRegion(b) : containment.IsInside(b, a) ? OfRegion(a) : 0;
        return Math.Max(Math.Max(shared, within), Math.Exp(-Km.Between(a, b) / DecayKm));
    }

    private static double OfRegion(Place region) => region.Kind switch
    {
        PlaceKind.Country => OfCountry,
        PlaceKind.Province => OfProvince,
        _ => 1,
    };
}
