using System.Globalization;
using System.Text.Json;
using BorderMap.Gazetteer;
using BorderMap.Web.Http;

namespace BorderMap.Web.Endpoints;

/// <summary>How one place is written. Coordinates are WGS 84 degrees, longitude first.</summary>
public static class PlaceJson
{
    /// <summary>The members of a place's own document.</summary>
    public static void Write(Utf8JsonWriter json, Place place, Atlas atlas, NameLanguage language, bool boundary)
    {
        var chain = atlas.Places.SelfAndAncestors(place).ToList();
        var (name, nameLanguage) = language.NameOf(place);
        json.WriteString("lang", language.Tag);
        json.WriteString("id", place.Id);
        json.WriteString("name", name);
        json.WriteString("name_lang", nameLanguage.Tag);
        json.WriteString("kind", JsonText.Word(place.Kind));
        json.WriteString("district", NameOf(chain, PlaceKind.District, language));
        json.WriteString("province", NameOf(chain, PlaceKind.Province, language));
        json.WriteString("country", place.Country);
        json.WriteNumber("lon", place.Lon);
        json.WriteNumber("lat", place.Lat);
        json.WriteNumber("radius_m", Math.Round(place.RadiusM));
        json.WriteString("district_id", place.DistrictId);
        json.WriteString("province_id", place.ProvinceId);
        WriteLine(json, place, atlas.Line);
        WriteReferences(json, "within", chain.Skip(1), language);
        WriteNames(json, place);
        WriteDay(json, "from", place.From);
        WriteDay(json, "until", place.Until);
        WriteFormerParents(json, place, atlas.Places, language);
        WriteReferences(json, "today", atlas.Places.TodayOf(place), language);
        WriteReferences(json, "members", atlas.Places.MembersOf(place), language);
        if (boundary && atlas.Places.Boundary(place.Id) is { } shape)
        {
            json.WritePropertyName("boundary");
            json.WriteGeometry(shape);
        }
    }

    /// <summary>Id, name and kind of a place that another one is told by; null for none.</summary>
    public static void WriteReference(Utf8JsonWriter json, Place? place, NameLanguage language)
    {
        if (place is null)
        {
            json.WriteNullValue();
            return;
        }
        json.WriteStartObject();
        json.WriteString("id", place.Id);
        json.WriteString("name", language.NameOf(place).Text);
        json.WriteString("kind", JsonText.Word(place.Kind));
        json.WriteEndObject();
    }

    /// <summary>Side, distance to the Durand Line and position along it.</summary>
    public static void WriteLine(Utf8JsonWriter json, LinePlacement line)
    {
        json.WriteString("side", line.Side is BorderSide.Straddles ? "straddles" : line.Side?.ToString());
        json.WriteNumber("line_distance_km", Math.Round(line.DistanceKm, 2));
        json.WriteNumberOrNull("line_km", line.PositionKm is { } km ? Math.Round(km, 1) : null);
    }

    /// <summary>The name of the place of that kind among a place and what holds it; null where there is none.</summary>
    public static string? NameOf(IEnumerable<Place> chain, PlaceKind kind, NameLanguage? language = null) =>
        chain.FirstOrDefault(place => place.Kind == kind) is { } found ? (language ?? NameLanguage.English).NameOf(found).Text : null;

    private static void WriteLine(Utf8JsonWriter json, Place place, DurandLine line)
    {
        var isSpot = place.Kind is PlaceKind.Locality or PlaceKind.Crossing;
        WriteLine(json, line.Locate(place.Lon, place.Lat, place.RadiusM, isSpot ? null : place.Country));
    }

    private static void WriteNames(Utf8JsonWriter json, Place place)
    {
        json.WriteStartArray("names");
        foreach (var name in place.Names)
        {
            json.WriteStartObject();
            json.WriteString("text", name.Text);
            json.WriteString("language", name.Language);
            json.WriteString("rank", JsonText.Word(name.Rank));
            WriteDay(json, "from", name.From);
            WriteDay(json, "until", name.Until);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteReferences(Utf8JsonWriter json, string name, IEnumerable<Place> places, NameLanguage language)
    {
        json.WriteStartArray(name);
        foreach (var place in places)
        {
            WriteReference(json, place, language);
        }
        json.WriteEndArray();
    }

    private static void WriteFormerParents(Utf8JsonWriter json, Place place, Places places, NameLanguage language)
    {
        json.WriteStartArray("former_parents");
        foreach (var former in place.FormerParents)
        {
            var parent = places.Find(former.ParentId);
            json.WriteStartObject();
            json.WriteString("id", former.ParentId);
            json.WriteString("name", parent is null ? null : language.NameOf(parent).Text);
            json.WriteString("kind", parent is null ? null : JsonText.Word(parent.Kind));
            WriteDay(json, "from", former.From);
            WriteDay(json, "until", former.Until);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteDay(Utf8JsonWriter json, string name, DateOnly? day) => json.WriteString(name, Day(day));

    /// <summary>A day by RFC 3339; null for none.</summary>
    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
