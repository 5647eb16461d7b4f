using BorderMap.Gazetteer;

namespace BorderMap.Web.Endpoints;

/// <summary>What a search is narrowed to.</summary>
/// <param name="Kind">Only this kind.</param>
/// <param name="Country">Only in this country: <c>AF</c> or <c>PK</c>.</param>
/// <param name="Near">Of what fits, the nearest to this position first.</param>
public sealed record PlaceFilter(PlaceKind? Kind = null, string? Country = null, GeoPoint? Near = null)
{
    /// <summary>Completes a name to at most that many places.</summary>
    public IReadOnlyList<Candidate> Search(PlaceResolver resolver, string typed, int limit)
    {
        var found = resolver.Search(typed, Near is null ? limit : Limits.SearchMax, Kind is null && Country is null ? null : Holds);
        return Near is not { } near ? found : [.. found.OrderBy(candidate => near.KmTo(new GeoPoint(candidate.Lon, candidate.Lat))).Take(limit)];
    }

    private bool Holds(Place place) => (Kind is null || place.Kind == Kind) && (Country is null || place.Country == Country);
}
