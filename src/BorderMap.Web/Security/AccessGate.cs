using BorderMap.Incidents;
using BorderMap.PostGis;
using BorderMap.PostGis.People;
using BorderMap.Web.Http;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Net.Http.Headers;

namespace BorderMap.Web.Security;

/// <summary>Finds who asks and turns away whom the route does not let in, before anything of the request's body is read.</summary>
public sealed class AccessGate(RequestDelegate next, Antiforgery antiforgery, SeenState seen, Database database)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<Surface>()?.Access is not { } access)
        {
            await next(http);
            return;
        }
        http.Response.OnStarting(() => MarkAsync(http, access));
        if (await RefusalAsync(http, access) is not { } refusal)
        {
            await next(http);
        }
        else if (access.IsPage && refusal.Code is ProblemCodes.SignInNeeded or ProblemCodes.PasswordChangeNeeded)
        {
            http.Response.Redirect(SignInAddress(http, refusal));
        }
        else
        {
            await Failures.Answer(http, refusal);
        }
    }

    /// <summary>What a signed-in person is shown, nobody else's cache may keep.</summary>
    private static Task MarkAsync(HttpContext http, Access access)
    {
        var headers = http.Response.Headers;
        headers.Append(HeaderNames.Vary, headers.Vary.ToString().Contains("Authorization", StringComparison.Ordinal) ? "Cookie" : "Authorization, Cookie");
        if (!access.IsPublic || http.Caller() is not null)
        {
            headers.CacheControl = "no-store";
        }
        if (http.Response.StatusCode == StatusCodes.Status401Unauthorized)
        {
            headers.WWWAuthenticate = "Bearer";
        }
        return Task.CompletedTask;
    }

    private async Task<Problem?> RefusalAsync(HttpContext http, Access access)
    {
        var byToken = TokenScheme.SecretOf(http.Request) is not null;
        if (IsAskedOfDatabase(http, access, byToken) && !await seen.IsThereAsync(http.RequestAborted))
        {
            return AsAnyone(http, access);
        }
        AuthenticateResult result;
        try
        {
            result = await http.AuthenticateAsync(byToken ? TokenScheme.Name : SessionScheme.Name);
            if (http.Caller() is not null)
            {
                // What they wrote through another process, they read here.
                await database.Public.CatchUpAsync(http.RequestAborted);
            }
        }
        catch (Exception error) when (Failures.IsDatabaseAway(error) && AsAnyone(http, access) is null)
        {
            // The primary is away, and standbys answer.
            http.Features.Set<Caller>(null);
            return null;
        }
        if (byToken && !result.Succeeded)
        {
            return Refusals.BadToken;
        }
        if (http.Caller() is { MustChange: true } && !access.WithOneTimePassword && access.Least is null)
        {
            // Whoever has yet to choose a password reads what anyone may read.
            http.Features.Set<Caller>(null);
        }
        if (http.Caller() is not { } caller)
        {
            return access.Least is null ? null : Refusals.SignInNeeded;
        }
        if (caller.MustChange && !access.WithOneTimePassword)
        {
            return Refusals.PasswordChangeNeeded;
        }
        if (access.Least > caller.Role)
        {
            return Refusals.Forbidden($"This is for people with the role {RoleWords.Of(access.Least.Value)}.", "Ask an admin for the role.");
        }
        if (access.SessionOnly && caller.IsToken)
        {
            return Refusals.SessionNeeded;
        }
        return access.BeginsSession || access.IsForAnyone || antiforgery.Allows(http, caller) ? null : Refusals.BadAntiforgery;
    }

    private static bool IsAskedOfDatabase(HttpContext http, Access access, bool byToken) =>
        byToken || access.Least is not null || access.BeginsSession || http.Request.Cookies.Count > 0;

    private static bool IsRead(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method);

    /// <summary>Only the database knows who asks. What anyone may read is read as anyone; all else comes again.</summary>
    private static Problem? AsAnyone(HttpContext http, Access access) => access.Least is null && IsRead(http.Request.Method) ? null : Failures.Away();

    private static string SignInAddress(HttpContext http, Problem refusal) => refusal.Code == ProblemCodes.PasswordChangeNeeded
        ? Routes.Account
        : Routes.SignIn + QueryString.Create(Parameters.Return.Name, http.Request.Path + http.Request.QueryString.ToUriComponent());
}
