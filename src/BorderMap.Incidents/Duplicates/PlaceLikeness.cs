using BorderMap.Gazetteer;
using BorderMap.Incidents.Model;

namespace BorderMap.Incidents.Duplicates;

/// <summary>How the places of the two lie to one another: the closest pair of them counts.</summary>
internal static class PlaceLikeness
{
    private const double KmPerDegree = 111.195;

    public static Evidence Of(Incident a, Incident b, Atlas atlas, LikenessRules rules)
    {
        var (ones, others) = (Placed(a, atlas), Placed(b, atlas));
        if (ones.Count == 0 && others.Count == 0)
            return a.Places.Count == 0 && b.Places.Count == 0 ? new(rules.Place["none"], "both without a single place") : Evidence.None;
        if (ones.Count == 0 || others.Count == 0)
            return new(rules.Place["one_without"], "one has no single place");
        return ones.SelectMany(one => others.Select(other => Of(one, other, rules))).MaxBy(evidence => evidence.Weight);
    }

    private static Evidence Of(ShownPlace one, ShownPlace other, LikenessRules rules)
    {
        var km = Km(one, other);
        var coarser = one.Precision > other.Precision ? one.Precision : other.Precision;
        var reaches = km * 1000 <= one.RadiusM + other.RadiusM;
        if (coarser <= PlacePrecision.Locality)
            return Spots(one, other, km, rules);
        if (coarser == PlacePrecision.District)
            return Districts(one, other, km, reaches, rules);
        return reaches || (one.Province is { } province && province == other.Province)
            ? new(rules.Place["wide"], $"one is known only as {(coarser == PlacePrecision.Province ? "a province" : "a country")}, which may hold the other")
            : new(rules.Place["apart"], $"{InKm(km)} apart");
    }

    private static Evidence Spots(ShownPlace one, ShownPlace other, double km, LikenessRules rules)
    {
        var words = one.Place is { } place && place == other.Place && km < 1 ? $"both at {place.Name}" : $"{InKm(km)} apart";
        var how = km <= rules.SpotKm ? "spot" : km <= rules.NearKm ? "near" : km <= rules.ByKm ? "by" : km <= rules.OffKm ? "off" : "apart";
        return new(rules.Place[how], words);
    }

    private static Evidence Districts(ShownPlace one, ShownPlace other, double km, bool reaches, LikenessRules rules)
    {
        if (one.District is { } district && district == other.District)
            return new(rules.Place[one.Precision == other.Precision ? "district" : "in_district"], $"both in {district.Name} district");
        if (!reaches)
            return new(rules.Place["apart"], $"{InKm(km)} apart");
        return km <= rules.FacingKm && one.Country != other.Country
            ? new(rules.Place["facing"], $"{one.District?.Name ?? one.Name} and {other.District?.Name ?? other.Name} face one another, {InKm(km)} apart")
            : km <= rules.FacingKm ? new(rules.Place["facing"], $"{InKm(km)} apart, in neighbouring districts") : new(rules.Place["reach"], $"{InKm(km)} apart");
    }

    /// <summary>Of a document that is being written, the places that can be placed.</summary>
    private static List<ShownPlace> Placed(Incident incident, Atlas atlas) => [.. incident.Places
        .Where(said => (said.Place is { } id && atlas.Places.Find(id) is not null) || said is { Lon: not null, Lat: not null, RadiusM: not null })
        .Select(said => ShownPlace.Of(said, atlas))];

    /// <summary>Kilometres between the points; good to a percent over the distances compared.</summary>
    private static double Km(ShownPlace one, ShownPlace other)
    {
        var north = (one.Lat - other.Lat) * KmPerDegree;
        var east = (one.Lon - other.Lon) * KmPerDegree * Math.Cos((one.Lat + other.Lat) / 2 * Math.PI / 180);
        return Math.Sqrt((north * north) + (east * east));
    }

    private static string InKm(double km) => km < 1 ? "less than 1 km" : $"{km:0} km";
}
