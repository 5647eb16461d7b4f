using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace BorderMap.Web.Security;

/// <summary>
/// Shows that a request with a sign-in's cookie comes from a page of ours: it carries in a header the sign-in's own number, sealed,
/// which only a script of this origin can have read. A foreign page can send neither the header nor, since no foreign origin is allowed any, see an answer.
/// </summary>
public sealed class Antiforgery(IDataProtectionProvider protection)
{
    public const string Header = "X-Antiforgery";

    private readonly IDataProtector protector = protection.CreateProtector("BorderMap.Antiforgery");

    /// <summary>The token of a sign-in; null for API tokens, which need none.</summary>
    public string? TokenOf(Caller caller) => caller.Session is { } session ? protector.Protect(session) : null;

    /// <summary>Whether the request only reads, is no browser's doing, or carries the token of its sign-in.</summary>
    public bool Allows(HttpContext http, Caller caller)
    {
        if (caller.Session is not { } session || HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
        {
            return true;
        }
        return IsOwnPage(http.Request) && IsOf(session, http.Request.Headers[Header]);
    }

    /// <summary>Whether the browser says that no foreign page sent it; other clients say nothing (Fetch Metadata: Sec-Fetch-Site).</summary>
    public static bool IsOwnPage(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none";

    private bool IsOf(string session, string? token)
    {
        if (string.IsNullOrEmpty(token))
        {
            return false;
        }
        try
        {
            return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(protector.Unprotect(token)), Encoding.UTF8.GetBytes(session));
        }
        catch (CryptographicException)
        {
            return false; // not sealed by us
        }
    }
}
