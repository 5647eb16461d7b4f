using System.Text.Json;
using BorderMap.Incidents.Model;

namespace BorderMap.Incidents;

/// <summary>Writes the GeoJSON feature up to the stamp; <see cref="PublicRow.Feature"/> closes it.</summary>
internal static class FeatureWriter
{
    public static string Write(PublicView view, Derived derived) => JsonText.Of((view, derived), static (json, given) =>
    {
        var (view, derived) = given;
        json.WriteStartObject();
        json.WriteString("type"u8, "Feature");
        json.WriteString("id"u8, view.Incident.Id);
        WriteGeometry(json, view.Principal);
        json.WriteStartObject("properties"u8);
        WriteWhatAndWhen(json, view.Incident);
        WriteWhere(json, view.Principal, derived);
        WriteNumbers(json, view, derived);
    });

    private static void WriteGeometry(Utf8JsonWriter json, ShownPlace? place)
    {
        if (place is null)
        {
            json.WriteNull("geometry"u8);
            return;
        }
        json.WriteStartObject("geometry"u8);
        json.WriteString("type"u8, "Point");
        json.WriteStartArray("coordinates"u8);
        json.WriteNumberValue(place.Lon);
        json.WriteNumberValue(place.Lat);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteWhatAndWhen(Utf8JsonWriter json, Incident incident)
    {
        json.WriteString("id"u8, incident.Id);
        json.WriteString("title"u8, incident.Title);
        json.WriteString("kind"u8, incident.Kind);
        json.WriteString("family"u8, Kinds.FamilyOf(incident.Kind));
        json.Put("date_start"u8, incident.Date.Start);
        json.Put("date_end"u8, incident.Date.End);
        json.WriteString("date_precision"u8, Words.Of(incident.Date.Precision));
    }

    private static void WriteWhere(Utf8JsonWriter json, ShownPlace? place, Derived derived)
    {
        json.Put("place"u8, place?.Name);
        json.Put("district"u8, place?.District?.Name);
        json.Put("province"u8, place?.Province?.Name);
        json.Put("country"u8, place?.Country);
        json.Put("precision"u8, place is null ? null : Words.Of(place.Precision));
        json.Put("radius_m"u8, place?.RadiusM);
        json.Put("side"u8, derived.Side is { } side ? Words.Of(side) : null);
        json.Put("line_km"u8, derived.LineKm);
        json.Put("line_distance_km"u8, derived.LineDistanceKm);
    }

    private static void WriteNumbers(Utf8JsonWriter json, PublicView view, Derived derived)
    {
        json.Put("killed_low"u8, derived.KilledLow);
        json.Put("killed_high"u8, derived.KilledHigh);
        json.Put("injured_low"u8, derived.InjuredLow);
        json.Put("injured_high"u8, derived.InjuredHigh);
        json.WriteString("grade"u8, Words.Of(derived.Grade));
        json.WriteNumber("claims"u8, view.Incident.Claims.Count);
        json.WriteNumber("sources"u8, view.Sources.Count);
        json.Put("episode"u8, view.Episode?.Id);
        json.WriteBoolean("cross_border"u8, view.Incident.CrossBorder);
    }
}
