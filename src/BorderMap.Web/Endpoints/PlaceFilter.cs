using BorderMap.Gazetteer;

namespace BorderMap.Web.Endpoints;

/// <summary>What a search is narrowed to.</summary>
/// <param name="Kind">Only this kind.</param>
/// <param name="Country">Only in this country: <c>AF</c> or <c>PK</c>.</param>
/// <param name="Near">Of what fits, the nearest to this position first.</param>
public sealed record PlaceFilter(PlaceKind? Kind = null, string? Country = null, GeoPoint? Near = null)
{
    /// <summary>How many completions are looked through for those that the filter lets pass.</summary>
    private const int Among = 1000;

    /// <summary>Completes a name to at most that many places.</summary>
    public IReadOnlyList<Candidate> Search(PlaceResolver resolver, string typed, int limit)
    {
        if (this == new PlaceFilter())
        {
            return resolver.Search(typed, limit);
        }
        var found = resolver.Search(typed, Among).Where(candidate => (Kind is null || candidate.Place.Kind == Kind) && (Country is null || candidate.Place.Country == Country));
        if (Near is { } near)
        {
            found = found.Take(Limits.SearchMax).OrderBy(candidate => near.KmTo(new GeoPoint(candidate.Place.Lon, candidate.Place.Lat)));
        }
        return [.. found.Take(limit)];
    }
}
