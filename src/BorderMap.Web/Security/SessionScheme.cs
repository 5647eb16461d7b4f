using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using BorderMap.PostGis.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace BorderMap.Web.Security;

/// <summary>Sign-in by cookie. The cookie says whose sign-in it is, when it began and under which stamp; name and role are looked up at every request, so that what an admin changes holds at once.</summary>
public static class SessionScheme
{
    public const string Name = "session";

    private const string Stamp = "stamp";
    private const string Session = "session";
    private const string Began = "began";

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "bordermap";
        options.Cookie.Path = "/";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.CookieManager = new PrefixedCookies();
        options.ExpireTimeSpan = Limits.SessionIdle;
        options.SlidingExpiration = true;
        options.Events.OnValidatePrincipal = ValidateAsync;
    }

    /// <summary>Begins a new sign-in; nothing of one before it is kept.</summary>
    public static async Task<Caller> BeginAsync(HttpContext http, Person person, TimeProvider time)
    {
        var session = RandomNumberGenerator.GetHexString(32, lowercase: true);
        var claims = new Claim[]
        {
            new(ClaimTypes.Name, person.Name), new(Stamp, person.Stamp), new(Session, session),
            new(Began, time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
        };
        await http.SignInAsync(Name, new ClaimsPrincipal(new ClaimsIdentity(claims, Name)));
        return Enter(http, person, session);
    }

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var time = services.GetRequiredService<TimeProvider>();
        if (await HolderAsync(context.Principal!, services.GetRequiredService<SignIns>(), time, context.HttpContext.RequestAborted) is { } person)
        {
            Enter(context.HttpContext, person, Of(context.Principal!, Session));
            return;
        }
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(Name);
    }

    private static async Task<Person?> HolderAsync(ClaimsPrincipal principal, SignIns signIns, TimeProvider time, CancellationToken cancellation)
    {
        var began = DateTimeOffset.FromUnixTimeSeconds(long.Parse(Of(principal, Began), CultureInfo.InvariantCulture));
        return time.GetUtcNow() - began < Limits.SessionMost
            ? await signIns.HolderAsync(Of(principal, ClaimTypes.Name), Of(principal, Stamp), Of(principal, Session), cancellation)
            : null;
    }

    private static Caller Enter(HttpContext http, Person person, string session)
    {
        var caller = new Caller(person.Name, person.Role) { Display = person.Display, Session = session, MustChange = person.MustChange };
        http.Features.Set(caller);
        return caller;
    }

    private static string Of(ClaimsPrincipal principal, string claim) => principal.FindFirstValue(claim) ?? "";
}
