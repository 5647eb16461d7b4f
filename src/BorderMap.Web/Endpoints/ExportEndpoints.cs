using BorderMap.Incidents;
using BorderMap.PostGis;
using BorderMap.Web.Http;

namespace BorderMap.Web.Endpoints;

/// <summary>Downloads: all incidents that meet a filter, by id, streamed from the database to the response.</summary>
public static class ExportEndpoints
{
    public static void MapExports(this IEndpointRouteBuilder routes)
    {
        IReadOnlyList<Parameter> parameters = [.. Parameters.Filter, .. Parameters.ViewState];
        routes.MapRead(Routes.ExportGeoJson, new Surface("exportGeoJson", "Incidents as one GeoJSON FeatureCollection.", MediaTypes.GeoJson) { Parameters = parameters }, GeoJson)
            .AddEndpointFilter<PublicCaching>();
        routes.MapRead(Routes.ExportCsv, new Surface("exportCsv", "Incidents as CSV: UTF-8 with a byte order mark, formula-safe.", MediaTypes.Csv) { Parameters = parameters }, Csv)
            .AddEndpointFilter<PublicCaching>();
    }

    private static IResult GeoJson(HttpContext http, PublicReader reader, TimeProvider time) =>
        Export(http, time, "geojson", MediaTypes.GeoJson, filter => ExportFormats.WriteGeoJsonAsync(reader, filter, Links.Self(http), http.Response.Body, http.RequestAborted));

    private static IResult Csv(HttpContext http, PublicReader reader, TimeProvider time) =>
        Export(http, time, "csv", MediaTypes.Csv, filter => ExportFormats.WriteCsvAsync(reader, filter, http.Response.Body, http.RequestAborted));

    private static IResult Export(HttpContext http, TimeProvider time, string ending, string mediaType, Func<IncidentFilter, Task> write)
    {
        var query = new QueryValues(http.Request);
        var filter = query.Filter();
        if (query.Problems.Count > 0)
        {
            return new ProblemResult(query.Problems);
        }
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{FileName(filter, time.GetUtcNow(), ending)}\"";
        return new StreamedResult(mediaType, () => write(filter));
    }

    /// <summary>Day of the download (UTC) and filter, in letters that every file system takes.</summary>
    internal static string FileName(IncidentFilter filter, DateTimeOffset now, string ending)
    {
        var words = filter.ToParameters().Select(pair => $"_{pair.Key}-{pair.Value}");
        var safe = string.Concat(string.Concat(words).Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or ',' ? c : '-'));
        return $"bordermap-incidents_{now:yyyy-MM-dd}{(safe.Length > 120 ? safe[..120] : safe)}.{ending}";
    }

    /// <summary>Writes the body while it is made; a HEAD makes none.</summary>
    private sealed class StreamedResult(string mediaType, Func<Task> write) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.ContentType = mediaType;
            return HttpMethods.IsHead(httpContext.Request.Method) ? Task.CompletedTask : write();
        }
    }
}
