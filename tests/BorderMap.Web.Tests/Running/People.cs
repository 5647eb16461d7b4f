using System.Net;
using System.Text;
using System.Text.Json;
using BorderMap.PostGis.People;
using BorderMap.Web.Security;
using Microsoft.Extensions.DependencyInjection;

namespace BorderMap.Web.Tests.Running;

/// <summary>People of a site.</summary>
public static class People
{
    public const string Password = "correct horse battery staple";

    // Slow to make, and any hash of it serves.
    private static readonly string Hash = new Passwords().Hash(Password);

    /// <summary>Adds a person who has chosen <see cref="Password"/>.</summary>
    public static async Task AddPersonAsync(this Site site, string name, Role role)
    {
        var people = site.Services.GetRequiredService<PeopleStore>();
        Assert.Equal(PeopleResult.Done, await people.AddAsync(name, name.ToUpperInvariant(), role, Hash, "test", TestContext.Current.CancellationToken));
        await people.ChangePasswordAsync(name, Hash, TestContext.Current.CancellationToken);
    }

    /// <summary>Makes a token; without an owner it is the operator's.</summary>
    public static async Task<string> TokenAsync(this Site site, Role role, string? owner = null, string? name = null)
    {
        var tokens = site.Services.GetRequiredService<TokenStore>();
        var (_, secret, _) = await tokens.AddAsync(name ?? Guid.NewGuid().ToString("N"), owner, role, "test", TestContext.Current.CancellationToken);
        return secret ?? throw new InvalidOperationException("no token was made");
    }

    /// <summary>Somebody with a browser, not signed in.</summary>
    public static Browser Browser(this Site site) => new(site.Http.BaseAddress!);

    /// <summary>A program with a token of its own.</summary>
    public static async Task<Browser> ProgramAsync(this Site site, Role role, string? owner = null)
    {
        var program = site.Browser();
        program.Token = await site.TokenAsync(role, owner);
        return program;
    }

    /// <summary>Somebody with a browser, signed in.</summary>
    public static async Task<Browser> SignedInAsync(this Site site, string name, string password = Password)
    {
        var browser = site.Browser();
        using var response = await browser.SignInAsync(name, password);
        Assert.True(response.StatusCode == HttpStatusCode.OK, await response.TextAsync());
        return browser;
    }
}

/// <summary>Keeps cookies and sends the antiforgery token of its sign-in.</summary>
public sealed class Browser : IDisposable
{
    private readonly HttpClient http;

    public Browser(Uri address)
    {
        http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = Cookies }) { BaseAddress = address };
    }

    public CookieContainer Cookies { get; } = new();
    public string? Antiforgery { get; set; }
    public string? Token { get; set; }

    public async Task<HttpResponseMessage> SignInAsync(string name, string password = People.Password)
    {
        var response = await SendAsync(HttpMethod.Post, "/api/session", new { name, password });
        if (response.IsSuccessStatusCode)
        {
            Antiforgery = (await response.JsonAsync()).GetProperty("antiforgery").GetString();
        }
        return response;
    }

    /// <param name="method">The method.</param>
    /// <param name="path">The path with its query.</param>
    /// <param name="body">A finished JSON text, an object to be made one, or the bytes of a file.</param>
    /// <param name="headers">More headers.</param>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = body is byte[] file ? new ByteArrayContent(file) : new StringContent(body as string ?? JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        }
        if (Token is not null)
        {
            request.Headers.Authorization = new("Bearer", Token);
        }
        if (Antiforgery is not null)
        {
            request.Headers.Add("X-Antiforgery", Antiforgery);
        }
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public async Task<JsonElement> JsonAsync(string path)
    {
        using var response = await GetAsync(path);
        Assert.True(response.IsSuccessStatusCode, await response.TextAsync());
        return await response.JsonAsync();
    }

    public async Task<int> StatusAsync(HttpMethod method, string path, object? body = null, params (string Name, string Value)[] headers)
    {
        using var response = await SendAsync(method, path, body, headers);
        return (int)response.StatusCode;
    }

    public void Dispose() => http.Dispose();
}
