using BorderMap.Gazetteer.Coordinates;
using BorderMap.Gazetteer.Reversing;

namespace BorderMap.Gazetteer.Resolving;

/// <summary>Resolves a toponym that is coordinates: to the district that holds them, with the position itself.</summary>
internal sealed class CoordinateResolver(Places places)
{
    /// <summary>A position known within so many metres is exact, or near; a coarser one is a province's.</summary>
    private const double ExactM = 1_500, NearM = 15_000;

    /// <summary>A tenth of a metre: less than any notation here gives.</summary>
    private const int Decimals = 6;

    /// <returns>Null when the name is no coordinates.</returns>
    public Resolution? Resolve(ResolveQuery query) => CoordinateText.Read(query.Name) switch
    {
        CoordinateReading.Found found when !Region.Holds(found.Point) => Unknown(query, OutsideRegion(found)),
        CoordinateReading.Found found => At(query, found),
        CoordinateReading.Wrong wrong => Unknown(query, $"{wrong.Message} {wrong.Fix}"),
        _ => null,
    };

    private Resolution At(ResolveQuery query, CoordinateReading.Found found)
    {
        var there = Whereabouts.Of(found.Point, places);
        // What the digits leave open may reach into a district.
        var isInside = there.KmOutside <= Math.Max(Whereabouts.SlackKm, found.PrecisionM / 1000);
        if (!isInside || (there.District ?? there.Province) is not { } district)
        {
            return Unknown(query, $"{Sentence(found)} lies {there.OutsideWords(places)}. Check the order and the signs of the numbers.");
        }
        var precision = found.PrecisionM <= ExactM ? PlacePrecision.Exact : found.PrecisionM <= NearM ? PlacePrecision.Near : PlacePrecision.Province;
        var place = precision is PlacePrecision.Province ? there.Province ?? district : district;
        var candidate = new Candidate(place, 1, CoordinateFormat.Decimal(found.Point), precision, found.PrecisionM, Why(query, found, there)) { Lon = Math.Round(found.Point.Lon, Decimals), Lat = Math.Round(found.Point.Lat, Decimals) };
        return new Resolution(query.Name, query.Context, ResolutionStatus.Resolved, [candidate]);
    }

    private string Why(ResolveQuery query, CoordinateReading.Found found, Whereabouts there)
    {
        var written = $"coordinates ({Name(found.Notation)}{(found.Assumed is null ? "" : $", {found.Assumed}")})";
        var where = $"{(there.KmOutside > 0 ? "just outside the drawn boundary of" : "in")} {there.Words(places)}";
        var country = (there.District ?? there.Province)!.Country;
        return query.Country is { } asked && asked != country ? $"{written} {where}, and so not in {asked}" : $"{written} {where}";
    }

    private static string OutsideRegion(CoordinateReading.Found found) =>
        $"{Sentence(found)} lies outside the region, {Region.South:0} to {Region.North:0} degrees north and {Region.West:0} to {Region.East:0} east. Check the order and the signs of the numbers.";

    private static string Sentence(CoordinateReading.Found found) =>
        $"The position {CoordinateFormat.Decimal(found.Point)}{(found.Assumed is null ? "" : $" ({found.Assumed})")}";

    private static string Name(CoordinateNotation notation) => notation switch
    {
        CoordinateNotation.DecimalDegrees => "decimal degrees",
        CoordinateNotation.DegreesMinutes => "degrees and minutes",
        CoordinateNotation.DegreesMinutesSeconds => "degrees, minutes and seconds",
        CoordinateNotation.Utm => "UTM",
        _ => "MGRS",
    };

    private static Resolution Unknown(ResolveQuery query, string problem) => new(query.Name, query.Context, ResolutionStatus.Unknown, []) { Problem = problem };
}
