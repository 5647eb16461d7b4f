using BorderMap.PostGis.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace BorderMap.Web.Security;

/// <summary>What people sign in with.</summary>
public static class SecurityParts
{
    public static void AddSecurity(this IServiceCollection services, AppParts parts)
    {
        services.AddSingleton(new PeopleStore(parts.Database, parts.Time));
        services.AddSingleton(new SignIns(parts.Database, parts.Time));
        services.AddSingleton(new TokenStore(parts.Database, parts.Time));
        services.AddSingleton(PasswordRules.Read(parts.Content));
        services.AddSingleton<Passwords>();
        services.AddSingleton<Antiforgery>();
        services.AddDataProtection().SetApplicationName("bordermap");
        services.Configure<KeyManagementOptions>(keys => keys.XmlRepository = new KeyRepository(new ProtectionKeys(parts.Database)));
        services.AddAuthentication()
            .AddCookie(SessionScheme.Name, SessionScheme.Configure)
            .AddScheme<AuthenticationSchemeOptions, TokenScheme>(TokenScheme.Name, null);
        services.AddRateLimiter(SignInLimit.Configure);
    }
}
