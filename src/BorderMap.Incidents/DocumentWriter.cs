using System.Text.Json;
using BorderMap.Incidents.Model;

namespace BorderMap.Incidents;

/// <summary>Writes the public document after its id and stamp; <see cref="PublicRow.Document"/> puts those in front.</summary>
internal static class DocumentWriter
{
    public static string Write(PublicView view, Derived derived) => JsonText.Of((view, derived), static (json, given) =>
    {
        var (view, derived) = given;
        json.WriteStartObject();
        WriteWhatAndWhen(json, view.Incident);
        WritePlaces(json, view.Places);
        WriteActors(json, view);
        if (view.Episode is { } episode)
        {
            json.WriteStartObject("episode"u8);
            json.WriteString("id"u8, episode.Id);
            json.WriteString("title"u8, episode.Title);
            json.WriteEndObject();
        }
        new ClaimsWriter(view.Incident.Claims, view.Incident.Actors, view.Actors, view.Atlas).Write(json);
        WriteEstimates(json, view.Incident.Estimates);
        SourcesWriter.Write(json, view.Sources);
        WriteDerived(json, derived);
        json.WriteEndObject();
    });

    private static void WriteWhatAndWhen(Utf8JsonWriter json, Incident incident)
    {
        json.WriteString("url"u8, $"/incidents/{incident.Id}");
        json.WriteString("title"u8, incident.Title);
        json.WriteString("kind"u8, incident.Kind);
        json.WriteString("family"u8, Kinds.FamilyOf(incident.Kind));
        json.WriteBoolean("cross_border"u8, incident.CrossBorder);
        json.WriteStartObject("date"u8);
        json.PutSome("start"u8, incident.Date.Start);
        json.PutSome("end"u8, incident.Date.End);
        json.WriteString("precision"u8, Words.Of(incident.Date.Precision));
        json.PutSome("time"u8, incident.Date.Time);
        json.PutSome("words"u8, incident.Date.Words);
        json.WriteEndObject();
    }

    private static void WritePlaces(Utf8JsonWriter json, IReadOnlyList<ShownPlace> places)
    {
        json.WriteStartArray("places"u8);
        foreach (var place in places)
        {
            json.WriteStartObject();
            json.PutSome("place"u8, place.Place?.Id);
            json.PutSome("name"u8, place.Place?.Name ?? place.Said.Words);
            json.PutSome("kind"u8, place.Place is null ? null : Words.Of(place.Place.Kind));
            json.PutSome("district"u8, place.District?.Name);
            json.PutSome("province"u8, place.Province?.Name);
            json.PutSome("country"u8, place.Country);
            json.PutSome("words"u8, place.Said.Words);
            json.WriteString("role"u8, Words.Of(place.Said.Role));
            json.WriteNumber("lon"u8, place.Lon);
            json.WriteNumber("lat"u8, place.Lat);
            json.WriteString("precision"u8, Words.Of(place.Precision));
            json.WriteNumber("radius_m"u8, place.RadiusM);
            json.PutSome("source"u8, place.Said.Source);
            json.PutSome("span"u8, place.Said.Span);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteActors(Utf8JsonWriter json, PublicView view)
    {
        json.WriteStartArray("actors"u8);
        foreach (var part in view.Incident.Actors)
        {
            json.WriteStartObject();
            json.WriteString("actor"u8, part.Actor);
            json.WriteString("name"u8, view.Actors.TryGetValue(part.Actor, out var actor) ? actor.Name : part.Actor);
            json.WriteString("role"u8, Words.Of(part.Role));
            json.PutSome("words"u8, part.Words);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteEstimates(Utf8JsonWriter json, IReadOnlyList<Estimate> estimates)
    {
        json.WriteStartArray("estimates"u8);
        foreach (var estimate in estimates)
        {
            json.WriteStartObject();
            json.WriteString("by"u8, estimate.By);
            json.PutSome("release"u8, estimate.Release);
            json.Put("low"u8, estimate.Low);
            json.Put("best"u8, estimate.Best);
            json.Put("high"u8, estimate.High);
            if (estimate.BySide.Count > 0)
            {
                json.WriteStartObject("by_side"u8);
                foreach (var (side, deaths) in estimate.BySide.OrderBy(p => p.Key, StringComparer.Ordinal))
                    json.WriteNumber(side, deaths);
                json.WriteEndObject();
            }
            json.PutSome("reason"u8, estimate.Reason);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteDerived(Utf8JsonWriter json, Derived derived)
    {
        json.WriteStartObject("derived"u8);
        json.WriteString("grade"u8, Words.Of(derived.Grade));
        json.WriteString("grade_reason"u8, derived.GradeReason);
        json.Put("side"u8, derived.Side is { } side ? Words.Of(side) : null);
        json.Put("line_km"u8, derived.LineKm);
        json.Put("line_distance_km"u8, derived.LineDistanceKm);
        json.Put("killed_low"u8, derived.KilledLow);
        json.Put("killed_high"u8, derived.KilledHigh);
        json.WriteBoolean("killed_open"u8, derived.KilledOpen);
        json.Put("killed_range"u8, InWords(derived.Killed));
        json.Put("injured_low"u8, derived.InjuredLow);
        json.Put("injured_high"u8, derived.InjuredHigh);
        json.WriteBoolean("injured_open"u8, derived.InjuredOpen);
        json.Put("injured_range"u8, InWords(derived.Injured));
        json.WriteEndObject();

        static string? InWords(CountRange range) => range.Low is null ? null : range.ToString();
    }
}
