using BorderMap.Incidents.Exporting;
using BorderMap.Web.Http;

namespace BorderMap.Web.Exports;

/// <summary>What a download says of itself before its body.</summary>
public static class ExportHeaders
{
    public const string Filter = "Bordermap-Filter";
    public const string Count = "Bordermap-Count";
    public const string WithoutPlace = "Bordermap-Without-Place";
    public const string Pub = "Bordermap-Pub";
    public const string Gone = "Bordermap-Gone";
    public const string Digest = "Content-Digest";

    /// <summary>With what they mean.</summary>
    public static IReadOnlyList<ResponseHeader> All { get; } =
    [
        new(Filter, "The filter, in its canonical spelling; none: there is none."),
        new(Count, "How many incidents the file holds."),
        new(WithoutPlace, "FlatGeobuf: how many meet the filter and are not in the file, for they have no place."),
        new(Pub, "The version of the data: the public sequence that the file shows. The same again: asOf with this number."),
        new(Gone, "With changed-since: how many that changed do not belong to the answer, or not any more; GeoJSON and /api/changes name them."),
        new("Link", "The licence (rel=license) and the data dictionary (rel=describedby)."),
        new(Digest, "A trailer: SHA-256 of the content as it was sent (RFC 9530)."),
    ];

    internal static void Write(HttpContext http, ExportHead head, long? gone)
    {
        var headers = http.Response.Headers;
        headers[Filter] = head.Filter.Length == 0 ? "none" : head.Filter;
        headers[Count] = (head.Located ?? head.Count).ToString();
        headers[Pub] = head.Pub.ToString();
        headers.AppendCommaSeparatedValues("Link", $"<{ExportHead.LicenceUrl}>; rel=\"license\"", $"<{Links.Base(http)}{Routes.Dictionary}>; rel=\"describedby\"; type=\"text/csv\"");
        if (head.Located is { } located)
        {
            headers[WithoutPlace] = (head.Count - located).ToString();
        }
        if (gone is { } departed)
        {
            headers[Gone] = departed.ToString();
        }
    }
}
