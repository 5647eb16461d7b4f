namespace BorderMap.Gazetteer.Resolving;

/// <summary>Why a place is a candidate, in words, and what a position taken from it is worth.</summary>
internal static class Reasons
{
    private const double ExactWithinM = 500;
    private const double ProvinceSizedM = 50_000;

    public static Candidate Candidate(Ranked ranked, double score, double radiusM, string why) =>
        new(ranked.Place, Math.Round(score, 3), ranked.Place.Names[ranked.Hit.Name].Text, PrecisionOf(ranked.Place), radiusM, why);

    public static PlacePrecision PrecisionOf(Place place) => place.Kind switch
    {
        PlaceKind.Country => PlacePrecision.Country,
        PlaceKind.Province => PlacePrecision.Province,
        PlaceKind.District => PlacePrecision.District,
        PlaceKind.Area => place.RadiusM >= ProvinceSizedM ? PlacePrecision.Province : PlacePrecision.District,
        PlaceKind.Crossing => place.RadiusM <= ExactWithinM ? PlacePrecision.Exact : PlacePrecision.Near,
        _ => PlacePrecision.Locality,
    };

    public static string OfMatch(Ranked ranked, Context context, bool isBeside)
    {
        var how = ranked.Hit.How switch
        {
            MatchKind.Same => "a recorded name",
            MatchKind.Core => "a recorded name, but for words that say the kind of place",
            MatchKind.Spelling => "another spelling of a recorded name",
            MatchKind.Slip => "a slip or two from a recorded name",
            MatchKind.Sound => "a recorded name in the other script that sounds so",
            _ => "the beginning of a recorded name",
        };
        return context.Parts.Count == 0 && context.NotUnderstood.Count == 0 ? how
            : context.Parts.Count == 0 ? $"{how}; not understood: {string.Join(", ", context.NotUnderstood)}"
            : $"{how}; {(isBeside ? "beside" : "in")} {Words(context)}";
    }

    public static string OfRegion(string name, Place region) =>
        $"no source records \"{name}\" in {region.Name}: somewhere in this {region.Kind.ToString().ToLowerInvariant()}";

    public static string OfElsewhere(Ranked ranked, Context context) => $"{OfMatch(ranked, Context.None, isBeside: false)}; but not in {Words(context)}";

    private static string Words(Context context) => string.Join(", ", context.Parts.Select(part => part.Words));
}
