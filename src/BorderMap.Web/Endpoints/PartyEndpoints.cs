using System.Text.Json;
using BorderMap.Incidents;
using BorderMap.PostGis;
using BorderMap.PostGis.Desk;
using BorderMap.Web.Http;
using BorderMap.Web.Security;

namespace BorderMap.Web.Endpoints;

/// <summary>Who acts and claims, and who published it: actors and sources of public incidents.</summary>
public static class PartyEndpoints
{
    public static void MapParties(this IEndpointRouteBuilder routes)
    {
        routes.MapRead(Routes.Actors, new Surface("listActors", "Actors and claimants of public incidents, by id.", MediaTypes.Json) { Parameters = [Parameters.AsOf] }, ActorsAsync)
            .AddEndpointFilter<PublicCaching>().WithMetadata(new MayBeOld());
        routes.MapRead(Routes.Actor, One("getActor", "actor"), ActorAsync).AddEndpointFilter<PublicCaching>();
        routes.MapRead(Routes.Source, One("getSource", "source"), SourceAsync).AddEndpointFilter<PublicCaching>();
        routes.MapRead(Routes.Sources, new Surface("listSources", "Sources of public incidents, by id, a page at a time.", MediaTypes.Json)
        {
            Parameters = [Parameters.SourceIds, .. Parameters.Paging, Parameters.AsOf],
        }, SourcesAsync).AddEndpointFilter<PublicCaching>();
    }

    private static Surface One(string name, string what) => new(name, $"One {what} of public incidents; to editors, the document.", MediaTypes.Json)
    {
        Access = new Access { IsPublic = true },
        Parameters = [Parameters.Id, Parameters.AsOf],
        Statuses = [404],
    };

    private static Task<IResult> ActorAsync(string id, HttpContext http, PublicReader reader, LibraryReader library) =>
        FindAsync(id, http, reader.ActorAsync, library.ActorAsync, Routes.Actors);

    private static Task<IResult> SourceAsync(string id, HttpContext http, PublicReader reader, LibraryReader library) =>
        FindAsync(id, http, reader.SourceAsync, library.SourceAsync, Routes.Sources);

    private static async Task<IResult> FindAsync(string id, HttpContext http, Func<string, long?, CancellationToken, Task<string?>> shown,
        Func<string, CancellationToken, Task<RelatedDocument?>> stored, string list)
    {
        var query = new QueryValues(http.Request);
        var asOf = query.OptionalLong(Parameters.AsOf);
        if (query.Problems.Count > 0)
        {
            return new ProblemResult(query.Problems);
        }
        if (asOf is null && http.Caller().MayEdit() && await stored(id, http.RequestAborted) is { } document)
        {
            return RelatedWrites.Document(document);
        }
        return await shown(id, asOf, http.RequestAborted) is { } found
            ? JsonText.Finished(found)
            : new ProblemResult(new Problem(ProblemCodes.NotFound, "id", id, "No public incident names it.", $"{list} lists all that are."));
    }

    private static async Task<IResult> ActorsAsync(HttpContext http, PublicReader reader)
    {
        var query = new QueryValues(http.Request);
        var asOf = query.OptionalLong(Parameters.AsOf);
        if (query.Problems.Count > 0)
        {
            return new ProblemResult(query.Problems);
        }
        var actors = await reader.ActorsAsync(asOf, http.RequestAborted);
        return JsonText.Object(json => json.Values("actors", actors));
    }

    private static async Task<IResult> SourcesAsync(HttpContext http, PublicReader reader)
    {
        var query = new QueryValues(http.Request);
        var limit = query.Integer(Parameters.Limit);
        var after = query.Text(Parameters.Cursor);
        var ids = query.Read(Parameters.SourceIds, IdsOf, "names no sources", $"Give up to {Limits.PageMax} ids such as s-abcdefghij.");
        var asOf = query.OptionalLong(Parameters.AsOf);
        if (query.Problems.Count > 0)
        {
            return new ProblemResult(query.Problems);
        }
        if (ids is not null)
        {
            return SourcesPage(await reader.SourcesAsync(ids, asOf, http.RequestAborted), null);
        }
        // One more than asked for tells whether another page follows.
        var found = await reader.SourcesAsync(after, limit + 1, asOf, http.RequestAborted);
        var sources = found.Take(limit).ToList();
        var next = found.Count > limit ? Links.With(http, Parameters.Cursor, IdOf(sources[^1])) : null;
        if (next is not null)
        {
            http.Response.Headers.Link = $"<{next}>; rel=\"next\"";
        }
        return SourcesPage(sources, next);
    }

    private static IResult SourcesPage(IReadOnlyList<string> sources, string? next) => JsonText.Object(json =>
    {
        json.Values("sources", sources);
        json.WriteNumber("numberReturned", sources.Count);
        json.WriteString("next", next);
    });

    private static string[]? IdsOf(string text) =>
        text.Split(',') is { Length: <= Limits.PageMax } ids && ids.All(id => Ids.Is(Ids.Source, id)) ? ids : null;

    private static string IdOf(string source)
    {
        using var document = JsonDocument.Parse(source);
        return document.RootElement.GetProperty("id").GetString()!;
    }
}
