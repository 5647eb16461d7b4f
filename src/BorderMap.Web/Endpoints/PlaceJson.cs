using System.Text.Json;
using BorderMap.Gazetteer;
using BorderMap.Web.Http;

namespace BorderMap.Web.Endpoints;

/// <summary>How places are written, by the API and by the commands alike. Coordinates are WGS 84 degrees, longitude first.</summary>
public static class PlaceJson
{
    public static void WriteResolution(this Utf8JsonWriter json, Resolution resolution, Places places)
    {
        json.WriteString("query", resolution.Query);
        json.WriteString("context", resolution.Context);
        json.WriteString("status", JsonText.Word(resolution.Status));
        json.WriteStartArray("candidates");
        foreach (var candidate in resolution.Candidates)
        {
            json.WriteCandidate(candidate, places);
        }
        json.WriteEndArray();
    }

    public static void WriteCandidate(this Utf8JsonWriter json, Candidate candidate, Places places)
    {
        json.WriteStartObject();
        json.WriteIdentity(candidate.Place, places);
        json.WriteString("precision", JsonText.Word(candidate.Precision));
        json.WriteNumber("radius_m", Math.Round(candidate.RadiusM));
        json.WriteNumber("score", Math.Round(candidate.Score, 4));
        json.WriteString("matched", candidate.Matched);
        json.WriteString("why", candidate.Why);
        json.WriteEndObject();
    }

    /// <summary>Id, names of itself and of what holds it, and the point.</summary>
    public static void WriteIdentity(this Utf8JsonWriter json, Place place, Places places)
    {
        var chain = places.SelfAndAncestors(place).ToList();
        json.WriteString("id", place.Id);
        json.WriteString("name", place.Name);
        json.WriteString("kind", JsonText.Word(place.Kind));
        json.WriteString("district", NameOf(chain, PlaceKind.District));
        json.WriteString("province", NameOf(chain, PlaceKind.Province));
        json.WriteString("country", place.Country);
        json.WriteNumber("lon", place.Lon);
        json.WriteNumber("lat", place.Lat);
    }

    /// <summary>The name of the place of that kind among a place and what holds it; null where there is none.</summary>
    public static string? NameOf(IEnumerable<Place> chain, PlaceKind kind) => chain.FirstOrDefault(place => place.Kind == kind)?.Name;
}
