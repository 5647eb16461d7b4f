using System.Text.Json;
using System.Text.Json.Serialization;
using BorderMap.Incidents;
using BorderMap.PostGis.People;
using BorderMap.Web.Http;
using BorderMap.Web.Security;

namespace BorderMap.Web.Endpoints;

/// <summary>API tokens: one's own; for admins, everybody's.</summary>
public static class TokenEndpoints
{
    public static void MapTokens(this IEndpointRouteBuilder routes)
    {
        routes.MapRead(Routes.Tokens, new Surface("listTokens", "One's own API tokens; for admins, everybody's. Never their secrets.", MediaTypes.Json) { Access = Access.For(Role.Contributor) }, ListAsync);
        routes.MapWrite(HttpMethod.Post, Routes.Tokens, new Surface("addToken", "Makes an API token of one's own and gives its secret, this once.", MediaTypes.Json)
        {
            Access = Access.For(Role.Contributor) with { SessionOnly = true },
            Bodies = [new RequestBody(MediaTypes.Json, """{"type":"object","required":["name","role"],"properties":{"name":{"type":"string","maxLength":100},"role":{"enum":["contributor","editor","admin"]}}}""")],
            Success = 201,
            Statuses = [403, 409, 422],
        }, AddAsync);
        routes.MapWrite(HttpMethod.Delete, Routes.Token, new Surface("revokeToken", "Revokes an API token.", MediaTypes.Json)
        {
            Access = Access.For(Role.Contributor),
            Parameters = [Parameters.Id],
            Success = 204,
            Statuses = [404],
        }, RevokeAsync);
    }

    private static async Task<IResult> ListAsync(HttpContext http, TokenStore tokens)
    {
        var list = await tokens.ListAsync(Whose(http.SignedIn()), http.RequestAborted);
        return JsonText.Object(json =>
        {
            json.WriteStartArray("tokens");
            foreach (var token in list)
            {
                json.WriteStartObject();
                Write(json, token);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        });
    }

    private static async Task<IResult> AddAsync(HttpContext http, TokenStore tokens)
    {
        var (body, problem) = await JsonBody.ReadAsync<NewToken>(http.Request);
        problem ??= LabelRule.Check(body!.Name);
        if (problem is not null)
        {
            return new ProblemResult(problem);
        }
        var caller = http.SignedIn();
        var (result, secret, token) = await tokens.AddAsync(body!.Name, caller.Name, body.Role, caller.Name, http.RequestAborted);
        return result switch
        {
            PeopleResult.Done => new CreatedResult(Routes.TokenOf(token!.Id), JsonText.Object(json =>
            {
                Write(json, token);
                json.WriteString("secret", secret);
            })),
            PeopleResult.Taken => new ProblemResult(new Problem(ProblemCodes.Taken, "name", body.Name, "You have a token of this name.", "Choose another name, or revoke that one first.")),
            _ => new ProblemResult(Refusals.Forbidden("A token cannot be allowed more than its owner.", $"Use {RoleWords.Of(caller.Role)} or less.", "role", RoleWords.Of(body.Role))),
        };
    }

    private static async Task<IResult> RevokeAsync(string id, HttpContext http, TokenStore tokens)
    {
        var caller = http.SignedIn();
        return ApiToken.IsId(id) && await tokens.RevokeAsync(id, Whose(caller), caller.Name, http.RequestAborted) == PeopleResult.Done
            ? Results.NoContent()
            : new ProblemResult(new Problem(ProblemCodes.NotFound, "id", id, "You have no token with this id.", $"{Routes.Tokens} lists them."));
    }

    private static string? Whose(Caller caller) => caller.Role == Role.Admin ? null : caller.Name;

    private static void Write(Utf8JsonWriter json, ApiToken token)
    {
        json.WriteString("id", token.Id);
        json.WriteString("name", token.Name);
        json.WriteString("owner", token.Owner);
        json.WriteString("role", RoleWords.Of(token.Role));
        json.WriteString("created", token.Created.UtcDateTime);
        json.WriteString("created_by", token.CreatedBy);
        json.WriteInstant("last_used", token.LastUsed);
        json.WriteInstant("revoked", token.Revoked);
    }

    private sealed record NewToken([property: JsonRequired] string Name, [property: JsonRequired] Role Role);
}
