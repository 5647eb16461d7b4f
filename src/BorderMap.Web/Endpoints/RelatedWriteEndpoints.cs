using System.Text.Json;
using BorderMap.Incidents;
using BorderMap.Incidents.Model;
using BorderMap.PostGis.Desk;
using BorderMap.PostGis.People;
using BorderMap.Web.Http;
using BorderMap.Web.Security;

namespace BorderMap.Web.Endpoints;

/// <summary>Recording and changing what incidents refer to, and finding it whether it is public or not.</summary>
public static class RelatedWriteEndpoints
{
    private static readonly Dictionary<string, string> Kinds = new() { ["episodes"] = "episode", ["sources"] = "source", ["actors"] = "actor" };

    public static void MapRelatedWrites(this IEndpointRouteBuilder routes)
    {
        routes.MapWrite(HttpMethod.Post, Routes.Episodes, Add("addEpisode", "Records an episode.", Role.Editor, "Episode"), (HttpContext http, RelatedWrites writes) => writes.AddAsync(http, Episode, Ids.New(Ids.Episode)));
        routes.MapWrite(HttpMethod.Post, Routes.Sources, Add("addSource", "Records a source.", Role.Contributor, "Source"), (HttpContext http, RelatedWrites writes) => writes.AddAsync(http, Source, Ids.New(Ids.Source)));
        routes.MapWrite(HttpMethod.Post, Routes.Actors, Add("addActor", "Records an actor; the body gives its id, a slug.", Role.Editor, "Actor"), (HttpContext http, RelatedWrites writes) => writes.AddAsync(http, Actor, null));
        routes.MapWrite(HttpMethod.Put, Routes.Episode, Change("replaceEpisode", "Puts an episode in place of the version that If-Match names.", "Episode"), (string id, HttpContext http, RelatedWrites writes) => writes.ReplaceAsync(id, http, Episode));
        routes.MapWrite(HttpMethod.Put, Routes.Source, Change("replaceSource", "Puts a source in place of the version that If-Match names.", "Source"), (string id, HttpContext http, RelatedWrites writes) => writes.ReplaceAsync(id, http, Source));
        routes.MapWrite(HttpMethod.Put, Routes.Actor, Change("replaceActor", "Puts an actor in place of the version that If-Match names.", "Actor"), (string id, HttpContext http, RelatedWrites writes) => writes.ReplaceAsync(id, http, Actor));
        routes.MapRead(Routes.Library, new Surface("listLibrary", "Episodes, sources or actors that incidents may refer to, by id: public ones and one's own; for editors all.", MediaTypes.Json)
        {
            Access = Access.For(Role.Contributor),
            Parameters = [Parameters.LibraryKind, Parameters.Words, Parameters.LibraryLimit, Parameters.Cursor],
            Statuses = [404],
        }, ListAsync);
    }

    private static Surface Add(string name, string summary, Role least, string schema) => new(name, summary, MediaTypes.Json)
    {
        Access = Access.For(least),
        Parameters = [Parameters.Why],
        Bodies = [Body(schema)],
        MaxBody = Limits.DocumentMax,
        Success = 201,
        Statuses = [400, 409, 413, 415, 422, 503],
    };

    private static Surface Change(string name, string summary, string schema) => new(name, summary, MediaTypes.Json)
    {
        Access = Access.For(Role.Editor),
        Parameters = [Parameters.Id, Parameters.Why],
        Bodies = [Body(schema)],
        MaxBody = Limits.DocumentMax,
        Statuses = [400, 404, 412, 413, 415, 422, 428, 503],
    };

    private static RequestBody Body(string schema) => new(MediaTypes.Json, $$"""{"$ref":"#/components/schemas/{{schema}}"}""");

    private static async Task<(RelatedDocument? Document, Problem? Problem)> Episode(HttpRequest request, string? id)
    {
        var (episode, problem) = await DocumentBody.ReadAsync<Episode>(request, id);
        return (episode is null ? null : new RelatedDocument.OfEpisode(episode), problem);
    }

    private static async Task<(RelatedDocument? Document, Problem? Problem)> Source(HttpRequest request, string? id)
    {
        var (source, problem) = await DocumentBody.ReadAsync<Source>(request, id);
        return (source is null ? null : new RelatedDocument.OfSource(source), problem);
    }

    private static async Task<(RelatedDocument? Document, Problem? Problem)> Actor(HttpRequest request, string? id)
    {
        var (actor, problem) = await DocumentBody.ReadAsync<Actor>(request, id);
        return (actor is null ? null : new RelatedDocument.OfActor(actor), problem);
    }

    private static async Task<IResult> ListAsync(string kind, HttpContext http, LibraryReader library)
    {
        if (!Kinds.TryGetValue(kind, out var word))
        {
            return new ProblemResult(new Problem(ProblemCodes.NotFound, "kind", kind, "There is no such list.", $"Use {string.Join(", ", Kinds.Keys)}."));
        }
        var query = new QueryValues(http.Request);
        var (words, limit, after) = (query.Text(Parameters.Words), query.Integer(Parameters.LibraryLimit), query.Text(Parameters.Cursor));
        if (query.Problems.Count > 0)
        {
            return new ProblemResult(query.Problems);
        }
        var caller = http.SignedIn();
        var rows = await library.ListAsync(word, words, caller.MayEdit() ? null : caller.Name, after ?? "", limit + 1, http.RequestAborted);
        var next = rows.Count > limit ? Links.With(http, Parameters.Cursor, rows[limit - 1].Document.Id) : null;
        return JsonText.Object(json =>
        {
            json.WriteStartArray(kind);
            foreach (var row in rows.Take(limit))
            {
                Write(json, caller.MayEdit() || row.Owner == caller.Name ? row : row with { Document = row.Document.WithoutNotes });
            }
            json.WriteEndArray();
            json.WriteString("next", next);
        });
    }

    /// <summary>The document, and whether a public incident shows it.</summary>
    private static void Write(Utf8JsonWriter json, LibraryRow row)
    {
        using var document = JsonDocument.Parse(row.Document.Json);
        json.WriteStartObject();
        foreach (var member in document.RootElement.EnumerateObject())
        {
            member.WriteTo(json);
        }
        json.WriteBoolean("public", row.IsPublic);
        json.WriteEndObject();
    }
}
