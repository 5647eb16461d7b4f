using System.Text.Json;
using BorderMap.Gazetteer;
using BorderMap.Incidents.Model;

namespace BorderMap.Incidents;

/// <summary>Writes claims as the public sees them: the document's shape, with names and standing beside the ids.</summary>
internal sealed class ClaimsWriter(IReadOnlyList<Claim> claims, IReadOnlyList<IncidentActor> parties, IReadOnlyDictionary<string, Actor> actors, Atlas atlas)
{
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartArray("claims"u8);
        foreach (var claim in claims)
        {
            json.WriteStartObject();
            WriteWho(json, claim);
            WriteFigures(json, claim);
            WriteObjects(json, claim);
            WriteScope(json, claim);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private void WriteWho(Utf8JsonWriter json, Claim claim)
    {
        json.WriteString("id"u8, claim.Id);
        json.WriteString("about"u8, Words.Of(claim.About));
        json.PutSome("claimant"u8, claim.Claimant);
        if (claim.Claimant is { } claimant)
            json.WriteString("claimant_name"u8, actors.TryGetValue(claimant, out var actor) ? actor.Name : claimant);
        json.PutSome("speaker"u8, claim.Speaker);
        json.WriteString("stance"u8, Words.Of(claim.Stance));
        json.WriteString("standing"u8, Words.Of(Grading.StandingOf(claim, claims, parties, actors)));
        if (claim.Group is { } group)
        {
            json.WriteStartObject("group"u8);
            json.PutSome("side"u8, group.Side);
            json.WriteString("category"u8, group.Category);
            json.WriteString("label"u8, Groups.LabelOf(group));
            json.PutSome("words"u8, group.Words);
            json.WriteEndObject();
        }
        json.WriteString("part"u8, Words.Of(claim.Part));
    }

    private static void WriteFigures(Utf8JsonWriter json, Claim claim)
    {
        json.PutSome("killed"u8, claim.Killed);
        json.PutSome("injured"u8, claim.Injured);
        json.PutSome("missing"u8, claim.Missing);
        json.PutSome("captured"u8, claim.Captured);
        json.PutSome("casualties"u8, claim.Casualties);
    }

    private static void WriteObjects(Utf8JsonWriter json, Claim claim)
    {
        if (claim.Objects.Count == 0)
            return;
        json.WriteStartArray("objects"u8);
        foreach (var thing in claim.Objects)
        {
            json.WriteStartObject();
            json.WriteString("item"u8, thing.Item);
            json.WriteString("effect"u8, Words.Of(thing.Effect));
            if (thing.Min is { } min)
                json.WriteNumber("min"u8, min);
            if (thing.Max is { } max)
                json.WriteNumber("max"u8, max);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private void WriteScope(Utf8JsonWriter json, Claim claim)
    {
        json.PutSome("words"u8, claim.Words);
        json.PutSome("said_on"u8, claim.SaidOn);
        if (claim.Period is { } period)
        {
            json.WriteStartObject("period"u8);
            json.PutSome("start"u8, period.Start);
            json.PutSome("end"u8, period.End);
            json.WriteEndObject();
        }
        if (claim.Places.Count > 0)
        {
            WriteStrings(json, "places"u8, claim.Places);
            WriteStrings(json, "place_names"u8, claim.Places.Select(id => atlas.Places.Find(id)?.Name ?? id));
        }
        json.PutSome("supersedes"u8, claim.Supersedes);
        json.PutSome("source"u8, claim.Source);
        json.PutSome("span"u8, claim.Span);
    }

    private static void WriteStrings(Utf8JsonWriter json, ReadOnlySpan<byte> name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
