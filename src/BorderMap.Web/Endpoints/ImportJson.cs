using System.Text.Json;
using BorderMap.Incidents;
using BorderMap.Incidents.Importing;
using BorderMap.PostGis;
using BorderMap.Web.Http;
using BorderMap.Web.Imports;

namespace BorderMap.Web.Endpoints;

/// <summary>An import as the API tells it.</summary>
internal static class ImportJson
{
    /// <summary>Characters of a cell that a preview shows.</summary>
    private const int CellShown = 200;

    public static void WriteAll(Utf8JsonWriter json, long maxBytes, HeldImport? own)
    {
        json.WriteNumber("max_bytes", maxBytes);
        json.Texts("formats", Words.All<ImportFormat>());
        json.WriteStartArray("fields");
        foreach (var field in ImportFields.All)
        {
            json.WriteStartObject();
            json.WriteString("name", field.Name);
            json.WriteString("of", field.Of);
            json.WriteString("about", field.About);
            json.WriteBoolean("required", field.Required);
            json.Texts("allowed", field.Allowed);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        if (own is null)
        {
            json.WriteNull("current");
            return;
        }
        json.WriteStartObject("current");
        Write(json, own);
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, HeldImport import)
    {
        var standing = import.Standing;
        json.WriteString("id", import.Id);
        json.WriteString("name", import.Name);
        json.WriteNumber("bytes", import.Bytes);
        json.WriteString("state", JsonText.Word(standing.State));
        json.WriteString("since", standing.Since.UtcDateTime);
        WriteHead(json, import.Head, import.Suggested);
        if (standing.Plan is { } plan)
        {
            WritePlan(json, plan, standing.SkipBad);
        }
        if (standing.IsBusy && import.Progress is { } progress)
        {
            json.WriteStartObject("progress");
            json.WriteString("phase", progress.Stage);
            json.WriteNumber("rows", progress.Rows);
            json.WriteNumber("bytes", progress.Bytes);
            json.WriteNumber("of_bytes", progress.OfBytes);
            json.WriteEndObject();
        }
        if (standing is { IsBusy: false, Result: { } result })
        {
            WriteResult(json, result, standing.SkipBad);
        }
        if (standing.Problem is { } problem)
        {
            json.WriteString("problem", $"{problem.Message} {problem.Fix}");
        }
    }

    /// <summary>The problems that are kept, as a table for a spreadsheet.</summary>
    public static string ProblemTable(HeldImport import) => "\uFEFF" + Csv.Line(["row", "line", "column", "value", "reason", "fix"])
        + string.Concat((import.Standing.Result?.ProblemRows ?? []).Select(found => Csv.Line([found.Row, found.Line?.ToString(), found.Column, found.Problem.Value, found.Problem.Message, found.Problem.Fix])));

    private static void WriteHead(Utf8JsonWriter json, FileHead head, ColumnMapping? suggested)
    {
        json.WriteString("read_as", Words.Of(head.Recognition.Format!.Value));
        json.WriteBoolean("needs_mapping", head.Recognition.NeedsMapping);
        json.Texts("columns", head.Recognition.Header);
        json.WritePropertyName("suggested");
        JsonSerializer.Serialize(json, suggested, IncidentJson.Options);
        json.WriteStartArray("rows");
        foreach (var row in head.Rows)
        {
            json.WriteStartObject();
            json.WriteNumber("line", row.Line);
            json.Texts("cells", row.Cells.Select(cell => cell.Length > CellShown ? cell[..CellShown] + "…" : cell));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WritePlan(Utf8JsonWriter json, ReadingPlan plan, bool skipBad)
    {
        json.WriteStartObject("options");
        json.WriteString("format", Words.Of(plan.Format));
        json.WriteString("as", plan.As is { } status ? Words.Of(status) : null);
        json.WriteString("release", plan.Release);
        json.WriteString("bad_rows", skipBad ? "skip" : "stop");
        json.WritePropertyName("mapping");
        JsonSerializer.Serialize(json, plan.Mapping, IncidentJson.Options);
        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, ImportResult result, bool skipBad)
    {
        json.WriteStartObject("result");
        json.WriteBoolean("done", result.IsDone);
        json.WriteBoolean("possible", result.ProblemCount == 0 || (skipBad && !result.IsHopeless));
        json.WriteBoolean("skipping_helps", !result.IsHopeless);
        json.WriteStartObject("counts");
        json.WriteNumber("added", result.Incidents.Added);
        json.WriteNumber("updated", result.Incidents.Updated);
        json.WriteNumber("unchanged", result.Incidents.Unchanged);
        json.WriteNumber("related", result.Added + result.Updated - result.Incidents.Added - result.Incidents.Updated);
        json.WriteNumber("waiting", result.Waiting);
        json.WriteNumber("elsewhere", result.Elsewhere);
        json.WriteNumber("rejected", result.Rejected);
        json.WriteNumber("problems", result.ProblemCount);
        json.WriteEndObject();
        json.WriteNumber("problems_kept", result.ProblemRows.Count);
        json.WriteStartArray("problems");
        foreach (var found in result.ProblemRows.Take(Limits.ImportProblems))
        {
            json.WriteStartObject();
            json.WriteString("row", found.Row);
            json.WriteNumberOrNull("line", found.Line);
            json.WriteString("column", found.Column);
            json.WriteString("value", found.Problem.Value);
            json.WriteString("code", found.Problem.Code);
            json.WriteString("reason", found.Problem.Message);
            json.WriteString("fix", found.Problem.Fix);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        WriteRows(json, result);
        json.Texts("published", result.IsDone ? result.NewlyPublished : []);
        json.WriteNumber("pub", result.Pub);
        json.WriteEndObject();
    }

    private static void WriteRows(Utf8JsonWriter json, ImportResult result)
    {
        json.WriteStartArray("waiting");
        foreach (var row in result.WaitingRows)
        {
            json.WriteStartObject();
            json.WriteString("row", row.Row);
            json.WriteString("title", row.Title);
            json.WriteString("why", row.Why);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("changes");
        foreach (var change in result.Changes)
        {
            json.WriteStartObject();
            json.WriteString("row", change.Row);
            json.WriteString("id", change.IsNew ? null : change.Id);
            json.WriteString("key", change.Key);
            json.WriteString("title", change.Title);
            json.WriteBoolean("new", change.IsNew);
            json.Texts("fields", change.Fields);
            json.Texts("kept", change.Kept);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
