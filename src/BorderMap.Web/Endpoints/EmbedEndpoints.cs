using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using BorderMap.Incidents;
using BorderMap.PostGis;
using BorderMap.PostGis.Embeds;
using BorderMap.PostGis.People;
using BorderMap.Web.Embeds;
using BorderMap.Web.Http;
using BorderMap.Web.Security;

namespace BorderMap.Web.Endpoints;

/// <summary>Embeds under short ids: anyone reads one, who is signed in makes and changes their own.</summary>
public static class EmbedEndpoints
{
    private const string Body = """{"type":"object","required":["query"],"properties":{"query":{"type":"string","maxLength":4000,"description":"The state as /embed takes it, without the question mark."},"title":{"type":["string","null"],"maxLength":120}}}""";

    public static void MapEmbeds(this IEndpointRouteBuilder routes)
    {
        routes.MapRead(Routes.StoredEmbed, new Surface("getEmbed", "A stored embed: the state that it shows.", MediaTypes.Json) { Parameters = [Parameters.Id], Statuses = [404, 410] }, FindAsync);
        routes.MapRead(Routes.EmbedPage, new Surface("storedEmbed", "Leads to the embed that is stored under the id.", MediaTypes.Html) { Parameters = [Parameters.Id], Statuses = [302, 404, 410] }, LeadAsync);
        routes.MapRead(Routes.Embeds, new Surface("listEmbeds", "One's own stored embeds, last changed first; for admins, everybody's.", MediaTypes.Json) { Access = Access.For(Role.Contributor) }, ListAsync);
        routes.MapWrite(HttpMethod.Post, Routes.Embeds, new Surface("addEmbed", "Stores an embed under a new short id.", MediaTypes.Json)
        {
            Access = Access.For(Role.Contributor),
            Bodies = [new RequestBody(MediaTypes.Json, Body)],
            Success = 201,
            Statuses = [409, 429],
        }, AddAsync);
        routes.MapWrite(HttpMethod.Put, Routes.StoredEmbed, new Surface("changeEmbed", "Changes what a stored embed shows, wherever it is embedded; If-Match names the version that was seen.", MediaTypes.Json)
        {
            Access = Access.For(Role.Contributor),
            Parameters = [Parameters.Id],
            Bodies = [new RequestBody(MediaTypes.Json, Body)],
            Statuses = [404, 412, 428, 429],
        }, ChangeAsync);
        routes.MapWrite(HttpMethod.Delete, Routes.StoredEmbed, new Surface("deleteEmbed", "Deletes a stored embed; If-Match names the version that was seen.", MediaTypes.Json)
        {
            Access = Access.For(Role.Contributor),
            Parameters = [Parameters.Id],
            Success = 204,
            Statuses = [404, 412, 428, 429],
        }, DeleteAsync);
    }

    private static async Task<IResult> FindAsync(string id, HttpContext http, PublicReader reader)
    {
        http.Response.Headers.CacheControl = "no-cache";
        var found = await reader.EmbedAsync(id, http.RequestAborted);
        if (found is not { IsGone: false })
        {
            return new ProblemResult(NotHere(id, found));
        }
        var tag = IfMatch.TagOf(id, found.Version);
        return Conditional.Holds(http.Request, tag) ? Conditional.NotModified(tag) : new DocumentResult(id, found.Version, Text(found));
    }

    private static async Task<IResult> LeadAsync(string id, HttpContext http, PublicReader reader)
    {
        http.Response.Headers.CacheControl = "no-cache";
        var found = await reader.EmbedAsync(id, http.RequestAborted);
        return found is { IsGone: false } ? Results.Redirect($"{Links.Base(http)}{Routes.Embed}?{found.Query}") : new FailureResult(NotHere(id, found));
    }

    private static async Task<IResult> ListAsync(HttpContext http, EmbedStore embeds)
    {
        var list = await embeds.ListAsync(Whose(http.SignedIn()), EmbedStore.PerOwner, http.RequestAborted);
        return JsonText.Object(json => json.Values("embeds", list.Select(Text)));
    }

