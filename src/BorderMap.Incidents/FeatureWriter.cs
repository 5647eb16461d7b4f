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
        json.WriteString("type", "Feature");
        json.WriteString("id", view.Incident.Id);
        WriteGeometry(json, view.Principal);
        json.WriteStartObject("properties");
        WriteWhatAndWhen(json, view.Incident);
        WriteWhere(json, view.Principal, derived);
        WriteNumbers(json, view, derived);
    });

    private static void WriteGeometry(Utf8JsonWriter json, ShownPlace? place)
    {
        if (place is null)
        {
            json.WriteNull("geometry");
            return;
        }
        json.WriteStartObject("geometry");
        json.WriteString("type", "Point");
        json.WriteStartArray("coordinates");
        json.WriteNumberValue(place.Lon);
        json.WriteNumberValue(place.Lat);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteWhatAndWhen(Utf8JsonWriter json, Incident incident)
    {
        json.WriteString("id", incident.Id);
        json.WriteString("title", incident.Title);
        json.WriteString("kind", incident.Kind);
        json.WriteString("family", Kinds.FamilyOf(incident.Kind));
        json.Put("date_start", incident.Date.Start);
        json.Put("date_end", incident.Date.End);
        json.WriteString("date_precision", Words.Of(incident.Date.Precision));
    }

    private static void WriteWhere(Utf8JsonWriter json, ShownPlace? place, Derived derived)
    {
        json.Put("place", place?.Name);
        json.Put("district", place?.District?.Name);
        json.Put("province", place?.Province?.Name);
        json.Put("country", place?.Country);
        json.Put("precision", place is null ? null : Words.Of(place.Precision));
        json.Put("radius_m", place?.RadiusM);
        json.Put("side", derived.Side is { } side ? Words.Of(side) : null);
        json.Put("line_km", derived.LineKm);
        json.Put("line_distance_km", derived.LineDistanceKm);
    }

    private static void WriteNumbers(Utf8JsonWriter json, PublicView view, Derived derived)
    {
        json.Put("killed_low", derived.KilledLow);
        json.Put("killed_high", derived.KilledHigh);
        json.Put("injured_low", derived.InjuredLow);
        json.Put("injured_high", derived.InjuredHigh);
        json.WriteString("grade", Words.Of(derived.Grade));
        json.WriteNumber("claims", view.Incident.Claims.Count);
        json.WriteNumber("sources", view.Sources.Count);
        json.Put("episode", view.Episode?.Id);
        json.WriteBoolean("cross_border", view.Incident.CrossBorder);
    }
}
