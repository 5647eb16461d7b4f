using System.Text.Json.Serialization;
using BorderMap.Incidents;
using BorderMap.PostGis.People;
using BorderMap.Web.Http;
using BorderMap.Web.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace BorderMap.Web.Endpoints;

/// <summary>Signing in, by name and password, and out again.</summary>
public static class SessionEndpoints
{
    private static readonly Access AnyoneSignedIn = Access.For(Role.Contributor) with { WithOneTimePassword = true };

    public static void MapSession(this IEndpointRouteBuilder routes)
    {
        routes.MapRead(Routes.Session, new Surface("getSession", "Who is signed in, as what, and the antiforgery token that their requests carry.", MediaTypes.Json) { Access = new Access { WithOneTimePassword = true } }, Show);
        routes.MapWrite(HttpMethod.Post, Routes.Session, new Surface("signIn", "Signs in by name and password; answers with a cookie.", MediaTypes.Json)
        {
            Access = new Access { BeginsSession = true, WithOneTimePassword = true },
            Bodies = [new RequestBody(MediaTypes.Json, """{"type":"object","required":["name","password"],"properties":{"name":{"type":"string"},"password":{"type":"string","format":"password"}}}""")],
            Statuses = [401, 403, 429],
        }, SignInAsync).RequireRateLimiting(SignInLimit.Policy);
        routes.MapWrite(HttpMethod.Delete, Routes.Session, new Surface("signOut", "Ends this sign-in, or all of one's own.", MediaTypes.Json)
        {
            Access = AnyoneSignedIn with { SessionOnly = true },
            Parameters = [Parameters.Everywhere],
            Success = 204,
        }, SignOutAsync);
        routes.MapWrite(HttpMethod.Post, Routes.Password, new Surface("changePassword", "Changes one's own password, ends all of one's sign-ins and begins a new one.", MediaTypes.Json)
        {
            Access = AnyoneSignedIn with { SessionOnly = true },
            Bodies = [new RequestBody(MediaTypes.Json, """{"type":"object","required":["current","new"],"properties":{"current":{"type":"string","format":"password"},"new":{"type":"string","format":"password","minLength":12,"maxLength":256}}}""")],
            Statuses = [403, 422, 429],
        }, ChangePasswordAsync).RequireRateLimiting(SignInLimit.Policy);
    }

    private static IResult Show(HttpContext http, Antiforgery antiforgery) => Answer(http.Caller(), antiforgery);

    private static IResult Answer(Caller? caller, Antiforgery antiforgery) => JsonText.Object(json =>
    {
        json.WriteBoolean("signed_in", caller is not null);
        if (caller is not null)
        {
            json.WriteString("name", caller.Name);
            json.WriteString("display", caller.Display);
            json.WriteString("role", RoleWords.Of(caller.Role));
            json.WriteBoolean("must_change", caller.MustChange);
            json.WriteString("antiforgery", antiforgery.TokenOf(caller));
        }
    });

    private static async Task<IResult> SignInAsync(HttpContext http, SignIns signIns, Passwords passwords, Antiforgery antiforgery, TimeProvider time)
    {
        if (!Antiforgery.IsOwnPage(http.Request))
        {
            return new ProblemResult(Refusals.BadAntiforgery);
        }
        var (body, problem) = await JsonBody.ReadAsync<SignInBody>(http.Request);
        if (body is null)
        {
            return new ProblemResult(problem!);
        }
        if (await CheckAsync(body.Name, body.Password, signIns, passwords, http.RequestAborted) is not { } person)
        {
            return new ProblemResult(Refusals.SignIn);
        }
        return Answer(await SessionScheme.BeginAsync(http, person, time), antiforgery);
    }

    /// <summary>The person of name and password; null, after the same work, whatever is wrong with them.</summary>
    private static async Task<Person?> CheckAsync(string name, string password, SignIns signIns, Passwords passwords, CancellationToken cancellation)
    {
        var typed = name.Trim().ToLowerInvariant();
        var known = PersonName.Is(typed) ? typed : "";
        var attempt = await signIns.BeginAsync(known, Limits.LockOut, cancellation);
        var result = passwords.Verify(attempt, password.Length <= PasswordRules.Longest ? password : "");
        if (result == PasswordVerificationResult.Failed)
        {
            await signIns.RefusedAsync(known, cancellation);
            return null;
        }
        var rehashed = result == PasswordVerificationResult.SuccessRehashNeeded ? passwords.Hash(password) : null;
        return await signIns.SucceededAsync(attempt!, rehashed, cancellation) ? attempt!.Person : null;
    }

    private static async Task<IResult> SignOutAsync(HttpContext http, SignIns signIns, PeopleStore people, TimeProvider time)
    {
        var query = new QueryValues(http.Request);
        var everywhere = query.Switch(Parameters.Everywhere);
        if (query.Problems.Count > 0)
        {
            return new ProblemResult(query.Problems);
        }
        var caller = http.SignedIn();
        await signIns.EndAsync(caller.Session!, time.GetUtcNow() + Limits.SessionMost, http.RequestAborted);
        if (everywhere)
        {
            await people.SignOutEverywhereAsync(caller.Name, http.RequestAborted);
        }
        await http.SignOutAsync(SessionScheme.Name);
        return Results.NoContent();
    }

    private static async Task<IResult> ChangePasswordAsync(HttpContext http, SignIns signIns, PeopleStore people, Passwords passwords, PasswordRules rules, Antiforgery antiforgery, TimeProvider time)
    {
        var (body, problem) = await JsonBody.ReadAsync<PasswordBody>(http.Request);
        if (body is null)
        {
            return new ProblemResult(problem!);
        }
        var name = http.SignedIn().Name;
        if ((rules.Check(body.New, name) ?? Unchanged(body)) is { } weak)
        {
            return new ProblemResult(weak);
        }
        if (await CheckAsync(name, body.Current, signIns, passwords, http.RequestAborted) is null)
        {
            return new ProblemResult(new Problem(ProblemCodes.WrongPassword, "current", null, "The current password is wrong, or the account is locked for a while after too many attempts.", "Type the password that you signed in with."));
        }
        await people.ChangePasswordAsync(name, passwords.Hash(body.New), http.RequestAborted);
        var person = await people.FindAsync(name, http.RequestAborted);
        return Answer(await SessionScheme.BeginAsync(http, person!, time), antiforgery);
    }

    private static Problem? Unchanged(PasswordBody body) =>
        body.New == body.Current ? new Problem(ProblemCodes.WeakPassword, "new", null, "The new password is the old one.", "Choose another.") : null;

    private sealed record SignInBody([property: JsonRequired] string Name, [property: JsonRequired] string Password);

    private sealed record PasswordBody([property: JsonRequired] string Current, [property: JsonRequired] string New);
}
