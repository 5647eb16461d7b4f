using BorderMap.Incidents;
using BorderMap.Incidents.Exporting;
using BorderMap.Web.Exports;
using BorderMap.Web.Http;

namespace BorderMap.Web.Endpoints;

/// <summary>Downloads: all incidents that meet a filter, streamed from the database to the response, in each format; and what their columns mean.</summary>
public static class ExportEndpoints
{
    public static void MapExports(this IEndpointRouteBuilder routes)
    {
        foreach (var file in ExportFile.All)
        {
            routes.MapRead(file.Route, new Surface(file.Operation, file.Summary, file.MediaType)
            {
                Parameters = [.. Parameters.Filter, Parameters.ChangedSince, .. Parameters.ViewState],
                Statuses = [503],
                Headers = ExportHeaders.All,
                Weight = 10,
            }, (HttpContext http, TimeProvider time) => Export(http, file, time)).AddEndpointFilter<PublicCaching>();
        }
        routes.MapRead(Routes.Dictionary, new Surface("getDictionary", "What the columns of downloads mean: name, type, unit, meaning, values.", MediaTypes.Csv), Dictionary);
    }

    private static IResult Export(HttpContext http, ExportFile file, TimeProvider time)
    {
        var query = new QueryValues(http.Request);
        var filter = query.Filter();
        var since = query.OptionalLong(Parameters.ChangedSince);
        if (since is not null && filter.AsOf is { } asOf)
        {
            query.Add(new(ProblemCodes.InvalidParameter, Parameters.AsOf.Name, asOf.ToString(), "changed-since leads up to now, and asOf is an earlier state.", "Leave out one of the two."));
        }
        return query.Problems.Count > 0 ? new ProblemResult(query.Problems) : new ExportResult(file, new(filter, since), FileName(filter, since, time.GetUtcNow(), file.Ending));
    }

    private static IResult Dictionary(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-cache";
        return Results.Text(ColumnMeanings.Csv, MediaTypes.Csv);
    }

    /// <summary>Day of the download (UTC) and filter, in letters that every file system takes.</summary>
    internal static string FileName(IncidentFilter filter, long? since, DateTimeOffset now, string ending)
    {
        var parameters = filter.ToParameters().Concat(since is { } known ? [KeyValuePair.Create(Parameters.ChangedSince.Name, $"{known}")] : []);
        var words = parameters.Select(pair => $"_{pair.Key}-{pair.Value}");
        var safe = string.Concat(string.Concat(words).Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or ',' ? c : '-'));
        return $"bordermap-incidents_{now:yyyy-MM-dd}{(safe.Length > 120 ? safe[..120] : safe)}.{ending}";
    }
}
