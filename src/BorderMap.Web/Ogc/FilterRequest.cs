using BorderMap.Gazetteer.Coordinates;
using BorderMap.Incidents.Cql2;
using BorderMap.PostGis.Features;
using BorderMap.Web.Http;

namespace BorderMap.Web.Ogc;

/// <summary>Reads the filter of Part 3 that a request for features gives.</summary>
internal static class FilterRequest
{
    public static IReadOnlyList<Parameter> Parameters { get; } = [Http.Parameters.CqlFilter, Http.Parameters.FilterLang, Http.Parameters.FilterCrs];

    /// <summary>The condition on the collection's features; null where there is no filter, or a wrong one, which is then a problem.</summary>
    public static FeatureCondition? Read(QueryValues values, HttpRequest request, FeatureSet collection)
    {
        var before = values.Problems.Count;
        var language = values.Choice(Http.Parameters.FilterLang) ?? Http.Parameters.FilterLang.Default!;
        var crs = ItemsRequest.Crs(values, Http.Parameters.FilterCrs);
        if (values.Whole(Http.Parameters.CqlFilter) is not { } text || values.Problems.Count > before)
        {
            return null;
        }
        var (filter, problem) = Cql2Filter.Read(PlusSigns.Resolve(request, Http.Parameters.CqlFilter.Name, text), Cql2Filter.Languages[language], FeatureFilter.Queryables(collection), CrsOf(crs));
        if (problem is not null)
        {
            values.Add(problem);
        }
        return filter is null ? null : FeatureFilter.Condition(collection, filter);
    }

    private static FilterCrs CrsOf(ReferenceSystem crs) => crs == ReferenceSystem.Crs84 ? FilterCrs.Crs84 : new(crs.IsDegrees, crs.LonLat);
}
