using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;

namespace BorderMap.EndToEnd.Running;

/// <summary>People who may sign in, made as an operator makes them.</summary>
public static class Accounts
{
    /// <summary>Adds the person and, in their place, changes the one-time password.</summary>
    /// <returns>The password that they chose.</returns>
    public static async Task<string> AddAsync(RunningServer server, string name, string role)
    {
        var added = await Command.BorderMap(server.Home, "user", "add", name, "--role", role);
        Assert.True(added.ExitCode == 0, added.Error);
        var (once, chosen) = (added.Output.Trim(), $"seven dry rivers of {name}");
        using var http = new HttpClient { BaseAddress = server.Address };
        var session = await SendAsync(http, "/api/session", new { name, password = once }, null);
        await SendAsync(http, "/api/session/password", new { current = once, @new = chosen }, session.GetProperty("antiforgery").GetString());
        return chosen;
    }

    /// <summary>Adds the person and signs in by the page for it.</summary>
    public static async Task SignInAsync(IPage page, RunningServer server, string name, string role)
    {
        var password = await AddAsync(server, name, role);
        await page.GotoAsync(new Uri(server.Address, "/sign-in").ToString());
        await page.FillAsync("#name", name);
        await page.FillAsync("#password", password);
        await page.ClickAsync("#sign-in button");
        await page.WaitForURLAsync(address => !address.Contains("sign-in", StringComparison.Ordinal));
    }

    private static async Task<JsonElement> SendAsync(HttpClient http, string path, object body, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        if (token is not null)
        {
            request.Headers.Add("X-Antiforgery", token);
        }
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, text);
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
