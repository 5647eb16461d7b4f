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
            json.WriteStartObject("episode");
            json.WriteString("id", episode.Id);
            json.WriteString("title", episode.Title);
            json.WriteEndObject();
        }
        new ClaimsWriter(view.Incident.Claims, view.Incident.Actors, view.Actors, view.Atlas).Write(json);
        WriteEstimates(json, view.Incident.Estimates);
        SourcesWriter.Write(json, view.Sources);
        WriteDerived(json, view, derived);
        json.WriteEndObject();
    });

    private static void WriteWhatAndWhen(Utf8JsonWriter json, Incident incident)
    {
        json.WriteString("url", $"/incidents/{incident.Id}");
        json.WriteString("title", incident.Title);
        json.WriteString("kind", incident.Kind);
        json.WriteString("family", Kinds.FamilyOf(incident.Kind));
        json.WriteBoolean("cross_border", incident.CrossBorder);
        json.WriteStartObject("date");
        json.PutSome("start", incident.Date.Start);
        json.PutSome("end", incident.Date.End);
        json.WriteString("precision", Words.Of(incident.Date.Precision));
        json.PutSome("time", incident.Date.Time);
        json.PutSome("words", incident.Date.Words);
        json.WriteEndObject();
    }

    private static void WritePlaces(Utf8JsonWriter json, IReadOnlyList<ShownPlace> places)
    {
        json.WriteStartArray("places");
        foreach (var place in places)
        {
            json.WriteStartObject();
            json.PutSome("place", place.Place?.Id);
            json.PutSome("name", place.Place?.Name ?? place.Said.Words);
            json.PutSome("kind", place.Place is null ? null : Words.Of(place.Place.Kind));
            json.PutSome("district", place.District?.Name);
            json.PutSome("province", place.Province?.Name);
            json.PutSome("country", place.Country);
            json.PutSome("words", place.Said.Words);
            json.WriteString("role", Words.Of(place.Said.Role));
            json.WriteNumber("lon", place.Lon);
            json.WriteNumber("lat", place.Lat);
            json.WriteString("precision", Words.Of(place.Precision));
            json.WriteNumber("radius_m", place.RadiusM);
            json.PutSome("source", place.Said.Source);
            json.PutSome("span", place.Said.Span);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteActors(Utf8JsonWriter json, PublicView view)
    {
        json.WriteStartArray("actors");
        foreach (var part in view.Incident.Actors)
        {
            json.WriteStartObject();
            json.WriteString("actor", part.Actor);
            json.WriteString("name", view.Actors.TryGetValue(part.Actor, out var actor) ? actor.Name : part.Actor);
            json.WriteString("role", Words.Of(part.Role));
            json.PutSome("words", part.Words);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteEstimates(Utf8JsonWriter json, IReadOnlyList<Estimate> estimates)
    {
        json.WriteStartArray("estimates");
        foreach (var estimate in estimates)
        {
            json.WriteStartObject();
            json.WriteString("by", estimate.By);
            json.PutSome("release", estimate.Release);
            json.Put("low", estimate.Low);
            json.Put("best", estimate.Best);
            json.Put("high", estimate.High);
            if (estimate.BySide.Count > 0)
            {
                json.WriteStartObject("by_side");
                foreach (var (side, deaths) in estimate.BySide.OrderBy(p => p.Key, StringComparer.Ordinal))
                    json.WriteNumber(side, deaths);
                json.WriteEndObject();
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteDerived(Utf8JsonWriter json, PublicView view, Derived derived)
    {
        json.WriteStartObject("derived");
        json.WriteString("grade", Words.Of(derived.Grade));
        json.WriteString("grade_reason", derived.GradeReason);
        json.Put("side", derived.Side is { } side ? Words.Of(side) : null);
        json.Put("line_km", derived.LineKm);
        json.Put("line_distance_km", derived.LineDistanceKm);
        json.Put("killed_low", derived.KilledLow);
        json.Put("killed_high", derived.KilledHigh);
        json.WriteBoolean("killed_open", derived.KilledOpen);
        json.Put("killed_range", InWords(Ranges.Killed(view.Incident.Claims)));
        json.Put("injured_low", derived.InjuredLow);
        json.Put("injured_high", derived.InjuredHigh);
        json.WriteBoolean("injured_open", derived.InjuredOpen);
        json.Put("injured_range", InWords(Ranges.Injured(view.Incident.Claims)));
        json.WriteEndObject();

        static string? InWords(CountRange range) => range.Low is null ? null : range.ToString();
    }
}
