using System.Text.Json;
using BorderMap.Incidents;
using BorderMap.Incidents.Reviewing;
using BorderMap.PostGis;
using BorderMap.PostGis.Desk;
using BorderMap.Web.Http;
using BorderMap.Web.Security;

namespace BorderMap.Web.Endpoints;

/// <summary>Incidents, as anyone may read them.</summary>
public static class IncidentEndpoints
{
    public static void MapIncidents(this IEndpointRouteBuilder routes)
    {
        routes.MapRead(Routes.Incidents, new Surface("listIncidents", "Incidents that meet a filter, latest first, a page at a time.", MediaTypes.GeoJson)
        {
            Parameters = [.. Parameters.Filter, .. Parameters.Paging, .. Parameters.ViewState],
        }, ListAsync).AddEndpointFilter<PublicCaching>();
        routes.MapRead(Routes.Incident, new Surface("getIncident", "One incident: the public projection; to editors, and contributors of their own drafts, the document.", MediaTypes.Json)
        {
            Access = new Access { IsPublic = true },
            Parameters = [Parameters.Id, Parameters.AsOf],
            Statuses = [301, 404, 410],
        }, FindAsync).AddEndpointFilter<PublicCaching>().WithMetadata(new OwnTag(), new MayBeOld());
        routes.MapRead(Routes.IncidentHistory, new Surface("getIncidentHistory", "The public versions of one incident, newest first, each with what changed since the one before.", MediaTypes.Json)
        {
            Parameters = [Parameters.Id],
            Statuses = [301, 404, 410],
        }, HistoryAsync).AddEndpointFilter<PublicCaching>();
    }

    private static async Task<IResult> ListAsync(HttpContext http, PublicReader reader)
    {
        var query = new QueryValues(http.Request);
        var limit = query.Integer(Parameters.Limit);
        var filter = query.Filter();
        var cursor = query.Cursor(filter);
        if (query.Problems.Count > 0)
        {
            return new ProblemResult(query.Problems);
        }
        var page = await reader.PageAsync(filter, new PageRequest(limit, cursor), http.RequestAborted);
        var self = Links.Self(http);
        var next = page.Next is { } text ? Links.With(http, Parameters.Cursor, text) : null;
        http.Response.Headers.Link = next is null ? $"<{self}>; rel=\"self\"" : $"<{self}>; rel=\"self\", <{next}>; rel=\"next\"";
        return JsonText.Object(json => WritePage(json, page, self, next), MediaTypes.GeoJson);
    }

    private static void WritePage(Utf8JsonWriter json, IncidentPage page, string self, string? next)
    {
        json.WriteString("type", "FeatureCollection");
        json.Values("features", page.Features);
        json.WriteNumber("numberReturned", page.Features.Count);
        if (page.NumberMatched is { } matched)
        {
            json.WriteNumber("numberMatched", matched);
        }
        json.WriteStartArray("links");
        WriteLink(json, "self", self);
        if (next is not null)
        {
            WriteLink(json, "next", next);
        }
        json.WriteEndArray();
        json.WriteNumber("pub", page.Pub);
        if (page.Withheld is { } withheld)
        {
            json.WriteNumber("withheld", withheld);
        }
    }

    private static void WriteLink(Utf8JsonWriter json, string relation, string address)
    {
        json.WriteStartObject();
        json.WriteString("rel", relation);
        json.WriteString("type", MediaTypes.GeoJson);
        json.WriteString("href", address);
        json.WriteEndObject();
    }

    private static async Task<IResult> FindAsync(string id, HttpContext http, PublicReader reader, DeskReader desk)
    {
        var query = new QueryValues(http.Request);
        var asOf = query.OptionalLong(Parameters.AsOf);
        if (query.Problems.Count > 0)
        {
            return new ProblemResult(query.Problems);
        }
        if (asOf is null && http.Caller() is { } caller && await IncidentWriteEndpoints.ForAsync(caller, id, desk, http.RequestAborted) is { } document)
        {
            return WriteAnswers.Document(document);
        }
        var found = await reader.FindAsync(id, asOf, http.RequestAborted);
        return found is PublicIncident.Found incident ? Document(http, incident) : NotHere(http, id, found, Routes.DocumentOf);
    }

    private static IResult Document(HttpContext http, PublicIncident.Found incident)
    {
        var tag = TagOf(incident);
        if (Conditional.Holds(http.Request, tag))
        {
            return Conditional.NotModified(tag);
        }
        http.Response.Headers.ETag = tag;
        return JsonText.Finished(incident.Document);
    }

    // An earlier version of which something is withheld since reads differently from what it was, so it is told apart.
    private static string TagOf(PublicIncident.Found incident) =>
        incident.WithheldSince is { } since ? $"\"{incident.Id}.{incident.Version}.{since}\"" : $"\"{incident.Id}.{incident.Version}\"";

    /// <summary>The answer for an id that shows nothing now; what was never public reads as what never was.</summary>
    internal static IResult NotHere(HttpContext http, string id, PublicIncident found, Func<string, string> addressOf) => found is PublicIncident.Moved moved
        ? Results.Redirect(Links.Base(http) + addressOf(moved.Successor), permanent: true)
        : new ProblemResult(ProblemOf(id, found));

    internal static Problem ProblemOf(string id, PublicIncident found) => found is PublicIncident.Gone gone
        ? new Problem(ProblemCodes.Gone, "id", id, $"The incident is not public any more: {gone.Reason}", "Remove the link, or cite it as retracted.")
        : new Problem(ProblemCodes.NotFound, "id", id, "There is no public incident with this id.", $"{Routes.Incidents} lists all of them.");

    private static async Task<IResult> HistoryAsync(string id, HttpContext http, PublicReader reader)
    {
        var versions = await reader.HistoryAsync(id, http.RequestAborted);
        if (versions.Count == 0)
        {
            return NotHere(http, id, await reader.FindAsync(id, null, http.RequestAborted), successor => Routes.DocumentOf(successor) + "/history");
        }
        return JsonText.Object(json =>
        {
            json.WriteString("id", id);
            json.WriteStartArray("versions");
            foreach (var (version, before) in versions.Zip(versions.Skip(1).Cast<PublicVersion?>().Append(null)))
            {
                WriteVersion(json, version, before);
            }
            json.WriteEndArray();
        });
    }

    private static void WriteVersion(Utf8JsonWriter json, PublicVersion version, PublicVersion? before)
    {
        json.WriteStartObject();
        json.WriteNumber("version", version.Version);
        json.WriteString("updated", version.Updated.UtcDateTime);
        json.WriteNumber("from_pub", version.FromPub);
        json.WriteNumberOrNull("to_pub", version.ToPub);
        json.WriteNumberOrNull("withheld_since", version.WithheldSince);
        json.WriteStartArray("changed");
        foreach (var (path, was, now) in before is null ? [] : PublicDifference.Between(before.Document, version.Document))
        {
            json.WriteStartObject();
            json.WriteString("field", path);
            WriteValue(json, "before", was);
            WriteValue(json, "after", now);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WritePropertyName("document");
        json.WriteRawValue(version.Document, skipInputValidation: true);
        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, string name, JsonElement? value)
    {
        json.WritePropertyName(name);
        if (value is { } given)
        {
            given.WriteTo(json);
        }
        else
        {
            json.WriteNullValue();
        }
    }
}
