using System.Text.Json;
using System.Text.Json.Serialization;
using BorderMap.PostGis.People;
using BorderMap.Web.Http;
using BorderMap.Web.Security;

namespace BorderMap.Web.Endpoints;

/// <summary>People, for admins.</summary>
public static class UserEndpoints
{
    private static readonly Access Admins = Access.For(Role.Admin);

    public static void MapUsers(this IEndpointRouteBuilder routes)
    {
        routes.MapRead(Routes.Users, new Surface("listUsers", "Everybody who may sign in.", MediaTypes.Json) { Access = Admins }, ListAsync);
        routes.MapWrite(HttpMethod.Post, Routes.Users, new Surface("addUser", "Adds a person and gives a one-time password, this once.", MediaTypes.Json)
        {
            Access = Admins,
            Bodies = [new RequestBody(MediaTypes.Json, """{"type":"object","required":["name","role"],"properties":{"name":{"type":"string","pattern":"^[a-z0-9][a-z0-9._-]{1,39}$"},"display":{"type":"string","maxLength":100},"role":{"enum":["contributor","editor","admin"]}}}""")],
            Success = 201,
            Statuses = [409, 422],
        }, AddAsync);
        routes.MapWrite(HttpMethod.Patch, Routes.User, new Surface("changeUser", "Changes a person's role, or keeps them out and lets them in again.", MediaTypes.Json)
        {
            Access = Admins,
            Parameters = [Parameters.PersonName],
            Bodies = [new RequestBody(MediaTypes.Json, """{"type":"object","properties":{"role":{"enum":["contributor","editor","admin"]},"disabled":{"type":"boolean"}}}""")],
            Statuses = [404, 409],
        }, ChangeAsync);
        routes.MapWrite(HttpMethod.Post, Routes.UserReset, new Surface("resetUser", "Gives a person a new one-time password, this once, unlocks the account and ends their sign-ins.", MediaTypes.Json)
        {
            Access = Admins,
            Parameters = [Parameters.PersonName],
            Statuses = [404],
        }, ResetAsync);
    }

    private static async Task<IResult> ListAsync(HttpContext http, PeopleStore people, TimeProvider time)
    {
        var everybody = await people.ListAsync(http.RequestAborted);
        return JsonText.Object(json =>
        {
            json.WriteStartArray("users");
            foreach (var person in everybody)
            {
                json.WriteStartObject();
                Write(json, person, time);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        });
    }

    private static async Task<IResult> AddAsync(HttpContext http, PeopleStore people, Passwords passwords, TimeProvider time)
    {
        var (body, problem) = await JsonBody.ReadAsync<NewUser>(http.Request);
        problem ??= PersonWords.Check(body!.Name, body.Display);
        if (problem is not null)
        {
            return new ProblemResult(problem);
        }
        var password = Passwords.OneTime();
        var result = await people.AddAsync(body!.Name, body.Display ?? body.Name, body.Role, passwords.Hash(password), http.SignedIn().Name, http.RequestAborted);
        return result == PeopleResult.Done
            ? new CreatedResult(Routes.UserOf(body.Name), await ShowAsync(body.Name, people, time, password, http.RequestAborted))
            : new ProblemResult(PersonWords.Problem(result, body.Name));
    }

    private static async Task<IResult> ChangeAsync(string name, HttpContext http, PeopleStore people, TimeProvider time)
    {
        var (body, problem) = await JsonBody.ReadAsync<UserChange>(http.Request);
        if (problem is not null)
        {
            return new ProblemResult(problem);
        }
        var by = http.SignedIn().Name;
        var result = PersonName.Is(name) && await people.FindAsync(name, http.RequestAborted) is not null ? PeopleResult.Done : PeopleResult.Missing;
        if (result == PeopleResult.Done && body!.Role is { } role)
        {
            result = await people.ChangeRoleAsync(name, role, by, http.RequestAborted);
        }
        if (result == PeopleResult.Done && body!.Disabled is { } disabled)
        {
            result = disabled ? await people.DisableAsync(name, by, http.RequestAborted) : await people.EnableAsync(name, by, http.RequestAborted);
        }
        return result == PeopleResult.Done ? await ShowAsync(name, people, time, null, http.RequestAborted) : new ProblemResult(PersonWords.Problem(result, name));
    }

    private static async Task<IResult> ResetAsync(string name, HttpContext http, PeopleStore people, Passwords passwords, TimeProvider time)
    {
        var password = Passwords.OneTime();
        var result = PersonName.Is(name) ? await people.ResetAsync(name, passwords.Hash(password), http.SignedIn().Name, http.RequestAborted) : PeopleResult.Missing;
        return result == PeopleResult.Done ? await ShowAsync(name, people, time, password, http.RequestAborted) : new ProblemResult(PersonWords.Problem(result, name));
    }

    private static async Task<IResult> ShowAsync(string name, PeopleStore people, TimeProvider time, string? password, CancellationToken cancellation)
    {
        var person = await people.FindAsync(name, cancellation);
        return JsonText.Object(json =>
        {
            Write(json, person!, time);
            if (password is not null)
            {
                json.WriteString("password", password);
            }
        });
    }

    private static void Write(Utf8JsonWriter json, Person person, TimeProvider time)
    {
        json.WriteString("name", person.Name);
        json.WriteString("display", person.Display);
        json.WriteString("role", RoleWords.Of(person.Role));
        json.WriteBoolean("disabled", person.Disabled);
        json.WriteBoolean("must_change", person.MustChange);
        json.WriteBoolean("locked", person.LockedUntil > time.GetUtcNow());
        json.WriteString("created", person.Created.UtcDateTime);
        json.WriteString("created_by", person.CreatedBy);
    }

    private sealed record NewUser([property: JsonRequired] string Name, [property: JsonRequired] Role Role, string? Display = null);

    private sealed record UserChange(Role? Role = null, bool? Disabled = null);
}
