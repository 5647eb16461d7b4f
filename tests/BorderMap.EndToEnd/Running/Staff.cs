using System.Text.Json;
using Microsoft.Playwright;

namespace BorderMap.EndToEnd.Running;

/// <summary>Somebody who is signed in, in a browser of their own: their pages, and what they send.</summary>
public sealed class Staff : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly RunningServer server;
    private string antiforgery = "";

    private Staff(IBrowserContext context, RunningServer server)
    {
        this.context = context;
        context.SetDefaultTimeout(Product.Patience);
        this.server = server;
    }

    private static BrowserNewContextOptions Options(RunningServer server) => new() { ViewportSize = new() { Width = 1440, Height = 900 }, BaseURL = server.Address.ToString() };

    /// <summary>Adds the person and signs in.</summary>
    public static async Task<Staff> SignInAsync(IBrowser browser, RunningServer server, string name, string role)
    {
        var password = await Accounts.AddAsync(server, name, role);
        var staff = new Staff(await browser.NewContextAsync(Options(server)), server);
        staff.antiforgery = (await staff.SendAsync("POST", "/api/session", new { name, password })).GetProperty("antiforgery").GetString()!;
        return staff;
    }

    /// <summary>A page of the desk in a browser context of its own, which ends with the page.</summary>
    public async Task<WatchedPage> OpenAsync(string path)
    {
        var options = Options(server);
        options.StorageState = await context.StorageStateAsync();
        var own = await context.Browser!.NewContextAsync(options);
        own.SetDefaultTimeout(Product.Patience);
        var watched = new WatchedPage(await own.NewPageAsync(), server.Address);
        await watched.Page.GotoAsync(path);
        await watched.Page.Locator("#desk[data-ready]").WaitForAsync();
        return watched;
    }

    /// <summary>Sends as one of BorderMap's own pages would; fails when it is refused.</summary>
    public async Task<JsonElement> SendAsync(string method, string path, object body, string? ifMatch = null)
    {
        var headers = new Dictionary<string, string> { ["Origin"] = server.Address.GetLeftPart(UriPartial.Authority), ["X-Antiforgery"] = antiforgery, ["Content-Type"] = "application/json" };
        if (ifMatch is not null)
        {
            headers["If-Match"] = $"\"{ifMatch}\"";
        }
        var answer = await context.APIRequest.FetchAsync(path, new() { Method = method, Headers = headers, DataString = JsonSerializer.Serialize(body) });
        var text = await answer.TextAsync();
        Assert.True(answer.Ok, $"{method} {path}: {answer.Status} {text}");
        return JsonDocument.Parse(text).RootElement.Clone();
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
