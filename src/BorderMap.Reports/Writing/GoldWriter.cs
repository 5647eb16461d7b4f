using System.Text.Encodings.Web;
using System.Text.Json;
using BorderMap.Gazetteer;
using BorderMap.Incidents;
using BorderMap.Incidents.Model;

namespace BorderMap.Reports.Writing;

/// <summary>Writes an extraction in the format of annotated articles, so that it can be scored against them. Kinds that the format lacks are left out.</summary>
public static class GoldWriter
{
    /// <param name="extraction">What was found.</param>
    /// <param name="id">The article's id, the name of its file.</param>
    /// <param name="output">Receives one JSON object, UTF-8.</param>
    /// <param name="isIndented">For reading; else all on one line.</param>
    public static void Write(Extraction extraction, string id, Stream output, bool isIndented = true)
    {
        ArgumentNullException.ThrowIfNull(extraction);
        using var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = isIndented, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        writer.WriteStartObject();
        writer.WriteString("id", id);
        writer.WriteString("published", extraction.Published?.ToString("yyyy-MM-dd"));
        writer.WriteStartArray("toponyms");
        foreach (var toponym in extraction.Toponyms.Where(toponym => !toponym.IsPosition))
        {
            WriteToponym(writer, toponym);
        }
        writer.WriteEndArray();
        writer.WriteStartArray("incidents");
        foreach (var draft in extraction.Drafts.Where(draft => Kinds.Find(draft.Kind) is { Gold: not null }))
        {
            WriteDraft(writer, draft);
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteToponym(Utf8JsonWriter writer, FoundToponym toponym)
    {
        writer.WriteStartObject();
        writer.WriteNumber("start", toponym.Span.Start);
        writer.WriteNumber("end", toponym.Span.End);
        writer.WriteString("text", toponym.Text);
        writer.WriteString("usage", toponym.Usage is ToponymUsage.Metonymic ? "metonymic" : "literal");
        writer.WritePropertyName("place");
        WritePlace(writer, toponym.Place, toponym.Status is ToponymStatus.Approximate);
        writer.WriteEndObject();
    }

    private static void WritePlace(Utf8JsonWriter writer, FoundPlace? place, bool isApproximate)
    {
        if (place is null)
        {
            writer.WriteNullValue();
            return;
        }
        writer.WriteStartObject();
        writer.WriteString("name", place.Name);
        writer.WriteString("country", place.Country);
        writer.WriteNumber("lat", place.Lat);
        writer.WriteNumber("lon", place.Lon);
        writer.WriteString("level", place.Kind switch { PlaceKind.Country => "country", PlaceKind.Province => "admin1", PlaceKind.District => "admin2", PlaceKind.Locality => "locality", _ => "poi" });
        writer.WriteString("source", place.Id is { } id ? char.IsAsciiDigit(id[0]) ? $"wof:{id}" : id : "manual");
        writer.WriteBoolean("approx", isApproximate);
        writer.WriteEndObject();
    }

    private static void WriteDraft(Utf8JsonWriter writer, Draft draft)
    {
        writer.WriteStartObject();
        writer.WriteString("id", draft.Key);
        writer.WriteString("type", Kinds.Find(draft.Kind)!.Gold);
        writer.WriteString("date_start", draft.Date.Date.Start?.ToString("yyyy-MM-dd"));
        writer.WriteString("date_end", draft.Date.Date.End?.ToString("yyyy-MM-dd"));
        writer.WriteString("date_precision", draft.Date.Date.Precision switch { DatePrecision.Day => "day", DatePrecision.Range or DatePrecision.Week => "range", DatePrecision.Month => "month", DatePrecision.Unknown => "unknown", _ => "approx" });
        writer.WriteStartArray("places");
        foreach (var place in draft.Places)
        {
            WritePlace(writer, place.Place, place.Status is ToponymStatus.Approximate);
        }
        writer.WriteEndArray();
        writer.WriteStartArray("actors");
        foreach (var actor in draft.Actors)
        {
            writer.WriteStartObject();
            writer.WriteString("name", actor.Words);
            writer.WriteString("role", actor.Role switch { ActorRole.Initiator => "attacker", ActorRole.Target => "victim", _ => "party" });
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        WriteClaims(writer, draft);
        writer.WriteStartArray("evidence");
        foreach (var span in draft.Evidence)
        {
            WriteSpan(writer, span);
        }
        writer.WriteEndArray();
        writer.WriteString("status", draft.Status switch { DraftStatus.Claimed => "claimed", DraftStatus.Denied => "denied", _ => "reported" });
        writer.WriteStartArray("denials");
        foreach (var denial in draft.Denials)
        {
            writer.WriteStartObject();
            writer.WriteString("by", denial.By);
            writer.WritePropertyName("evidence");
            WriteSpan(writer, denial.Span);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>Claims with a figure, and the objects of the others. Figures inside another ("among them two children") are none of the format's.</summary>
    private static void WriteClaims(Utf8JsonWriter writer, Draft draft)
    {
        writer.WriteStartArray("claims");
        foreach (var claim in draft.Claims.Where(claim => claim.Claim is { About: ClaimAbout.Toll, Part: ClaimPart.Total }))
        {
            writer.WriteStartObject();
            writer.WriteString("claimant", claim.Claimant);
            if (claim.Claim.Id.Length > 0 && draft.Claims.Any(other => other.Claim.Supersedes == claim.Claim.Id))
            {
                writer.WriteString("kind", "superseded");
            }
            writer.WriteString("group_harmed", claim.Claim.Group is { } group ? Groups.LabelOf(group) : null);
            WriteFigure(writer, "killed", claim.Claim.Killed);
            WriteFigure(writer, "injured", claim.Claim.Injured);
            WriteFigure(writer, "captured", claim.Claim.Captured);
            if (claim.Claim.Missing is { } missing)
            {
                WriteFigure(writer, "missing", missing);
            }
            writer.WritePropertyName("evidence");
            WriteSpan(writer, claim.Span);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteStartArray("equipment");
        foreach (var claim in draft.Claims.Where(claim => claim.Claim.About is ClaimAbout.Objects))
        {
            foreach (var thing in claim.Claim.Objects)
            {
                writer.WriteStartObject();
                writer.WriteString("item", thing.Item);
                if (thing.Min is { } count)
                {
                    writer.WriteNumber("count", count);
                }
                else
                {
                    writer.WriteNull("count");
                }
                writer.WriteString("effect", thing.Effect switch { ObjectEffect.Captured => "captured", ObjectEffect.Lost => "lost", _ => "destroyed" });
                writer.WriteString("claimant", claim.Claimant);
                writer.WriteEndObject();
            }
        }
        writer.WriteEndArray();
    }

    /// <summary>A number where one is stated, "at least" beside its bound; null with the bounds for a range, null with the words for "dozens".</summary>
    private static void WriteFigure(Utf8JsonWriter writer, string name, Figure? figure)
    {
        var isRange = figure is { Min: > 0, Max: { } max } && max != figure.Min;
        var number = isRange ? null : figure?.Min is 0 ? figure.Max : figure?.Min;
        if (number is { } stated)
        {
            writer.WriteNumber(name, stated);
        }
        else
        {
            writer.WriteNull(name);
        }
        if (figure is null || figure.Min == figure.Max && figure.Min is not null)
        {
            return;
        }
        if (figure.Min is > 0 and { } min)
        {
            writer.WriteNumber($"{name}_min", min);
        }
        if (figure.Max is { } most)
        {
            writer.WriteNumber($"{name}_max", most);
        }
        if (figure.Words is { } words)
        {
            writer.WriteString($"{name}_text", words);
        }
    }

    private static void WriteSpan(Utf8JsonWriter writer, TextSpan span)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(span.Start);
        writer.WriteNumberValue(span.End);
        writer.WriteEndArray();
    }
}
