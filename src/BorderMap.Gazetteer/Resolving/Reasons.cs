namespace BorderMap.Gazetteer.Resolving;

/// <summary>Why a place is a candidate, in words, and what a position taken from it is worth.</summary>
internal static class Reasons
{
    private const double ExactWithinM = 500;
    private const double ProvinceSizedM = 50_000;

    public static Candidate Candidate(in Contender contender, double score, double radiusM, Evidence evidence, Places places)
    {
        var (place, name) = (contender.Place, contender.Place.Names[contender.Hit.Name]);
        return new Candidate(place, score, name.Text, PrecisionOf(place), radiusM, OfMatch(contender, name, evidence))
        {
            Today = place.Today.Count == 0 ? [] : places.TodayOf(place),
        };
    }

    public static PlacePrecision PrecisionOf(Place place) => place.Kind switch
    {
        PlaceKind.Country => PlacePrecision.Country,
        PlaceKind.Province => PlacePrecision.Province,
        PlaceKind.District => PlacePrecision.District,
        PlaceKind.Area => place.RadiusM >= ProvinceSizedM ? PlacePrecision.Province : PlacePrecision.District,
        PlaceKind.Crossing => place.RadiusM <= ExactWithinM ? PlacePrecision.Exact : PlacePrecision.Near,
        _ => PlacePrecision.Locality,
    };

    public static string OfRegion(string name, Place region) =>
        $"no source records \"{name}\" in {region.Name}: somewhere in this {region.Kind.ToString().ToLowerInvariant()}";

    private static string OfMatch(in Contender contender, PlaceName name, Evidence evidence)
    {
        var how = contender.Hit.How switch
        {
            MatchKind.Same => "a recorded name",
            MatchKind.Core => "a recorded name, but for words that say the kind of place",
            MatchKind.Spelling => "another spelling of a recorded name",
            MatchKind.Slip => "a slip or two from a recorded name",
            MatchKind.Sound => "a recorded name in the other script that sounds so",
            _ => "the beginning of a recorded name",
        };
        var since = name.Until is { } until ? FormattableString.Invariant($", its name until {until:yyyy-MM-dd}") : "";
        return evidence.IsNone && evidence.Context.NotUnderstood.Count == 0 ? how + since
            : string.Join("; ", evidence.Words(contender).Prepend(how + since));
    }
}
