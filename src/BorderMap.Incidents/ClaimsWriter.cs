using System.Text.Json;
using BorderMap.Gazetteer;
using BorderMap.Incidents.Model;

namespace BorderMap.Incidents;

/// <summary>Writes claims as the public sees them: the document's shape, with names and standing beside the ids.</summary>
internal sealed class ClaimsWriter(IReadOnlyList<Claim> claims, IReadOnlyList<IncidentActor> parties, IReadOnlyDictionary<string, Actor> actors, Atlas atlas)
{
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartArray("claims");
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
        json.WriteString("id", claim.Id);
        json.WriteString("about", Words.Of(claim.About));
        json.PutSome("claimant", claim.Claimant);
        if (claim.Claimant is { } claimant)
            json.WriteString("claimant_name", actors.TryGetValue(claimant, out var actor) ? actor.Name : claimant);
        json.PutSome("speaker", claim.Speaker);
        json.WriteString("stance", Words.Of(claim.Stance));
        json.WriteString("standing", Words.Of(Grading.StandingOf(claim, claims, parties, actors)));
        if (claim.Group is { } group)
        {
            json.WriteStartObject("group");
            json.PutSome("side", group.Side);
            json.WriteString("category", group.Category);
            json.WriteString("label", Groups.LabelOf(group));
            json.PutSome("words", group.Words);
            json.WriteEndObject();
        }
        json.WriteString("part", Words.Of(claim.Part));
    }

    private static void WriteFigures(Utf8JsonWriter json, Claim claim)
    {
        json.PutSome("killed", claim.Killed);
        json.PutSome("injured", claim.Injured);
        json.PutSome("missing", claim.Missing);
        json.PutSome("captured", claim.Captured);
        json.PutSome("casualties", claim.Casualties);
    }

    private static void WriteObjects(Utf8JsonWriter json, Claim claim)
    {
        if (claim.Objects.Count == 0)
            return;
        json.WriteStartArray("objects");
        foreach (var thing in claim.Objects)
        {
            json.WriteStartObject();
            json.WriteString("item", thing.Item);
            json.WriteString("effect", Words.Of(thing.Effect));
            if (thing.Min is { } min)
                json.WriteNumber("min", min);
            if (thing.Max is { } max)
                json.WriteNumber("max", max);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private void WriteScope(Utf8JsonWriter json, Claim claim)
    {
        json.PutSome("words", claim.Words);
        json.PutSome("said_on", claim.SaidOn);
        if (claim.Period is { } period)
        {
            json.WriteStartObject("period");
            json.PutSome("start", period.Start);
            json.PutSome("end", period.End);
            json.WriteEndObject();
        }
        if (claim.Places.Count > 0)
        {
            WriteStrings(json, "places", claim.Places);
            WriteStrings(json, "place_names", claim.Places.Select(id => atlas.Places.Find(id)?.Name ?? id));
        }
        json.PutSome("supersedes", claim.Supersedes);
        json.PutSome("source", claim.Source);
        json.PutSome("span", claim.Span);
    }

    private static void WriteStrings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
