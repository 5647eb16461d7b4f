using System.Text.Json;
using Microsoft.Playwright;

namespace BorderMap.EndToEnd.Running;

/// <summary>A server of its own with people who may sign in, for tests that write.</summary>
public sealed class DeskSite : IAsyncLifetime
{
    private readonly Dictionary<string, string> passwords = [];

    public RunningServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Server = await RunningServer.StartAsync(Homes.Make());
        foreach (var (name, role) in ((string, string)[])[("cora", "contributor"), ("edi", "editor"), ("emma", "editor")])
        {
            var added = await Command.BorderMap(Server.Home, "user", "add", name, "--role", role);
            Assert.True(added.ExitCode == 0, added.Error);
            passwords[name] = await ChangeAsync(name, added.Output.Trim());
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Homes.Remove(Server.Home);
    }

    public string PasswordOf(string name) => passwords[name];

    /// <summary>A browser of somebody who is signed in; null: of a reader.</summary>
    public async Task<IBrowserContext> BrowserAsync(IBrowser browser, string? name)
    {
        var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 }, BaseURL = Server.Address.ToString() });
        if (name is not null)
        {
            await SignInAsync(context, name);
        }
        return context;
    }

    /// <returns>The antiforgery token of the sign-in.</returns>
    public async Task<string> SignInAsync(IBrowserContext context, string name)
    {
        var answer = await context.APIRequest.PostAsync("/api/session", new() { DataObject = new { name, password = PasswordOf(name) } });
        Assert.True(answer.Ok, await answer.TextAsync());
        return (await answer.JsonAsync())!.Value.GetProperty("antiforgery").GetString()!;
    }

    /// <summary>A published incident to work on.</summary>
    public async Task<string> PublishAsync(IBrowserContext editor, string title)
    {
        var token = await SignInAsync(editor, "edi");
        var answer = await editor.APIRequest.PostAsync("/api/incidents", new()
        {
            Headers = [new("X-Antiforgery", token)],
            DataObject = new
            {
                title,
                kind = "shelling",
                status = "published",
                date = new { start = "2026-05-02", end = "2026-05-02", precision = "day" },
                places = new[] { new { place = "1108562519", precision = "district" } },
            },
        });
        Assert.True(answer.Ok, await answer.TextAsync());
        return (await answer.JsonAsync())!.Value.GetProperty("id").GetString()!;
    }

    /// <summary>The first password is for one use.</summary>
    private async Task<string> ChangeAsync(string name, string once)
    {
        const string Chosen = "seven dry rivers north";
        using var http = new HttpClient { BaseAddress = Server.Address };
        var session = await SendAsync(http, "/api/session", new { name, password = once }, null);
        await SendAsync(http, "/api/session/password", new { current = once, @new = Chosen }, session.GetProperty("antiforgery").GetString());
        return Chosen;
    }

    private static async Task<JsonElement> SendAsync(HttpClient http, string path, object body, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = System.Net.Http.Json.JsonContent.Create(body) };
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
