using System.Text.Json;

namespace BorderMap.Gazetteer;

/// <summary>
/// Writes resolutions as JSON: <c>{"query","context","status","candidates":[{"id","name","kind","district","province","country","lon","lat",
/// "precision","radius_m","score","matched","why","edits","today"}],"problem"}</c>; districts and provinces by name, null where a place has none;
/// <c>today</c> holds <c>{"id","name","kind"}</c>.
/// </summary>
public static class ResolutionJson
{
    /// <param name="writer">Where to write.</param>
    /// <param name="resolution">What to write.</param>
    /// <param name="places">Where districts and provinces are found.</param>
    /// <param name="language">The language of <c>name</c>, <c>district</c> and <c>province</c> (English where no name in it is recorded); adds <c>lang</c> to the resolution and <c>name_lang</c> to each candidate.</param>
    public static void Write(Utf8JsonWriter writer, Resolution resolution, Places places, NameLanguage? language = null)
    {
        writer.WriteStartObject();
        writer.WriteString("query", resolution.Query);
        writer.WriteString("context", resolution.Context);
        writer.WriteString("status", Name(resolution.Status));
        if (language is not null)
        {
            writer.WriteString("lang", language.Tag);
        }
        writer.WriteStartArray("candidates");
        foreach (var candidate in resolution.Candidates)
        {
            Write(writer, candidate, places, language);
        }
        writer.WriteEndArray();
        writer.WriteString("problem", resolution.Problem);
        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, Candidate candidate, Places places, NameLanguage? language = null)
    {
        var place = candidate.Place;
        var (name, nameLanguage) = (language ?? NameLanguage.English).NameOf(place);
        writer.WriteStartObject();
        writer.WriteString("id", place.Id);
        writer.WriteString("name", name);
        if (language is not null)
        {
            writer.WriteString("name_lang", nameLanguage.Tag);
        }
        writer.WriteString("kind", Name(place.Kind));
        writer.WriteString("district", NameOf(place.Kind is PlaceKind.District ? place.Id : place.DistrictId, places, language));
        writer.WriteString("province", NameOf(place.Kind is PlaceKind.Province ? place.Id : place.ProvinceId, places, language));
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
            writer.WriteString("name", (language ?? NameLanguage.English).NameOf(today).Text);
            writer.WriteString("kind", Name(today.Kind));
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static string? NameOf(string? id, Places places, NameLanguage? language) =>
        id is not null && places.Find(id) is { } place ? (language ?? NameLanguage.English).NameOf(place).Text : null;

    private static string Name<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
