using System.Text.Json;
using BorderMap.Incidents;
using BorderMap.Incidents.Reviewing;
using BorderMap.PostGis.Desk;
using BorderMap.PostGis.People;
using BorderMap.Web.Http;
using BorderMap.Web.Security;

namespace BorderMap.Web.Endpoints;

/// <summary>What the people of the desk read beside the documents: drafts, and every version with what it changed.</summary>
public static class DraftEndpoints
{
    public static void MapDrafts(this IEndpointRouteBuilder routes)
    {
        routes.MapRead(Routes.Drafts, new Surface("listDrafts", "Drafts and submitted drafts, those saved last first, with the reason where an editor gave one back; contributors see their own.", MediaTypes.Json)
        {
            Access = Access.For(Role.Contributor),
            Parameters = [Parameters.DraftStatus, Parameters.Owner, Parameters.Words, Parameters.DeskLimit, Parameters.Cursor],
        }, DraftsAsync);
        routes.MapRead(Routes.IncidentVersions, new Surface("listVersions", "Every version of an incident, newest first: who, when, why, since when it was public, and what changed, field by field.", MediaTypes.Json)
        {
            Access = Access.For(Role.Editor),
            Parameters = [Parameters.Id],
            Statuses = [404],
        }, VersionsAsync);
        routes.MapRead(Routes.IncidentVersion, new Surface("getVersion", "The document as one version had it.", MediaTypes.Json)
        {
            Access = Access.For(Role.Editor),
            Parameters = [Parameters.Id, Parameters.Version],
            Statuses = [404],
        }, VersionAsync);
    }

    private static async Task<IResult> DraftsAsync(HttpContext http, DeskReader desk)
    {
        var query = new QueryValues(http.Request);
        var caller = http.SignedIn();
        var (status, owner, limit) = (query.Choice(Parameters.DraftStatus), query.Text(Parameters.Owner), query.Integer(Parameters.DeskLimit));
        var wanted = new DraftQuery
        {
            States = status is null ? [] : [status],
            Owner = owner,
            Words = query.Text(Parameters.Words),
            Limit = limit + 1,
        };
        var cursor = query.Text(Parameters.Cursor);
        var after = cursor is null ? null : DraftCursor.Read(cursor);
        if (query.Problems.Count > 0 || (cursor is not null && after is null))
        {
            return new ProblemResult(query.Problems.Count > 0 ? query.Problems : [new Problem(ProblemCodes.InvalidParameter, Parameters.Cursor.Name, cursor, "This is no cursor of ours.", "Take the next link as it was given.")]);
        }
        // Somebody else's drafts are none to a contributor, whatever they ask for.
        var rows = !caller.MayEdit() && owner is not null && owner != caller.Name
            ? []
            : await desk.DraftsAsync(wanted with { After = after, Owner = caller.MayEdit() ? owner : caller.Name }, http.RequestAborted);
        var shown = rows.Take(limit).ToList();
        var next = rows.Count > limit ? Links.With(http, Parameters.Cursor, new DraftCursor(shown[^1].Updated, shown[^1].Incident.Id).Write()) : null;
        return JsonText.Object(json =>
        {
            json.WriteStartArray("drafts");
            foreach (var row in shown)
            {
                Write(json, row);
            }
            json.WriteEndArray();
            json.WriteString("next", next);
        });
    }

    private static void Write(Utf8JsonWriter json, DraftRow row)
    {
        var incident = row.Incident;
        json.WriteStartObject();
        json.WriteString("id", incident.Id);
        json.WriteNumber("version", incident.Version);
        json.WriteString("status", JsonText.Word(incident.Status));
        json.WriteString("title", incident.Title);
        json.WriteString("kind", incident.Kind);
        json.WritePropertyName("date");
        JsonSerializer.Serialize(json, incident.Date, IncidentJson.Options);
        json.WritePropertyName("places");
        JsonSerializer.Serialize(json, incident.Places, IncidentJson.Options);
        json.WriteNumber("claims", incident.Claims.Count);
        json.WriteNumber("sources", incident.Sources.Count);
        json.WriteString("owner", row.Owner);
        json.WriteString("updated", row.Updated.UtcDateTime);
        json.WriteString("updated_by", row.UpdatedBy);
        WriteGivenBack(json, row.GivenBack);
        json.WriteEndObject();
    }

    private static void WriteGivenBack(Utf8JsonWriter json, GivenBack? back)
    {
        if (back is null)
        {
            json.WriteNull("given_back");
            return;
        }
        json.WriteStartObject("given_back");
        json.WriteString("by", back.By);
        json.WriteString("reason", back.Why);
        json.WriteString("at", back.At.UtcDateTime);
        json.WriteEndObject();
    }

    private static async Task<IResult> VersionsAsync(string id, HttpContext http, DeskReader desk)
    {
        var versions = Ids.Is(Ids.Incident, id) ? await desk.VersionsAsync(id, http.RequestAborted) : [];
        if (versions.Count == 0)
        {
            return new ProblemResult(NoIncident(id));
        }
        return JsonText.Object(json =>
        {
            json.WriteString("id", id);
            json.WriteStartArray("versions");
            for (var i = versions.Count - 1; i >= 0; i--)
            {
                Write(json, versions[i], i == 0 ? null : versions[i - 1]);
            }
            json.WriteEndArray();
        });
    }

    private static void Write(Utf8JsonWriter json, StoredVersion version, StoredVersion? before)
    {
        json.WriteStartObject();
        json.WriteNumber("version", version.Version);
        json.WriteString("at", version.At.UtcDateTime);
        json.WriteString("by", version.By);
        json.WriteString("why", version.Why);
        json.WriteString("state", version.State);
        json.WriteBoolean("erased", version.Document is null);
        if (version.Shown is { } shown)
        {
            json.WriteStartObject("public");
            if (shown.Since is { } since)
            {
                json.WriteString("since", since.UtcDateTime);
            }
            json.WriteBoolean("now", shown.IsNow);
            json.WriteBoolean("withheld", shown.IsWithheld);
            json.WriteEndObject();
        }
        json.WriteStartArray("changes");
        foreach (var change in Differences(before?.Document, version.Document))
        {
            json.WriteStartObject();
            json.WriteString("path", change.Path);
            WriteValue(json, "before", change.Before);
            WriteValue(json, "after", change.After);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>None for the first version, and where one of the two was erased.</summary>
    private static IReadOnlyList<FieldDifference> Differences(string? before, string? after)
    {
        if (before is null || after is null)
        {
            return [];
        }
        using var one = JsonDocument.Parse(before);
        using var other = JsonDocument.Parse(after);
        return DocumentDifference.Between(one.RootElement.Clone(), other.RootElement.Clone());
    }

    private static void WriteValue(Utf8JsonWriter json, string name, JsonElement? value)
    {
        if (value is { } given)
        {
            json.WritePropertyName(name);
            given.WriteTo(json);
        }
    }

    private static async Task<IResult> VersionAsync(string id, string version, HttpContext http, DeskReader desk)
    {
        var document = Ids.Is(Ids.Incident, id) && int.TryParse(version, out var number) ? await desk.VersionAsync(id, number, http.RequestAborted) : null;
        return document is null ? new ProblemResult(NoIncident(id)) : JsonText.Finished(WriteAnswers.Text(document));
    }

    private static Problem NoIncident(string id) =>
        new(ProblemCodes.NotFound, "id", id, "There is no incident with this id, or no such version of it.", $"{Routes.Drafts} and {Routes.Incidents} list them.");
}
