using System.Net.Http.Json;
using BorderMap.PostGis.People;
using BorderMap.Web.Tests.Running;
using Microsoft.Extensions.DependencyInjection;

namespace BorderMap.Web.Tests.Access;

/// <summary>Somebody who asks, as the headers of a request say it.</summary>
internal sealed record Identity(string Name, params (string Name, string Value)[] Headers)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>In the order of the table's columns; each with a sign-in of its own.</summary>
    public static async Task<IReadOnlyList<Identity>> AllAsync(Site site, HttpClient http)
    {
        await site.AddPersonAsync("con", Role.Contributor);
        await site.AddPersonAsync("edi", Role.Editor);
        await site.AddPersonAsync("adm", Role.Admin);
        await AddWithOneTimePasswordAsync(site, "new");
        var admin = await SignInAsync(http, "admin", "adm");
        return
        [
            new("anonymous"),
            await SignInAsync(http, "contributor", "con"),
            await SignInAsync(http, "editor", "edi"),
            admin,
            new("admin's token", ("Authorization", $"Bearer {await site.TokenAsync(Role.Admin, "adm")}")),
            await SignInAsync(http, "one-time password", "new"),
            new("no antiforgery", [.. (await SignInAsync(http, "no antiforgery", "adm")).Headers.Where(header => header.Name == "Cookie")]),
            new("revoked token", ("Authorization", $"Bearer {await RevokedAsync(site)}")),
        ];
    }

    private static async Task<Identity> SignInAsync(HttpClient http, string name, string person)
    {
        using var response = await http.PostAsJsonAsync("/api/session", new { name = person, password = People.Password }, Cancellation);
        var cookie = response.Header("Set-Cookie")!.Split(';')[0];
        return new Identity(name, ("Cookie", cookie), ("X-Antiforgery", (await response.JsonAsync()).GetProperty("antiforgery").GetString()!));
    }

    private static async Task AddWithOneTimePasswordAsync(Site site, string name)
    {
        // With the password of somebody who has chosen one, but not chosen.
        var people = site.Services.GetRequiredService<PeopleStore>();
        Assert.Equal(PeopleResult.Done, await people.AddAsync(name, name, Role.Admin, new Security.Passwords().Hash(People.Password), "test", Cancellation));
    }

    private static async Task<string> RevokedAsync(Site site)
    {
        var tokens = site.Services.GetRequiredService<TokenStore>();
        var (_, secret, token) = await tokens.AddAsync("gone", null, Role.Admin, "test", Cancellation);
        Assert.Equal(PeopleResult.Done, await tokens.RevokeAsync(token!.Id, null, "test", Cancellation));
        return secret!;
    }

    /// <summary>Asks once, harmlessly: about nothing that there is, with a body that says nothing.</summary>
    /// <returns>What became of it, in a word of the table, and the status.</returns>
    public async Task<(string Word, int Status)> AskAsync(HttpClient http, string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (method is not ("GET" or "HEAD"))
        {
            request.Content = JsonContent.Create(new { });
        }
        foreach (var (name, value) in Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
        // A stream of events has no end: its beginning says enough.
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
        var isProblem = response.Content.Headers.ContentType?.MediaType == "application/problem+json" && method != "HEAD";
        return (WordOf(response, isProblem ? (await response.JsonAsync()).GetProperty("code").GetString() : null), (int)response.StatusCode);
    }

    private static string WordOf(HttpResponseMessage response, string? code) => (code, response.Header("Location")) switch
    {
        ("sign-in-needed", _) => "sign in",
        ("bad-token", _) => "bad token",
        ("forbidden", _) => "role",
        ("session-needed", _) => "session",
        ("password-change-needed", _) => "password",
        ("bad-antiforgery-token", _) => "antiforgery",
        (_, { } address) when address.StartsWith("/sign-in", StringComparison.Ordinal) => "to sign-in",
        (_, "/account") => "to account",
        _ => "yes",
    };
}
