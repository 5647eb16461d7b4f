using System.Security.Claims;
using System.Text.Encodings.Web;
using BorderMap.PostGis.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace BorderMap.Web.Security;

/// <summary>API tokens in the <c>Authorization</c> header (RFC 6750), and nowhere else: never in an address.</summary>
public sealed class TokenScheme(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, TokenStore tokens)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string Name = "token";

    private const string Bearer = "Bearer";

    /// <summary>What follows <c>Bearer</c>; null when the header is not there, or speaks to a proxy (<c>Basic</c>).</summary>
    public static string? SecretOf(HttpRequest request)
    {
        var words = request.Headers.Authorization.ToString().Split(' ', 2);
        return words[0].Equals(Bearer, StringComparison.OrdinalIgnoreCase) ? words.ElementAtOrDefault(1)?.Trim() ?? "" : null;
    }

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (SecretOf(Request) is not { } secret)
        {
            return AuthenticateResult.NoResult();
        }
        if (await tokens.UseAsync(secret, Context.RequestAborted) is not { } token)
        {
            return AuthenticateResult.Fail("unknown or revoked");
        }
        Context.Features.Set(new Caller(token.ActsAs, token.Role));
        var principal = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, token.ActsAs)], Name));
        return AuthenticateResult.Success(new AuthenticationTicket(principal, Name));
    }
}
