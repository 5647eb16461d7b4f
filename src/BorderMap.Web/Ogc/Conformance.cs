namespace BorderMap.Web.Ogc;

/// <summary>The conformance classes that the service declares: those that a test proves, and no others.</summary>
public static class Conformance
{
    private const string Features = "http://www.opengis.net/spec/ogcapi-features-";

    private const string Cql2 = "http://www.opengis.net/spec/cql2/1.0/conf/";

    public static IReadOnlyList<string> Classes { get; } =
    [
        Features + "1/1.0/conf/core",
        Features + "1/1.0/conf/geojson",
        Features + "1/1.0/conf/html",
        Features + "1/1.0/conf/oas30",
        Features + "2/1.0/conf/crs",
        Features + "3/1.0/conf/queryables",
        Features + "3/1.0/conf/queryables-query-parameters",
        Features + "3/1.0/conf/filter",
        Features + "3/1.0/conf/features-filter",
        Cql2 + "cql2-text",
        Cql2 + "cql2-json",
        Cql2 + "basic-cql2",
        Cql2 + "advanced-comparison-operators",
        Cql2 + "case-insensitive-comparison",
        Cql2 + "accent-insensitive-comparison",
        Cql2 + "basic-spatial-functions",
        Cql2 + "basic-spatial-functions-plus",
        // The draft's name of basic-spatial-functions, which QGIS before 3.44 looks for.
        Cql2 + "basic-spatial-operators",
        Cql2 + "temporal-functions",
        Cql2 + "property-property",
        Cql2 + "arithmetic",
        Features + "5/1.0/conf/schemas",
        Features + "5/1.0/conf/core-roles-features",
        Features + "5/1.0/conf/returnables-and-receivables",
        Features + "5/1.0/conf/sortables",
    ];
}
