using BorderMap.PostGis.Columns;
using BorderMap.Web.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.ResponseCompression;

namespace BorderMap.Web.Endpoints;

/// <summary>Incidents as one compact binary of columns: what the map loads (<c>docs/COLUMNS.md</c>).</summary>
public static class ColumnEndpoints
{
    public static void MapColumns(this IEndpointRouteBuilder routes) =>
        routes.MapRead(Routes.IncidentColumns, new Surface("getIncidentColumns", "Incidents that meet a filter as columns in one compact binary, latest first: what the map loads.", MediaTypes.Columns)
        {
            Parameters = [.. Parameters.Filter, Parameters.Part, .. Parameters.ViewState],
        }, GetAsync).AddEndpointFilter<PublicCaching>().WithMetadata(new MayBeOld(KeepsItself: true));

    private static async Task<IResult> GetAsync(HttpContext http, KeptColumns columns, IResponseCompressionProvider compression)
    {
        var query = new QueryValues(http.Request);
        var part = query.OneOf<ColumnPart>(Parameters.Part) ?? ColumnPart.Map;
        var filter = query.Filter();
        if (query.Problems.Count > 0)
        {
            return new ProblemResult(query.Problems);
        }
        var encoding = AskedEncoding.Of(http, compression);
        return new CompressedResult(MediaTypes.Columns, encoding, HttpMethods.IsHead(http.Request.Method) ? null : await columns.GetAsync(filter, part, http.Features.GetRequiredFeature<PublicState>(), encoding, http.RequestAborted));
    }
}
