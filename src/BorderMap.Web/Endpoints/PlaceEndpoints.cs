using BorderMap.Gazetteer;
using BorderMap.Gazetteer.Coordinates;
using BorderMap.Incidents;
using BorderMap.Web.Http;

namespace BorderMap.Web.Endpoints;

/// <summary>The gazetteer.</summary>
public static class PlaceEndpoints
{
    private static readonly Parameter[] Evidence = [Parameters.Context, Parameters.Country, Parameters.PlaceKind, Parameters.Near, Parameters.NearLine, Parameters.On];

    public static void MapPlaces(this IEndpointRouteBuilder routes)
    {
        routes.MapRead(Routes.PlaceSearch, new Surface("searchPlaces", "Completes a place name while it is typed.", MediaTypes.Json)
        {
            Parameters = [Parameters.PlaceQuery, Parameters.SearchLimit, Parameters.PlaceKind, Parameters.Country, Parameters.Near, Parameters.Lang],
        }, Search).AddEndpointFilter<GazetteerCaching>();
        routes.MapRead(Routes.PlaceResolve, new Surface("resolvePlace", "Which places a written name may mean; never a silent guess.", MediaTypes.Json)
        {
            Parameters = [Parameters.Name, .. Evidence, Parameters.ResolveLimit, Parameters.Lang],
        }, Resolve).AddEndpointFilter<GazetteerCaching>();
        routes.MapAsk(Routes.PlaceResolve, new Surface("resolvePlaces", $"Resolves up to {Limits.BatchMax} names; the answers come in their order.", MediaTypes.Json)
        {
            Parameters = [Parameters.ResolveLimit, Parameters.Lang],
            Bodies = [BatchBody.Json, BatchBody.Lines],
            Weight = 10,
            Statuses = [413, 415, 422, 503],
        }, PlaceBatch.AnswerAsync);
        routes.MapRead(Routes.PlaceReverse, new Surface("reversePlace", "District, province, nearest places and place along the Durand Line of a position.", MediaTypes.Json)
        {
            Parameters = [Parameters.Lon, Parameters.Lat, Parameters.At, Parameters.NearestLimit, Parameters.Lang],
        }, Reverse).AddEndpointFilter<GazetteerCaching>();
        routes.MapRead(Routes.PlaceNames, new Surface("placeNames", "What the map names, in another language: by kind and English name, where one is recorded.", MediaTypes.Json)
        {
            Parameters = [Parameters.Lang],
        }, PlaceNames.AnswerAsync).WithMetadata(new InLanguage()).AddEndpointFilter<PublicCaching>();
        routes.MapRead(Routes.Place, new Surface("getPlace", "One place with all its names, what holds it and what held it.", MediaTypes.Json)
        {
            Parameters = [Parameters.Id, Parameters.Boundary, Parameters.Lang],
            Statuses = [301, 404],
        }, Find).AddEndpointFilter<GazetteerCaching>();
    }

    /// <summary>The problem of an id that is no place's.</summary>
    public static Problem Unknown(string id) =>
        new(ProblemCodes.NotFound, "id", id, "The gazetteer has no place with this id.", $"{Routes.PlaceSearch}?q= finds places by name.");

    private static IResult Search(HttpContext http, Atlas atlas)
    {
        var query = new QueryValues(http.Request);
        var text = query.Text(Parameters.PlaceQuery);
        var limit = query.Integer(Parameters.SearchLimit);
        var filter = new PlaceFilter(query.Kind(), query.Choice(Parameters.Country), query.Point(Parameters.Near));
        var language = query.Language();
        if (query.Problems.Count > 0)
        {
            return new ProblemResult(query.Problems);
        }
        var found = filter.Search(atlas.Resolver, text!, limit);
        return JsonText.In(language, json =>
        {
            json.WriteString("query", text);
            json.WriteString("lang", language.Tag);
            json.WriteStartArray("places");
            foreach (var candidate in found)
            {
                ResolutionJson.Write(json, candidate, atlas.Places, language);
            }
            json.WriteEndArray();
        });
    }

    private static IResult Resolve(HttpContext http, Atlas atlas)
    {
        var query = new QueryValues(http.Request);
        var asked = new ResolveQuery(query.Text(Parameters.Name) ?? "")
        {
            Context = query.Text(Parameters.Context),
            Country = query.Choice(Parameters.Country),
            Kind = query.Kind(),
            Near = query.Point(Parameters.Near),
            NearLine = query.Switch(Parameters.NearLine),
            On = query.Day(Parameters.On),
            Limit = query.Integer(Parameters.ResolveLimit),
        };
        var language = query.Language();
        if (query.Problems.Count > 0)
        {
            return new ProblemResult(query.Problems);
        }
        var resolution = atlas.Resolver.Resolve(asked);
        return JsonText.ValueIn(language, json => ResolutionJson.Write(json, resolution, atlas.Places, language));
    }

    private static IResult Reverse(HttpContext http, Atlas atlas)
    {
        var query = new QueryValues(http.Request);
        var at = Position(query);
        var limit = query.Integer(Parameters.NearestLimit);
        var language = query.Language();
        if (query.Problems.Count > 0)
        {
            return new ProblemResult(query.Problems);
        }
        var reversal = atlas.Reverse.At(at!.Point.Lon, at.Point.Lat, limit);
        return JsonText.In(language, json => ReversalJson.Write(json, reversal, at, language));
    }

    /// <summary>The position of <c>at</c>, or of <c>lon</c> and <c>lat</c>; null when the query has problems.</summary>
    private static CoordinateReading.Found? Position(QueryValues query)
    {
        var text = query.Text(Parameters.At);
        var (lon, lat) = (query.Number(Parameters.Lon), query.Number(Parameters.Lat));
        if (text is null)
        {
            foreach (var missing in new[] { Parameters.Lon, Parameters.Lat }.Where(parameter => !query.Has(parameter)))
            {
                query.Miss(missing);
            }
            return lon is { } east && lat is { } north ? new(new GeoPoint(east, north), CoordinateNotation.DecimalDegrees, 1) : null;
        }
        if (query.Has(Parameters.Lon) || query.Has(Parameters.Lat))
        {
            query.Add(new(ProblemCodes.InvalidParameter, Parameters.At.Name, text, "at stands beside lon and lat.", "Give the position once: either at, or lon and lat."));
        }
        switch (CoordinateText.Read(text))
        {
            case CoordinateReading.Found found:
                return found;
            case CoordinateReading.Wrong wrong:
                query.Add(new(ProblemCodes.InvalidParameter, Parameters.At.Name, text, wrong.Message, wrong.Fix));
                return null;
            default:
                query.Add(new(ProblemCodes.InvalidParameter, Parameters.At.Name, text, "at is no position.", $"Write for example 34.1311, 71.0822 or {Parameters.At.Example}; {Routes.PlaceResolve} takes names."));
                return null;
        }
    }

    private static IResult Find(string id, HttpContext http, Atlas atlas)
    {
        var query = new QueryValues(http.Request);
        var boundary = query.Switch(Parameters.Boundary);
        var language = query.Language();
        if (query.Problems.Count > 0)
        {
            return new ProblemResult(query.Problems);
        }
        if (atlas.Places.Find(id) is not { } place)
        {
            return new ProblemResult(Unknown(id));
        }
        return place.Id == id
            ? JsonText.In(language, json => PlaceJson.Write(json, place, atlas, language, boundary))
            : Results.Redirect(Links.Base(http) + Routes.PlaceOf(place.Id) + http.Request.QueryString, permanent: true);
    }
}
