using System.Buffers;
using System.Text.Json;
using BorderMap.Incidents.Joining;
using BorderMap.Incidents.Model;
using BorderMap.PostGis.Reports;
using BorderMap.PostGis.Review;
using BorderMap.Web.Http;
using BorderMap.Web.Security;

namespace BorderMap.Web.Endpoints;

/// <summary>Reports as the desk reads them: the drafts with their evidence, what was decided, and what each may be the same happening as.</summary>
public sealed class ReportJson(DuplicateStore duplicates)
{
    /// <param name="report">The report with its drafts.</param>
    /// <param name="caller">Who asks: only editors are told of incidents that may be the same, since hidden ones are compared too.</param>
    /// <param name="known">Id of an earlier report of the same text; null: none.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<IResult> AnswerAsync(StoredReport report, Caller caller, string? known, CancellationToken cancellation)
    {
        var same = new Dictionary<int, IReadOnlyList<(LikelyDuplicate Likely, JoinedReport Joined)>>();
        foreach (var draft in report.Drafts.Where(draft => draft.Decision is null && caller.MayEdit()))
        {
            var told = ReportDecisions.DocumentOf(draft);
            same[draft.N] = [.. (await duplicates.FindAsync(told, cancellation)).Take(Limits.ReportDuplicates).Select(likely => (likely, FurtherSource.Join(likely.Other, told, () => "")))];
        }
        return JsonText.Object(json =>
        {
            WriteHead(json, report);
            json.WriteString("text", report.Text);
            json.WriteString("known", known);
            json.WritePropertyName("reading");
            json.WriteRawValue(report.Reading, skipInputValidation: true);
            json.WriteStartArray("drafts");
            foreach (var draft in report.Drafts)
            {
                Write(json, draft, same.GetValueOrDefault(draft.N) ?? []);
            }
            json.WriteEndArray();
        });
    }

    public static void WriteHead(Utf8JsonWriter json, StoredReport report)
    {
        json.WriteString("id", report.Id);
        json.WriteString("at", report.At.UtcDateTime);
        json.WriteString("by", report.By);
        json.WriteString("sha256", report.Sha256);
        json.WriteNumber("characters", report.Characters);
        json.WriteString("published", report.Published?.ToString("yyyy-MM-dd"));
        json.WriteStartObject("origin");
        json.WriteString("publisher", report.Origin.Publisher);
        json.WriteString("origin", report.Origin.Origin);
        json.WriteString("title", report.Origin.Title);
        json.WriteString("url", report.Origin.Url);
        json.WriteEndObject();
        json.WriteString("source", report.Source);
        json.WriteNumber("draft_count", report.DraftCount);
        json.WriteNumber("open_count", report.OpenCount);
    }

    /// <summary>A line for tuning: the draft as it was read, what was decided, and the incident as it stands.</summary>
    public static byte[] Correction(StoredReport report, StoredDraft draft, Incident? stands)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, JsonText.Writing))
        {
            json.WriteStartObject();
            WriteHead(json, report);
            json.WriteNumber("n", draft.N);
            json.WritePropertyName("read");
            json.WriteRawValue(draft.Draft, skipInputValidation: true);
            WriteDecision(json, draft);
            WriteRaw(json, "corrected", draft.Corrected);
            WriteRaw(json, "stands", stands is null ? null : WriteAnswers.Text(stands));
            json.WriteEndObject();
        }
        buffer.Write("\n"u8);
        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter json, StoredDraft draft, IReadOnlyList<(LikelyDuplicate Likely, JoinedReport Joined)> same)
    {
        json.WriteStartObject();
        json.WriteNumber("n", draft.N);
        using (var read = JsonDocument.Parse(draft.Draft))
        {
            foreach (var member in read.RootElement.EnumerateObject())
            {
                member.WriteTo(json);
            }
        }
        WriteDecision(json, draft);
        json.WriteStartArray("same");
        foreach (var ((other, likeness), joined) in same)
        {
            json.WriteStartObject();
            json.WriteString("id", other.Id);
            json.WriteNumber("version", other.Version);
            json.WriteString("title", other.Title);
            json.WriteString("status", JsonText.Word(other.Status));
            json.WriteString("date_start", other.Date.Start?.ToString("yyyy-MM-dd"));
            json.WriteNumber("score", likeness.Score);
            json.WriteBoolean("likely", likeness.IsLikely);
            json.Texts("reasons", likeness.Reasons);
            json.Texts("doubts", likeness.Doubts);
            json.WriteNumber("claims_added", joined.Added.Count);
            json.WriteNumber("claims_repeated", joined.Repeated.Count);
            json.WriteNumber("claims_contradicted", joined.Contradicted.Count);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteDecision(Utf8JsonWriter json, StoredDraft draft)
    {
        json.WriteString("decision", draft.Decision is { } decision ? JsonText.Word(decision) : null);
        json.WriteString("incident", draft.Incident);
        json.WriteString("decided_by", draft.By);
        json.WriteString("reason", draft.Why);
        json.WriteInstant("decided", draft.Decided);
    }

    private static void WriteRaw(Utf8JsonWriter json, string name, string? value)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(value ?? "null", skipInputValidation: true);
    }
}