    private static async Task<IResult> AddAsync(HttpContext http, EmbedStore embeds, PublicReader reader, EmbedLimit limit)
    {
        var (given, problems) = await ReadAsync(http, reader, limit);
        if (given is null)
        {
            return new ProblemResult(problems);
        }
        return await embeds.AddAsync(given.Query, given.Title, http.SignedIn().Name, http.RequestAborted) is EmbedResult.Kept kept
            ? new CreatedResult(Routes.StoredEmbedOf(kept.Embed.Id), new DocumentResult(kept.Embed.Id, kept.Embed.Version, Text(kept.Embed)))
            : new ProblemResult(new Problem(ProblemCodes.Taken, "query", null, $"You have {EmbedStore.PerOwner} embeds, as many as one may have.", "Delete one that is used no more, or change it."));
    }

    private static async Task<IResult> ChangeAsync(string id, HttpContext http, EmbedStore embeds, PublicReader reader, EmbedLimit limit)
    {
        var (version, problem) = IfMatch.VersionOf(http.Request, id);
        if (problem is not null)
        {
            return new ProblemResult(problem);
        }
        var (given, problems) = await ReadAsync(http, reader, limit);
        return given is null
            ? new ProblemResult(problems)
            : Answer(id, await embeds.ChangeAsync(id, version, given.Query, given.Title, Whose(http.SignedIn()), http.RequestAborted), kept => new DocumentResult(id, kept.Version, Text(kept)));
    }

    private static async Task<IResult> DeleteAsync(string id, HttpContext http, EmbedStore embeds, EmbedLimit limit)
    {
        var (version, problem) = IfMatch.VersionOf(http.Request, id);
        problem ??= limit.Takes(http.SignedIn().Name) ? null : TooMany;
        return problem is not null
            ? new ProblemResult(problem)
            : Answer(id, await embeds.DeleteAsync(id, version, Whose(http.SignedIn()), http.RequestAborted), _ => Results.NoContent());
    }

    private static IResult Answer(string id, EmbedResult result, Func<StoredEmbed, IResult> kept) => result switch
    {
        EmbedResult.Kept written => kept(written.Embed),
        EmbedResult.Stale stale => WriteAnswers.Stale(stale.Current.Version, Text(stale.Current)),
        _ => new ProblemResult(new Problem(ProblemCodes.NotFound, "id", id, "You have no embed with this id.", $"{Routes.Embeds} lists them.")),
    };

    /// <summary>What is to be stored: nothing but known parameters, each checked as everywhere.</summary>
    private static async Task<(Given? Given, IReadOnlyList<Problem> Problems)> ReadAsync(HttpContext http, PublicReader reader, EmbedLimit limit)
    {
        if (!limit.Takes(http.SignedIn().Name))
        {
            return (null, [TooMany]);
        }
        var (body, problem) = await JsonBody.ReadAsync<Given>(http.Request);
        var title = string.IsNullOrWhiteSpace(body?.Title) ? null : body.Title.Trim();
        problem ??= title is null ? null : LabelRule.Check(title, "title", Limits.EmbedTitleMax);
        if (problem is not null)
        {
            return (null, [problem]);
        }
        var (state, problems) = EmbedState.Read(body!.Query);
        if (state is null)
        {
            return (null, problems);
        }
        var pub = await reader.PubAsync(http.RequestAborted);
        return state.Filter.AsOf > pub
            ? (null, [PublicCaching.FromTheFuture(state.Filter.AsOf.Value, pub)])
            : (new(state.Query, title), []);
    }

    private static Problem TooMany { get; } = new(ProblemCodes.TooMany, "client", null, "You have stored and changed many embeds within a short time.", "Try again in a minute.");

    private static Problem NotHere(string id, StoredEmbed? found) => found is null
        ? new(ProblemCodes.NotFound, "id", id, "There is no embed with this id.", $"{Routes.NewEmbed} makes one.")
        : new(ProblemCodes.Gone, "id", id, "The embed was deleted by whoever made it.", $"{Routes.NewEmbed} makes another.");

    private static string? Whose(Caller caller) => caller.Role == Role.Admin ? null : caller.Name;

    private static string Text(StoredEmbed embed)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, JsonText.Writing))
        {
            json.WriteStartObject();
            json.WriteString("id", embed.Id);
            json.WriteString("query", embed.Query);
            json.WriteString("title", embed.Title);
            json.WriteString("updated", embed.Updated.UtcDateTime);
            json.WriteNumber("version", embed.Version);
            if (embed.Owner is { } owner)
            {
                json.WriteString("owner", owner);
            }
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }

    private sealed record Given([property: JsonRequired] string Query, string? Title);
}
