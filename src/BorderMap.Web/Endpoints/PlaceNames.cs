using System.Text.Json;
using BorderMap.Gazetteer;
using BorderMap.PostGis;
using BorderMap.Web.Http;

namespace BorderMap.Web.Endpoints;

/// <summary>
/// What the map, the list and the details name, in another language. The features name places in English; a name for which two places
/// have different ones in that language is left out: better a Latin name than another place's.
/// </summary>
internal static class PlaceNames
{
    /// <summary>Towns of the base map lie this near to the entry of the gazetteer that they are.</summary>
    private const double TownDegrees = 0.25;

    // A province is said to be one by the sentence about it.
    private static readonly string[] Before = ["ولایت ", "ایالت ", "استان ", "ولسوالی ", "شهرستان ", "ضلع ", "صوبہ "];
    private static readonly string[] After = [" ولايت", " ولایت", " ولسوالۍ", " ولسوالي", " ولسوالی", " ضلع", " صوبہ", " پراونس"];

    public static async Task<IResult> AnswerAsync(HttpContext http, Atlas atlas, PublicReader reader, ContentRoot content)
    {
        var query = new QueryValues(http.Request);
        var language = query.Language();
        if (query.Problems.Count > 0)
        {
            return new ProblemResult(query.Problems);
        }
        var reported = await reader.PlacesAsync(http.RequestAborted);
        var towns = Towns(atlas.Places, await TownsOfMapAsync(content, http.RequestAborted));
        var kinds = atlas.Places.All.ToLookup(place => place.Kind);
        var others = reported.Select(atlas.Places.Find).OfType<Place>().Concat(kinds[PlaceKind.Crossing]).Concat(kinds[PlaceKind.Area]).Concat(towns);
        return JsonText.In(language, json =>
        {
            json.WriteString("lang", language.Tag);
            json.WriteStartObject("names");
            Write(json, "province", kinds[PlaceKind.Province], language);
            Write(json, "district", kinds[PlaceKind.District], language);
            Write(json, "place", others, language);
            json.WriteEndObject();
        });
    }

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<Place> places, NameLanguage language)
    {
        json.WriteStartObject(name);
        var named = places.DistinctBy(place => place.Id).Select(place => (English: place.Name, Name: language.NameOf(place))).Where(place => place.Name.Language == language && language != NameLanguage.English);
        foreach (var same in named.GroupBy(place => place.English, place => Bare(place.Name.Text)).OrderBy(same => same.Key, StringComparer.Ordinal))
        {
            if (same.Distinct().Count() == 1)
            {
                json.WriteString(same.Key, same.First());
            }
        }
        json.WriteEndObject();
    }

    private static string Bare(string name)
    {
        var text = Before.FirstOrDefault(word => name.StartsWith(word, StringComparison.Ordinal)) is { } before ? name[before.Length..] : name;
        if (After.FirstOrDefault(word => text.EndsWith(word, StringComparison.Ordinal)) is not { } after)
        {
            return text;
        }
        text = text[..^after.Length];
        return text.StartsWith("د ", StringComparison.Ordinal) ? text[2..] : text;
    }

    /// <summary>The entries of the gazetteer that the map's towns are: of the same name, near by.</summary>
    private static IEnumerable<Place> Towns(Places places, ILookup<string, GeoPoint> towns) => places.All.Where(place =>
        place.Kind is PlaceKind.Locality && towns[place.Name].Any(town => Math.Abs(town.Lon - place.Lon) < TownDegrees && Math.Abs(town.Lat - place.Lat) < TownDegrees));

    private static async Task<ILookup<string, GeoPoint>> TownsOfMapAsync(ContentRoot content, CancellationToken cancellation)
    {
        await using var file = File.OpenRead(Path.Combine(content.Data, "basemap", "towns.json"));
        using var towns = await JsonDocument.ParseAsync(file, cancellationToken: cancellation);
        return towns.RootElement.GetProperty("features").EnumerateArray()
            .Select(town => (Name: town.GetProperty("properties").GetProperty("name").GetString()!, At: town.GetProperty("geometry").GetProperty("coordinates")))
            .ToLookup(town => town.Name, town => new GeoPoint(town.At[0].GetDouble(), town.At[1].GetDouble()));
    }
}
