using System.Text.Json;

namespace BorderMap.Gazetteer;

/// <summary>
/// Writes resolutions as JSON: <c>{"query","context","status","candidates":[{"id","name","kind","district","province","country","lon","lat",
/// "precision","radius_m","score","matched","why","edits","today"}],"problem"}</c>; districts and provinces by name, null where a place has none;
/// <c>today</c> holds <c>{"id","name","kind"}</c>.
/// </summary>
public static class ResolutionJson
{
    public static void Write(Utf8JsonWriter writer, Resolution resolution, Places places)
    {
        writer.WriteStartObject();
        writer.WriteString("query", resolution.Query);
        writer.WriteString("context", resolution.Context);
        writer.WriteString("status", Name(resolution.Status));
        writer.WriteStartArray("candidates");
        foreach (var candidate in resolution.Candidates)
        {
            Write(writer, candidate, places);
        }
        writer.WriteEndArray();
        writer.WriteString("problem", resolution.Problem);
        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, Candidate candidate, Places places)
    {
        var place = candidate.Place;
        writer.WriteStartObject();
        writer.WriteString("id", place.Id);
        writer.WriteString("name", place.Name);
        writer.WriteString("kind", Name(place.Kind));
        writer.WriteString("district", NameOf(place.Kind is PlaceKind.District ? place.Id : place.DistrictId, places));
        writer.WriteString("province", NameOf(place.Kind is PlaceKind.Province ? place.Id : place.ProvinceId, places));
        writer.WriteString("country", place.Country);
        writer.WriteNumber("lon", candidate.Lon);
        writer.WriteNumber("lat", candidate.Lat);
        writer.WriteString("precision", Name(candidate.Precision));
        writer.WriteNumber("radius_m", Math.Round(candidate.RadiusM));
        writer.WriteNumber("score", candidate.Score);
        writer.WriteString("matched", candidate.Matched);
        writer.WriteString("why", candidate.Why);
        writer.WriteString("edits", candidate.Edits);
        writer.WriteStartArray("today");
        foreach (var today in candidate.Today)
        {
            writer.WriteStartObject();
            writer.WriteString("id", today.Id);
            writer.WriteString("name", today.Name);
            writer.WriteString("kind", Name(today.Kind));
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static string? NameOf(string? id, Places places) => id is null ? null : places.Find(id)?.Name;

    private static string Name<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
