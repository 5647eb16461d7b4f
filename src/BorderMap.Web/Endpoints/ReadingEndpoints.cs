using System.Text.Json;
using BorderMap.Gazetteer;
using BorderMap.Incidents;
using BorderMap.PostGis;
using BorderMap.Web.Http;

namespace BorderMap.Web.Endpoints;

/// <summary>What helps a reader on: what happened near an incident, and how many incidents each further choice would give.</summary>
public static class ReadingEndpoints
{
    /// <summary>Kilometres and days within which an incident is nearby.</summary>
    internal const int NearbyKm = 50;
    internal const int NearbyDays = 30;

    public static void MapReading(this IEndpointRouteBuilder routes)
    {
        routes.MapRead(Routes.IncidentNearby, new Surface("listNearbyIncidents", $"Incidents within {NearbyKm} km and {NearbyDays} days of one, the nearest in both first; places known to a province or country only are near to nothing.", MediaTypes.GeoJson)
        {
            Parameters = [Parameters.Id, Parameters.NearbyLimit, Parameters.AsOf],
            Statuses = [301, 404, 410],
        }, NearbyAsync).AddEndpointFilter<PublicCaching>().WithMetadata(new MayBeOld());
        routes.MapRead(Routes.Counts, new Surface("countIncidents", "How many incidents of a filter have each actor, publisher, province or district, with the latest day and the last public change of them.", MediaTypes.Json)
        {
            Parameters = [Parameters.CountsBy, .. Parameters.Filter, .. Parameters.ViewState],
            Weight = 3,
            Statuses = [404],
        }, CountsAsync).AddEndpointFilter<PublicCaching>().WithMetadata(new MayBeOld());
    }

    private static async Task<IResult> NearbyAsync(string id, HttpContext http, PublicReader reader)
    {
        var query = new QueryValues(http.Request);
        var limit = query.Integer(Parameters.NearbyLimit);
        var asOf = query.OptionalLong(Parameters.AsOf);
        if (query.Problems.Count > 0)
        {
            return new ProblemResult(query.Problems);
        }
        var found = await reader.FindAsync(id, asOf, http.RequestAborted);
        if (found is not PublicIncident.Found)
        {
            return IncidentEndpoints.NotHere(http, id, found, successor => Routes.DocumentOf(successor) + "/nearby");
        }
        var nearby = await reader.NearbyAsync(id, new Nearness(NearbyKm, NearbyDays, limit), asOf, http.RequestAborted);
        return JsonText.Object(json =>
        {
            json.WriteString("type", "FeatureCollection");
            json.Values("features", nearby.Select(one => one.Feature));
            json.WriteNumber("numberReturned", nearby.Count);
            json.WriteStartArray("near");
            foreach (var one in nearby)
            {
                json.WriteStartObject();
                json.WriteNumber("km", Math.Round(one.Km, 1));
                json.WriteNumber("days", one.Days);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }, MediaTypes.GeoJson);
    }

    private static async Task<IResult> CountsAsync(string by, HttpContext http, PublicReader reader, Atlas atlas)
    {
        if (!Parameters.CountsBy.Values.Contains(by))
        {
            return new ProblemResult(new Problem(ProblemCodes.NotFound, "by", by, "Incidents are not counted by this.", $"Use {string.Join(", ", Parameters.CountsBy.Values)}."));
        }
        var query = new QueryValues(http.Request);
        var filter = query.Filter();
        if (query.Problems.Count > 0)
        {
            return new ProblemResult(query.Problems);
        }
        var counts = await reader.CountsAsync(filter, by switch { "actor" => CountBy.Actor, "publisher" => CountBy.Publisher, _ => CountBy.Place }, http.RequestAborted);
        var named = by switch
        {
            "actor" => await ActorNamesAsync(reader, filter.AsOf, http.RequestAborted),
            "publisher" => counts.Values.ToDictionary(count => count.Value, count => count.Value),
            _ => counts.Values.Select(count => atlas.Places.Find(count.Value)).OfType<Place>().Where(place => Words.Of(place.Kind) == by)
                .DistinctBy(place => place.Id).ToDictionary(place => place.Id, place => place.Name),
        };
        return JsonText.Object(json =>
        {
            json.WriteString("by", by);
            WriteCount(json, counts.All);
            json.WriteStartArray("values");
            foreach (var count in counts.Values.Where(count => named.ContainsKey(count.Value)).OrderByDescending(count => count.Incidents).ThenBy(count => count.Value, StringComparer.Ordinal))
            {
                json.WriteStartObject();
                json.WriteString("value", count.Value);
                json.WriteString("name", named[count.Value]);
                WriteCount(json, count);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        });
    }

    private static void WriteCount(Utf8JsonWriter json, ValueCount count)
    {
        json.WriteNumber("incidents", count.Incidents);
        json.WriteString("latest", count.Latest?.ToString("yyyy-MM-dd"));
        json.WriteInstant("updated", count.Updated);
    }

    private static async Task<Dictionary<string, string>> ActorNamesAsync(PublicReader reader, long? asOf, CancellationToken cancellation)
    {
        var names = new Dictionary<string, string>();
        foreach (var text in await reader.ActorsAsync(asOf, cancellation))
        {
            using var actor = JsonDocument.Parse(text);
            names[actor.RootElement.GetProperty("id").GetString()!] = actor.RootElement.GetProperty("name").GetString()!;
        }
        return names;
    }
}
