using System.Buffers;
using System.Text;
using System.Text.Json;
using BorderMap.Incidents;
using BorderMap.PostGis.Reports;
using BorderMap.Reports;
using BorderMap.Web.Http;

namespace BorderMap.Web.Reading;

/// <summary>Has a report read, and puts what was found into the shape in which it is kept: documents with their evidence, offsets instead of words for all else.</summary>
public static class ReadReport
{
    /// <summary>The report with its drafts; who read it when, and its hash, are the caller's to say.</summary>
    public static StoredReport Of(GivenReport given, Extraction extraction, IReadOnlySet<string> actors) => new()
    {
        Id = "",
        By = "",
        Sha256 = "",
        Characters = given.Text.Length,
        Published = extraction.Published,
        Origin = new() { Publisher = given.Publisher ?? extraction.Publisher, Origin = given.Origin ?? OriginOf(given.Publisher, extraction), Title = given.Title, Url = given.Url },
        Reading = Json(json => WriteReading(json, extraction)),
        Drafts = [.. extraction.Drafts.Select((draft, at) => new StoredDraft(at + 1, Json(json => WriteDraft(json, draft, extraction, actors))))],
        DraftCount = extraction.Drafts.Count,
        OpenCount = extraction.Drafts.Count,
    };

    /// <summary>The agency that the text credits, unless it is the publisher.</summary>
    private static string? OriginOf(string? publisher, Extraction extraction) =>
        extraction.Origin is { } found && !string.Equals(found.Agency, publisher, StringComparison.OrdinalIgnoreCase) ? found.Agency : null;

    private static void WriteReading(Utf8JsonWriter json, Extraction extraction)
    {
        json.WriteString("version", extraction.Version);
        json.WriteString("language", extraction.Language);
        json.WriteString("published_from", JsonText.Word(extraction.PublishedFrom));
        json.Texts("warnings", extraction.Warnings);
        json.WriteStartArray("toponyms");
        foreach (var toponym in extraction.Toponyms)
        {
            WriteSpan(json, toponym.Span, () =>
            {
                json.WriteString("status", JsonText.Word(toponym.Status));
                json.WriteString("usage", JsonText.Word(toponym.Usage));
                json.WriteString("name", toponym.Place?.Name);
            });
        }
        json.WriteEndArray();
        json.WriteStartArray("left_out");
        foreach (var (span, why) in extraction.LeftOut.Select(left => (left.Span, $"{left.Why}: {left.Cue}")).Concat(extraction.Ignored.Select(ignored => (ignored.Span, ignored.Why))))
        {
            WriteSpan(json, span, () => json.WriteString("why", why));
        }
        json.WriteEndArray();
        json.WriteStartArray("totals");
        foreach (var total in extraction.Totals)
        {
            WriteSpan(json, total.Claim.Span, () => json.WriteString("rule", total.Claim.Rule));
        }
        json.WriteEndArray();
    }

    private static void WriteDraft(Utf8JsonWriter json, Draft draft, Extraction extraction, IReadOnlySet<string> actors)
    {
        json.WritePropertyName("document");
        JsonSerializer.Serialize(json, DraftDocument.ToIncident(draft, extraction, null, actors), IncidentJson.Options);
        json.WriteString("vouched", JsonText.Word(draft.Status));
        json.WriteString("scope", draft.Scope);
        json.WriteNumber("confidence", Math.Round(draft.Confidence, 2));
        json.WriteStartArray("evidence");
        foreach (var (reason, span) in draft.Why.SelectMany(reason => reason.Spans.Select(span => (reason, span))))
        {
            WriteSpan(json, span, () =>
            {
                json.WriteString("field", reason.Field);
                json.WriteString("rule", reason.Rule);
            });
        }
        json.WriteEndArray();
    }

    private static void WriteSpan(Utf8JsonWriter json, TextSpan span, Action rest)
    {
        json.WriteStartObject();
        json.WriteNumber("start", span.Start);
        json.WriteNumber("end", span.End);
        rest();
        json.WriteEndObject();
    }

    private static string Json(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, JsonText.Writing))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
