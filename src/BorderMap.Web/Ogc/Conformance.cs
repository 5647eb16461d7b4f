namespace BorderMap.Web.Ogc;

/// <summary>The conformance classes that the service declares: those that a test proves, and no others.</summary>
public static class Conformance
{
    private const string Features = "http://www.opengis.net/spec/ogcapi-features-";

    public static IReadOnlyList<string> Classes { get; } =
    [
        Features + "1/1.0/conf/core",
        Features + "1/1.0/conf/geojson",
        Features + "1/1.0/conf/html",
        Features + "1/1.0/conf/oas30",
        Features + "2/1.0/conf/crs",
        Features + "3/1.0/conf/queryables",
        Features + "3/1.0/conf/queryables-query-parameters",
        Features + "5/1.0/conf/schemas",
        Features + "5/1.0/conf/core-roles-features",
        Features + "5/1.0/conf/returnables-and-receivables",
        Features + "5/1.0/conf/sortables",
    ];
}
