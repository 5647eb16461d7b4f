using System.Buffers;
using System.Text.Json;
using BorderMap.Gazetteer.Coordinates;
using BorderMap.Incidents;
using BorderMap.PostGis;
using BorderMap.PostGis.Features;
using BorderMap.Web.Endpoints;
using BorderMap.Web.Http;
using BorderMap.Web.Pages;
using BorderMap.Web.Pages.Ogc;

namespace BorderMap.Web.Ogc;

/// <summary>The features of a collection, a page at a time, and each by itself.</summary>
internal static class ItemsEndpoints
{
    public static void MapItems(this IEndpointRouteBuilder routes)
    {
        routes.MapNegotiated(Routes.OgcItems, new Surface("ogcItems", "Features of a collection, a page at a time; besides these parameters each queryable is one.", MediaTypes.GeoJson)
        {
            Parameters = [Parameters.Collection, .. ItemsRequest.OfAny.Where(parameter => parameter != Parameters.Form)],
            Statuses = [404],
            // Which names are known depends on the collection: ItemsRequest refuses the others.
            AnyQuery = true,
        }, ItemsAsync);
        routes.MapNegotiated(Routes.OgcItem, new Surface("ogcItem", "One feature of a collection.", MediaTypes.GeoJson)
        {
            Parameters = [Parameters.Collection, Parameters.Id, Parameters.Crs, Parameters.AsOf],
            Statuses = [301, 404, 410],
        }, ItemAsync);
    }

    private static async Task<IResult> ItemsAsync(string collection, HttpContext http, FeatureReader reader, Gazetteer.Atlas atlas)
    {
        if (FeatureSets.Find(collection) is not { } found)
        {
            return OgcEndpoints.NoCollection(collection);
        }
        var values = new QueryValues(http.Request);
        var query = ItemsRequest.Read(values, http.Request, found);
        if (values.Problems.Count > 0)
        {
            return new ProblemResult(values.Problems);
        }
        var page = await reader.PageAsync(query, http.Features.Get<PublicState>()?.Pub, http.RequestAborted);
        var form = AnswerForm.Of(http);
        List<OgcLink> links = [.. OgcLink.SelfAndAlternate(http, MediaTypes.GeoJson)];
        if (page.Next is { } next)
        {
            links.Add(new("next", Links.With(http, Parameters.Cursor, next), form.MediaType.Split(';')[0], "Next page"));
        }
        links.Add(OgcLink.Of("collection", http, Routes.OfCollection(Routes.OgcCollection, found.Id), MediaTypes.Json, found.Title));
        http.Response.Headers.Link = OgcLink.Header(links);
        SayCrs(http, query.Crs);
        return form.IsPage ? new PageResult(ItemsPage.Of(http, query, page, atlas)) : new FeaturesResult(page, [.. links, OgcLink.LicenceLink()]);
    }

    private static async Task<IResult> ItemAsync(string collection, string id, HttpContext http, FeatureReader reader, PublicReader incidents, Gazetteer.Atlas atlas)
    {
        if (FeatureSets.Find(collection) is not { } found)
        {
            return OgcEndpoints.NoCollection(collection);
        }
        var values = new QueryValues(http.Request);
        var crs = ItemsRequest.Crs(values, Parameters.Crs);
        var asOf = values.OptionalLong(Parameters.AsOf);
        if (asOf is not null && !found.IsVersioned)
        {
            values.Add(new(ProblemCodes.InvalidParameter, Parameters.AsOf.Name, asOf.ToString(), "This collection has no earlier states.", "Leave asOf out."));
        }
        if (values.Problems.Count > 0)
        {
            return new ProblemResult(values.Problems);
        }
        if (await reader.FindAsync(new FeatureQuery(found) { Crs = crs, AsOf = asOf }, id, http.RequestAborted) is not { } feature)
        {
            return await NotHereAsync(http, found, id, asOf, incidents);
        }
        List<OgcLink> links = [.. OgcLink.SelfAndAlternate(http, MediaTypes.GeoJson), OgcLink.Of("collection", http, Routes.OfCollection(Routes.OgcCollection, found.Id), MediaTypes.Json, found.Title)];
        http.Response.Headers.Link = OgcLink.Header(links);
        SayCrs(http, crs);
        return http.IsPage() ? new PageResult(ItemsPage.OfOne(http, found, feature, crs, atlas)) : new FeatureResult(feature, [.. links, OgcLink.LicenceLink()]);
    }

    private static void SayCrs(HttpContext http, ReferenceSystem crs) => http.Response.Headers["Content-Crs"] = $"<{crs.Uri}>";

    private static async Task<IResult> NotHereAsync(HttpContext http, FeatureSet collection, string id, long? asOf, PublicReader incidents)
    {
        if (collection.TakesIncidentFilter && await incidents.FindAsync(id, asOf, http.RequestAborted) is { } incident and not PublicIncident.Missing)
        {
            return IncidentEndpoints.NotHere(http, id, incident, successor => Routes.ItemOf(collection.Id, successor));
        }
        return new FailureResult(new Problem(ProblemCodes.NotFound, "id", id, $"The collection {collection.Id} has no feature with this id.", $"{Routes.OfCollection(Routes.OgcItems, collection.Id)} lists them."));
    }

    /// <summary>Writes a page of finished features as they are.</summary>
    private sealed class FeaturesResult(FeaturePage page, IReadOnlyList<OgcLink> links) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.ContentType = MediaTypes.GeoJson;
            var body = httpContext.Response.BodyWriter;
            body.Write("""{"type":"FeatureCollection","features":["""u8);
            for (var i = 0; i < page.Features.Count; i++)
            {
                if (i > 0)
                {
                    body.Write(","u8);
                }
                body.Write(page.Features[i]);
            }
            body.Write("],"u8);
            body.Write(Members(json =>
            {
                json.WriteNumber("numberReturned", page.Features.Count);
                json.WriteNumber("numberMatched", page.NumberMatched);
                json.WriteNumber("pub", page.Pub);
                if (page.Withheld is { } withheld)
                {
                    json.WriteNumber("withheld", withheld);
                }
                OgcLink.Write(json, links);
            }));
            await body.FlushAsync(httpContext.RequestAborted);
        }
    }

    /// <summary>Writes a finished feature with links.</summary>
    private sealed class FeatureResult(byte[] feature, IReadOnlyList<OgcLink> links) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.ContentType = MediaTypes.GeoJson;
            var body = httpContext.Response.BodyWriter;
            body.Write(feature.AsSpan()[..feature.AsSpan().LastIndexOf((byte)'}')]);
            body.Write(","u8);
            body.Write(Members(json => OgcLink.Write(json, links)));
            await body.FlushAsync(httpContext.RequestAborted);
        }
    }

    /// <summary>The last members of an object and the brace that closes it.</summary>
    private static ReadOnlySpan<byte> Members(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, JsonText.Writing))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        return buffer.WrittenSpan[1..];
    }
}
