using System.Text.Json;
using BorderMap.Gazetteer;
using BorderMap.Incidents;
using BorderMap.Web.Http;
using NetTopologySuite.Geometries;

namespace BorderMap.Web.Endpoints;

/// <summary>The gazetteer.</summary>
public static class PlaceEndpoints
{
    public static void MapPlaces(this IEndpointRouteBuilder routes)
    {
        routes.MapRead(Routes.PlaceSearch, new Surface("searchPlaces", "Completes a place name while it is typed.", MediaTypes.Json)
        {
            Parameters = [Parameters.PlaceQuery, Parameters.SearchLimit],
        }, Search).AddEndpointFilter<GazetteerCaching>();
        routes.MapRead(Routes.PlaceResolve, new Surface("resolvePlace", "Which places a written name may mean; never a silent guess.", MediaTypes.Json)
        {
            Parameters = [Parameters.Name, Parameters.Context, Parameters.ResolveLimit],
        }, Resolve).AddEndpointFilter<GazetteerCaching>();
        routes.MapRead(Routes.PlaceReverse, new Surface("reversePlace", "District, province and place along the Durand Line of a position.", MediaTypes.Json)
        {
            Parameters = [Parameters.Lon, Parameters.Lat],
        }, Reverse).AddEndpointFilter<GazetteerCaching>();
        routes.MapRead(Routes.Place, new Surface("getPlace", "One place with all its names.", MediaTypes.Json)
        {
            Parameters = [Parameters.Id, Parameters.Boundary],
            Statuses = [301, 404],
        }, Find).AddEndpointFilter<GazetteerCaching>();
    }

    private static IResult Search(HttpContext http, Atlas atlas)
    {
        var query = new QueryValues(http.Request);
        var text = query.Text(Parameters.PlaceQuery);
        var limit = query.Integer(Parameters.SearchLimit);
        if (query.Problems.Count > 0)
        {
            return new ProblemResult(query.Problems);
        }
        var found = atlas.Resolver.Search(text!, limit);
        return JsonText.Object(json =>
        {
            json.WriteString("query", text);
            json.WriteStartArray("places");
            foreach (var candidate in found)
            {
                ResolutionJson.Write(json, candidate, atlas.Places);
            }
            json.WriteEndArray();
        });
    }

    private static IResult Resolve(HttpContext http, Atlas atlas)
    {
        var query = new QueryValues(http.Request);
        var name = query.Text(Parameters.Name);
        var context = query.Text(Parameters.Context);
        var limit = query.Integer(Parameters.ResolveLimit);
        if (query.Problems.Count > 0)
        {
            return new ProblemResult(query.Problems);
        }
        var resolution = atlas.Resolver.Resolve(name!, context, limit);
        return JsonText.Value(json => ResolutionJson.Write(json, resolution, atlas.Places));
    }

    private static IResult Reverse(HttpContext http, Atlas atlas)
    {
        var query = new QueryValues(http.Request);
        var lon = query.Number(Parameters.Lon);
        var lat = query.Number(Parameters.Lat);
        if (query.Problems.Count > 0)
        {
            return new ProblemResult(query.Problems);
        }
        var district = atlas.Places.DistrictAt(lon, lat);
        var province = atlas.Places.ProvinceAt(lon, lat);
        var line = atlas.Line.Locate(lon, lat, 0, (district ?? province)?.Country);
        return JsonText.Object(json =>
        {
            json.WriteNumber("lon", lon);
            json.WriteNumber("lat", lat);
            WriteReference(json, "district", district);
            WriteReference(json, "province", province);
            json.WriteString("country", (district ?? province)?.Country);
            json.WriteString("side", SideOf(line.Side));
            json.WriteNumber("line_distance_km", Math.Round(line.DistanceKm, 2));
            json.WriteNumberOrNull("line_km", line.PositionKm is { } km ? Math.Round(km, 1) : null);
        });
    }

    private static IResult Find(string id, HttpContext http, Atlas atlas)
    {
        var query = new QueryValues(http.Request);
        var boundary = query.Switch(Parameters.Boundary);
        if (query.Problems.Count > 0)
        {
            return new ProblemResult(query.Problems);
        }
        if (atlas.Places.Find(id) is not { } place)
        {
            return new ProblemResult(new Problem(ProblemCodes.NotFound, "id", id, "The gazetteer has no place with this id.", $"{Routes.PlaceSearch}?q= finds places by name."));
        }
        return place.Id == id
            ? JsonText.Object(json => WritePlace(json, place, atlas.Places, boundary ? atlas.Places.Boundary(id) : null))
            : Results.Redirect(Links.Base(http) + Routes.PlaceOf(place.Id) + http.Request.QueryString, permanent: true);
    }

    private static void WritePlace(Utf8JsonWriter json, Place place, Places places, Geometry? boundary)
    {
        json.WriteIdentity(place, places);
        json.WriteNumber("radius_m", place.RadiusM);
        json.WriteString("district_id", place.DistrictId);
        json.WriteString("province_id", place.ProvinceId);
        json.WriteStartArray("names");
        foreach (var name in place.Names)
        {
            json.WriteStartObject();
            json.WriteString("text", name.Text);
            json.WriteString("language", name.Language);
            json.WriteString("rank", JsonText.Word(name.Rank));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        if (boundary is not null)
        {
            json.WritePropertyName("boundary");
            json.WriteGeometry(boundary);
        }
    }

    private static string? SideOf(BorderSide? side) => side is BorderSide.Straddles ? "straddles" : side?.ToString();

    private static void WriteReference(Utf8JsonWriter json, string name, Place? place)
    {
        if (place is null)
        {
            json.WriteNull(name);
            return;
        }
        json.WriteStartObject(name);
        json.WriteString("id", place.Id);
        json.WriteString("name", place.Name);
        json.WriteEndObject();
    }
}
