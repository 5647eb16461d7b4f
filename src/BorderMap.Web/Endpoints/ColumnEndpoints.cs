using BorderMap.PostGis.Columns;
using BorderMap.Web.Http;
using Microsoft.AspNetCore.ResponseCompression;

namespace BorderMap.Web.Endpoints;

/// <summary>Incidents as one compact binary of columns: what the map loads (<c>docs/COLUMNS.md</c>).</summary>
public static class ColumnEndpoints
{
    public static void MapColumns(this IEndpointRouteBuilder routes) =>
        routes.MapRead(Routes.IncidentColumns, new Surface("getIncidentColumns", "Incidents that meet a filter as columns in one compact binary, latest first: what the map loads.", MediaTypes.Columns)
        {
            Parameters = [.. Parameters.Filter, Parameters.Part, .. Parameters.ViewState],
        }, GetAsync).AddEndpointFilter<PublicCaching>();

    private static async Task<IResult> GetAsync(HttpContext http, KeptColumns columns, IResponseCompressionProvider compression)
    {
        var query = new QueryValues(http.Request);
        var part = query.OneOf<ColumnPart>(Parameters.Part) ?? ColumnPart.Map;
        var filter = query.Filter();
        if (query.Problems.Count > 0)
        {
            return new ProblemResult(query.Problems);
        }
        var encoding = compression.CheckRequestAcceptsCompression(http) ? compression.GetCompressionProvider(http)?.EncodingName : null;
        return new ColumnResult(encoding, HttpMethods.IsHead(http.Request.Method) ? null : await columns.GetAsync(filter, part, encoding, http.RequestAborted));
    }

    /// <summary>Sends what is compressed already; a HEAD has no bytes.</summary>
    private sealed class ColumnResult(string? encoding, byte[]? bytes) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            response.ContentType = MediaTypes.Columns;
            if (encoding is not null)
            {
                response.Headers.ContentEncoding = encoding;
            }
            if (bytes is not null)
            {
                response.ContentLength = bytes.Length;
                await response.Body.WriteAsync(bytes, httpContext.RequestAborted);
            }
        }
    }
}
